import {strToU8, zipSync} from 'fflate';
import {describe, expect, it} from 'vitest';
import {code, csv, refusal, taken} from './reading-of.ts';
import {BRITISH_GRID, openDocument, shapefile, workbook} from './written-as.ts';

const HEAD = ['LSOA 2021 Code', 'LSOA 2021 Name', 'Total', 'F0 to 15', 'F16 and over', 'M0 to 15', 'M16 and over'];
const row = (number: number) => [code(number), `Inventon & Co ${number}`, 1000, 100, 400, 150, 350];
const TITLED = [
  ['Mid-year estimates of small areas'],
  [],
  ['Source: Office for National Statistics', '', 'x'],
  HEAD,
  row(1),
  row(2),
];

describe('spreadsheets', () => {
  it.each([
    ['an Excel workbook', workbook],
    ['an OpenDocument spreadsheet', openDocument],
  ])('%s is read like the same table as CSV, with titles above and sheets beside', (_, written) => {
    const plain = taken('residents', csv([HEAD, row(1), row(2)]));
    const reading = taken(
      'residents',
      written({
        Contents: [
          ['Sheet', 'What it holds'],
          ['Mid-2024', 'People'],
        ],
        'Mid-2023 LSOA 2021': TITLED.slice(0, 5),
        'Mid-2024 LSOA 2021': TITLED,
      }),
    );
    expect(reading.codes).toEqual(plain.codes);
    expect(reading.names).toEqual(['Inventon & Co 1', 'Inventon & Co 2']);
    expect(reading.bands.map(({residents}) => [...residents])).toEqual(
      plain.bands.map(({residents}) => [...residents]),
    );
    expect([...reading.rows]).toEqual([5, 6]);
    expect(reading.form).toContain('sheet “Mid-2024 LSOA 2021”');
    expect(reading.notes.join(' ')).toContain('Only the sheet “Mid-2024 LSOA 2021” of 3 was read.');
  });

  it('a number is what the cell shows, and inline text, formulas and gaps are read', () => {
    const sheet =
      '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>name</t></is></c><c r="B1" t="str"><f>x</f><v>lon</v></c><c r="D1" t="inlineStr"><is><r><t>l</t></r><r><t>at</t></r></is></c></row><row r="4"><c r="A4" t="inlineStr"><is><t>Elm</t></is></c><c r="B4"><v>-0.69999999999999996</v></c><c r="D4"><v>52.6</v></c></row></sheetData></worksheet>';
    const files = {
      'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="S" sheetId="1" r:id="a"/></sheets></workbook>'),
      'xl/_rels/workbook.xml.rels': strToU8(
        '<Relationships><Relationship Id="a" Target="/xl/worksheets/s.xml"/></Relationships>',
      ),
      'xl/worksheets/s.xml': strToU8(sheet),
    };
    const reading = taken('sites', zipSync(files));
    expect([reading.lon[0], reading.lat[0], reading.rows[0]]).toEqual([-0.7, 52.6, 4]);
  });

  it('a sheet cut off inside is said to be cut off', () => {
    const files = {
      'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="S" sheetId="1" r:id="a"/></sheets></workbook>'),
      'xl/_rels/workbook.xml.rels': strToU8(
        '<Relationships><Relationship Id="a" Target="worksheets/s.xml"/></Relationships>',
      ),
      'xl/worksheets/s.xml': strToU8('<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c>'),
    };
    expect(refusal(zipSync(files), 'cut.xlsx')).toContain('cut.xlsx stops in the middle of its XML');
  });

  it('XML with a document type of its own is not read', () => {
    const content =
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><office:document-content><table:table table:name="A"><table:table-row><table:table-cell><text:p>&a;</text:p></table:table-cell></table:table-row></table:table></office:document-content>';
    expect(refusal(zipSync({mimetype: strToU8('x'), 'content.xml': strToU8(content)}), 'odd.ods')).toContain(
      'brings a document type of its own',
    );
  });

  it('a locked OpenDocument spreadsheet says so', () => {
    const files = {
      mimetype: strToU8('x'),
      'content.xml': strToU8('x'),
      'META-INF/manifest.xml': strToU8('<manifest:encryption-data/>'),
    };
    expect(refusal(zipSync(files), 'odd.ods')).toContain('odd.ods is locked with a password');
  });
});

