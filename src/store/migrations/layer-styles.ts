/**
 * How QGIS first shows the two layers: areas as a quiet outline, sites by their standing. QGIS reads the table
 * `layer_styles` of a GeoPackage by itself; a planner who saves another style there keeps it.
 */
const AREA_STYLE = `<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22" styleCategories="Symbology">
 <renderer-v2 type="singleSymbol" enableorderby="0" forceraster="0" symbollevels="0">
  <symbols>
   <symbol name="0" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <prop k="color" v="231,236,239,140"/>
     <prop k="outline_color" v="120,134,142,255"/>
     <prop k="outline_style" v="solid"/>
     <prop k="outline_width" v="0.18"/>
     <prop k="outline_width_unit" v="MM"/>
     <prop k="style" v="solid"/>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
</qgis>`;

const SITE_STYLE = `<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22" styleCategories="Symbology">
 <renderer-v2 type="categorizedSymbol" attr="standing" enableorderby="0" forceraster="0" symbollevels="0">
  <categories>
   <category render="true" symbol="0" value="existing" label="In use now"/>
   <category render="true" symbol="1" value="candidate" label="Could be used"/>
  </categories>
  <symbols>
   <symbol name="0" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <prop k="name" v="circle"/>
     <prop k="color" v="0,94,120,255"/>
     <prop k="outline_color" v="255,255,255,255"/>
     <prop k="outline_width" v="0.4"/>
     <prop k="size" v="3.2"/>
    </layer>
   </symbol>
   <symbol name="1" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <prop k="name" v="circle"/>
     <prop k="color" v="255,255,255,255"/>
     <prop k="outline_color" v="0,94,120,255"/>
     <prop k="outline_width" v="0.6"/>
     <prop k="size" v="3.2"/>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
</qgis>`;

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

export const LAYER_STYLES = `
CREATE TABLE layer_styles (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  f_table_catalog TEXT(256),
  f_table_schema TEXT(256),
  f_table_name TEXT(256),
  f_geometry_column TEXT(256),
  styleName TEXT(30),
  styleQML TEXT,
  styleSLD TEXT,
  useAsDefault BOOLEAN,
  description TEXT,
  owner TEXT(30),
  ui TEXT(30),
  update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now'))
);
INSERT INTO layer_styles
  (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, owner)
VALUES
  ('', '', 'area', 'geom', 'Closer', ${quoted(AREA_STYLE)}, '', 1, 'Small areas as an outline', ''),
  ('', '', 'site', 'geom', 'Closer', ${quoted(SITE_STYLE)}, '', 1, 'Sites by standing', '');
`;