describe('maps in other forms', () => {
  const outer = [
    [-0.7, 52.6],
    [-0.7, 52.8],
    [-0.5, 52.8],
    [-0.5, 52.6],
    [-0.7, 52.6],
  ] as const;
  const hole = [
    [-0.65, 52.65],
    [-0.6, 52.65],
    [-0.6, 52.7],
    [-0.65, 52.65],
  ] as const;
  const island = [
    [-0.4, 52.6],
    [-0.4, 52.7],
    [-0.3, 52.7],
    [-0.4, 52.6],
  ] as const;

  it('KML placemarks with their data, holes and several parts', () => {
    const ring = (points: readonly (readonly [number, number])[]) =>
      `<LinearRing><coordinates>\n${points.map(([x, y]) => `${x},${y},0`).join(' ')}\n</coordinates></LinearRing>`;
    const polygon = (first: string, second = '') =>
      `<Polygon><outerBoundaryIs>${first}</outerBoundaryIs>${second === '' ? '' : `<innerBoundaryIs>${second}</innerBoundaryIs>`}</Polygon>`;
    const placemark = `<Placemark id="1"><name>x</name><ExtendedData><SchemaData schemaUrl="#a"><SimpleData name="LSOA21CD">${code(1)}</SimpleData><SimpleData name="LSOA21NM">Elm &amp; Ash</SimpleData></SchemaData></ExtendedData><MultiGeometry>${polygon(ring(outer), ring(hole))}${polygon(ring(island))}</MultiGeometry></Placemark>`;
    const reading = taken(
      'boundaries',
      `<?xml version="1.0"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder>${placemark}</Folder></Document></kml>`,
    );
    expect(reading).toMatchObject({codes: [code(1)], names: ['Elm & Ash'], form: 'KML'});
    expect([[...reading.shapes.ringEnds], [...reading.shapes.polygonEnds], [...reading.shapes.areaEnds]]).toEqual([
      [5, 9, 13],
      [2, 3],
      [2],
    ]);
    expect([...reading.shapes.coordinates.slice(0, 4)]).toEqual([-0.7, 52.6, -0.7, 52.8]);
  });

  it('KML points are sites, also inside a .kmz with its pictures', () => {
    const kml =
      '<kml><Document><Placemark><name>Elm Surgery</name><Point><coordinates>-0.7,52.6,0</coordinates></Point></Placemark></Document></kml>';
    expect(taken('sites', kml).names).toEqual(['Elm Surgery']);
    expect(taken('sites', zipSync({'doc.kml': strToU8(kml), 'files/pin.png': strToU8('x')})).lon[0]).toBe(-0.7);
  });

  it('TopoJSON with shared, reversed and quantised arcs', () => {
    // Two squares side by side; the border between them is arc 1, drawn upwards, and backwards for the right one.
    const topology = {
      type: 'Topology',
      transform: {scale: [0.01, 0.01], translate: [-1, 52]},
      arcs: [
        [
          [10, 10],
          [-10, 0],
          [0, -10],
          [10, 0],
        ],
        [
          [10, 0],
          [0, 10],
        ],
        [
          [10, 10],
          [10, 0],
          [0, -10],
          [-10, 0],
        ],
      ],
      objects: {
        areas: {
          type: 'GeometryCollection',
          geometries: [
            {type: 'Polygon', properties: {LSOA11CD: code(1), LSOA11NM: 'Left'}, arcs: [[0, 1]]},
            {type: 'MultiPolygon', properties: {LSOA11CD: code(2), LSOA11NM: 'Right'}, arcs: [[[2, 1]]]},
          ],
        },
      },
    };
    const reading = taken('boundaries', JSON.stringify(topology));
    expect(reading).toMatchObject({layout: 'boundaries-lsoa-2011', codes: [code(1), code(2)], form: 'TopoJSON'});
    const rounded = [...reading.shapes.coordinates].map((value) => Math.round(value * 100) / 100);
    expect(rounded.slice(0, 10)).toEqual([-0.9, 52.1, -1, 52.1, -1, 52, -0.9, 52, -0.9, 52.1]);
    expect(rounded.slice(10)).toEqual([-0.9, 52.1, -0.8, 52.1, -0.8, 52, -0.9, 52, -0.9, 52.1]);
    expect(refusal(JSON.stringify({...topology, arcs: topology.arcs.slice(0, 2)}))).toContain(
      'is TopoJSON whose arcs do not fit together',
    );
  });

  it('a zipped shapefile in degrees, with a hole and an island', () => {
    const wgs = 'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984"]]';
    const zip = shapefile(
      ['LSOA21CD', 'LSOA21NM'],
      [{cells: [code(1), 'Inventon 001A'], rings: [outer, hole, island]}],
      wgs,
    );
    const reading = taken('boundaries', zip);
    expect(reading).toMatchObject({layout: 'boundaries-lsoa-2021', names: ['Inventon 001A'], form: 'Shapefile, zip'});
    expect([[...reading.shapes.ringEnds], [...reading.shapes.polygonEnds], [...reading.shapes.areaEnds]]).toEqual([
      [5, 9, 13],
      [2, 3],
      [2],
    ]);
  });

  it('a zipped shapefile in metres is turned to degrees', () => {
    const ring = [
      [485_000, 308_000],
      [485_000, 309_000],
      [486_000, 309_000],
      [485_000, 308_000],
    ] as const;
    const reading = taken('boundaries', shapefile(['lsoa11cd'], [{cells: [code(1)], rings: [ring]}], BRITISH_GRID));
    expect(reading.shapes.coordinates[0]).toBeCloseTo(-0.7446, 3);
    expect(reading.notes.join(' ')).toContain('up to 5 metres');
  });

  it('a shapefile without its parts or in another system is refused', () => {
    const ring = [
      [0, 0],
      [0, 1],
      [1, 1],
      [0, 0],
    ] as const;
    expect(
      refusal(shapefile(['lsoa11cd'], [{cells: [code(1)], rings: [ring]}], 'PROJCS["WGS_1984_Web_Mercator"]')),
    ).toContain('coordinate system that Closer does not know');
    expect(refusal(zipSync({'a.shp': strToU8('x')}), 'a.zip')).toContain(
      'a.zip is a shapefile without its table (.dbf)',
    );
    expect(refusal(zipSync({'a.shp': strToU8('x'), 'b.shp': strToU8('x')}), 'a.zip')).toContain('holds 2 shapefiles');
  });

  it('features one after another, a line each, are read like a collection', () => {
    const line = (number: number) =>
      JSON.stringify({
        type: 'Feature',
        properties: {name: `Site ${number}`},
        geometry: {type: 'Point', coordinates: [-0.7 + number / 100, 52.6]},
      });
    const reading = taken('sites', [1, 2, 3].map((number) => `\u001e${line(number)}\n`).join(''));
    expect(reading).toMatchObject({names: ['Site 1', 'Site 2', 'Site 3'], form: 'GeoJSON, a feature a line'});
    expect([...reading.rows]).toEqual([1, 2, 3]);
    expect(refusal(`${line(1)}\n${line(2).slice(0, 40)}`)).toContain('stops in the middle, at feature 2');
    expect(taken('sites', `${line(1)}\n{"type":"FeatureCollection","features":[]}`).refusals).toEqual([
      {row: 2, reason: 'is not a GeoJSON feature'},
    ]);
  });

  it('headings that a shapefile cut to ten letters are known', () => {
    const zip = shapefile(
      ['lsoa21_cod', 'lsoa21_nam'],
      [{cells: [code(1), 'Inventon 001A'], rings: [outer]}],
      'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984"]]',
    );
    expect(taken('boundaries', zip)).toMatchObject({layout: 'boundaries-lsoa-2021', names: ['Inventon 001A']});
  });

  it('a .kmz whose doc.kml only points to its layer is read at the layer', () => {
    const kml =
      '<kml><Document><Placemark><name>Elm</name><Point><coordinates>-0.7,52.6</coordinates></Point></Placemark></Document></kml>';
    expect(
      taken(
        'sites',
        zipSync({'doc.kml': strToU8('<kml><Document><NetworkLink/></Document></kml>'), 'layers/elm.kml': strToU8(kml)}),
      ).names,
    ).toEqual(['Elm']);
  });

  it('a JSON list of records is a table', () => {
    const reading = taken(
      'sites',
      JSON.stringify([
        {name: 'Elm', lon: -0.7, lat: 52.6, services: ['advice', 'pool']},
        {name: 'Ash', lat: 52.7, lon: -0.6},
      ]),
    );
    expect(reading).toMatchObject({names: ['Elm', 'Ash'], form: 'JSON list'});
    expect(reading.services).toEqual([['advice', 'pool'], []]);
  });
});
