import {LAYER_STYLES} from './layer-styles.ts';

/**
 * Format 1. Never edited once released: a later format is another migration (`docs/file-format.md` says how).
 *
 * SQL as text in a module, so that it is found in the same way by Node, by the tests and in a bundle.
 * Feature tables are not STRICT, because GeoPackage names their geometry types, and their columns may be empty, because
 * a row drawn in QGIS fills in what its author knows; opening gives such a row its id. There are no triggers, no R-tree
 * and no cascades.
 */
export const PROJECT_001 = `
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL PRIMARY KEY,
  organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL,
  definition TEXT NOT NULL,
  description TEXT
);
INSERT INTO gpkg_spatial_ref_sys VALUES
  ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined Cartesian coordinate reference system'),
  ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),
  ('WGS 84 geodetic', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]', 'longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid'),
  ('OSGB36 / British National Grid', 27700, 'EPSG', 27700, 'PROJCS["OSGB36 / British National Grid",GEOGCS["OSGB36",DATUM["Ordnance_Survey_of_Great_Britain_1936",SPHEROID["Airy 1830",6377563.396,299.3249646,AUTHORITY["EPSG","7001"]],AUTHORITY["EPSG","6277"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4277"]],PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",49],PARAMETER["central_meridian",-2],PARAMETER["scale_factor",0.9996012717],PARAMETER["false_easting",400000],PARAMETER["false_northing",-100000],UNIT["metre",1,AUTHORITY["EPSG","9001"]],AXIS["Easting",EAST],AXIS["Northing",NORTH],AUTHORITY["EPSG","27700"]]', NULL);

CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY,
  data_type TEXT NOT NULL,
  identifier TEXT UNIQUE,
  description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE,
  min_y DOUBLE,
  max_x DOUBLE,
  max_y DOUBLE,
  srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)
);
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
  ('area', 'features', 'Small areas', 'LSOAs and their boundaries', 4326),
  ('site', 'features', 'Sites', 'Buildings and plots where services are or could be', 4326),
  ('place', 'attributes', 'Place', 'The place planned for', NULL),
  ('service', 'attributes', 'Services', 'What residents travel to', NULL),
  ('option', 'attributes', 'Options', 'Named arrangements of services over sites', NULL),
  ('placement', 'attributes', 'Placements', 'Which service is offered at or withdrawn from which site, in which option', NULL),
  ('closure', 'attributes', 'Closures', 'Sites closed or reopened as a whole, by option', NULL),
  ('assumption', 'attributes', 'Assumptions', 'Numbers that a planner chose, and why', NULL),
  ('verdict', 'attributes', 'Verdicts', 'Pairs of sites that look like duplicates and are meant so, why, and until when', NULL),
  ('source', 'attributes', 'Sources', 'Where evidence came from, and under which licence', NULL),
  ('refusal', 'attributes', 'Rows left out', 'Rows of imported files that were left out, and why', NULL),
  ('centroid', 'attributes', 'Centroids', 'Population-weighted centroids of areas', NULL),
  ('deprivation', 'attributes', 'Deprivation', 'Deprivation of areas; decile 1 is the most deprived tenth nationally', NULL),
  ('residents', 'attributes', 'Residents', 'Residents of areas by age', NULL),
  ('area_column', 'attributes', 'Columns of your own', 'Numbers or words by area that a planner brought', NULL),
  ('succession', 'attributes', 'Areas and their successors', 'Small areas of one edition and what became of them in the next', NULL);

CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL,
  column_name TEXT NOT NULL,
  geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL,
  z TINYINT NOT NULL,
  m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id)
);
INSERT INTO gpkg_geometry_columns VALUES
  ('area', 'geom', 'MULTIPOLYGON', 4326, 0, 0),
  ('site', 'geom', 'POINT', 4326, 0, 0);

CREATE TABLE gpkg_extensions (
  table_name TEXT,
  column_name TEXT,
  extension_name TEXT NOT NULL,
  definition TEXT NOT NULL,
  scope TEXT NOT NULL,
  CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name)
);
INSERT INTO gpkg_extensions VALUES
  ('closer', NULL, 'closer_project', 'docs/file-format.md of Closer: what the file says about itself', 'read-write'),
  ('history', NULL, 'closer_project', 'docs/file-format.md of Closer: undo, redo and the audit trail', 'read-write'),
  ('streets', NULL, 'closer_project', 'docs/file-format.md of Closer: the street network as arrays', 'read-write'),
  ('imported_time', NULL, 'closer_project', 'docs/file-format.md of Closer: travel times from elsewhere as arrays', 'read-write'),
  ('postcode', NULL, 'closer_project', 'docs/file-format.md of Closer: postcodes and where they stand, as arrays', 'read-write'),
  ('travel_time', NULL, 'closer_project', 'docs/file-format.md of Closer: travel times by fingerprint', 'read-write'),
  ('preparation', NULL, 'closer_project', 'docs/file-format.md of Closer: prepared networks by fingerprint', 'read-write');
${LAYER_STYLES}
CREATE TABLE closer (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE history (
  seq INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  at TEXT NOT NULL,
  label TEXT NOT NULL,
  redo TEXT NOT NULL,
  undo TEXT,
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT;

CREATE TABLE place (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  id TEXT NOT NULL UNIQUE CHECK (id = 'place'),
  name TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE site (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom POINT,
  id TEXT UNIQUE CHECK (length(id) > 0),
  name TEXT,
  standing TEXT DEFAULT 'candidate' CHECK (standing IN ('existing', 'candidate')),
  kind TEXT DEFAULT '',
  code TEXT DEFAULT '',
  address TEXT DEFAULT '',
  postcode TEXT DEFAULT '',
  tenure TEXT DEFAULT '',
  condition TEXT DEFAULT '',
  gia_m2 DOUBLE,
  vacant_m2 DOUBLE,
  source TEXT DEFAULT '',
  note TEXT DEFAULT ''
);

CREATE TABLE service (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  id TEXT NOT NULL UNIQUE CHECK (length(id) > 0),
  name TEXT NOT NULL,
  visits_per_year REAL NOT NULL,
  users_per_1000 REAL NOT NULL,
  from_age REAL NOT NULL,
  to_age REAL NOT NULL,
  minutes_per_visit REAL NOT NULL,
  unit TEXT NOT NULL DEFAULT 'visit',
  theme TEXT NOT NULL DEFAULT 'community' CHECK (theme IN ('physical', 'mental', 'care', 'council', 'community', 'determinant')),
  alike TEXT NOT NULL DEFAULT '',
  demand_column TEXT NOT NULL DEFAULT '',
  share_car REAL NOT NULL,
  share_nepts REAL NOT NULL,
  share_using_nearest REAL NOT NULL,
  share_digital REAL NOT NULL DEFAULT 0,
  source TEXT NOT NULL DEFAULT '',
  confidence TEXT NOT NULL CHECK (confidence IN ('published', 'derived', 'assumed'))
) STRICT;

CREATE TABLE option (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  id TEXT NOT NULL UNIQUE CHECK (length(id) > 0),
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('business-as-usual', 'do-minimum', 'preferred', 'option')),
  note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE placement (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  id TEXT NOT NULL UNIQUE CHECK (length(id) > 0),
  option TEXT NOT NULL REFERENCES option(id) DEFERRABLE INITIALLY DEFERRED,
  site TEXT NOT NULL REFERENCES site(id) DEFERRABLE INITIALLY DEFERRED,
  service TEXT NOT NULL REFERENCES service(id) DEFERRABLE INITIALLY DEFERRED,
  state TEXT NOT NULL CHECK (state IN ('offered', 'withdrawn')),
  provider TEXT NOT NULL DEFAULT '',
  sector TEXT NOT NULL DEFAULT '' CHECK (sector IN ('', 'nhs', 'council', 'voluntary', 'private')),
  capacity REAL,
  linked_care INTEGER NOT NULL DEFAULT 0 CHECK (linked_care IN (0, 1, 2, 3)),
  hours TEXT NOT NULL DEFAULT '',
  contract_end TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX placement_site ON placement (site);
CREATE INDEX placement_service ON placement (service);
CREATE INDEX placement_option ON placement (option);

CREATE TABLE closure (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  id TEXT NOT NULL UNIQUE CHECK (length(id) > 0),
  option TEXT NOT NULL REFERENCES option(id) DEFERRABLE INITIALLY DEFERRED,
  site TEXT NOT NULL REFERENCES site(id) DEFERRABLE INITIALLY DEFERRED,
  closed INTEGER NOT NULL CHECK (closed IN (0, 1)),
  reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX closure_site ON closure (site);
CREATE INDEX closure_option ON closure (option);

CREATE TABLE assumption (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  id TEXT NOT NULL UNIQUE CHECK (length(id) > 0),
  value REAL NOT NULL,
  reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE verdict (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  id TEXT NOT NULL UNIQUE CHECK (length(id) > 0),
  service TEXT NOT NULL REFERENCES service(id) DEFERRABLE INITIALLY DEFERRED,
  site TEXT NOT NULL REFERENCES site(id) DEFERRABLE INITIALLY DEFERRED,
  beside TEXT NOT NULL REFERENCES site(id) DEFERRABLE INITIALLY DEFERRED,
  verdict TEXT NOT NULL CHECK (verdict IN ('intended')),
  reason TEXT NOT NULL DEFAULT '',
  review_on TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX verdict_site ON verdict (site);
CREATE INDEX verdict_beside ON verdict (beside);
CREATE INDEX verdict_service ON verdict (service);

CREATE TABLE source (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  id TEXT NOT NULL UNIQUE CHECK (length(id) > 0),
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  publisher TEXT NOT NULL,
  edition TEXT NOT NULL,
  date TEXT NOT NULL,
  licence TEXT NOT NULL,
  attribution TEXT NOT NULL,
  file_name TEXT NOT NULL,
  file_hash TEXT NOT NULL,
  imported_at TEXT NOT NULL,
  rows_read INTEGER NOT NULL,
  rows_taken INTEGER NOT NULL,
  rows_refused INTEGER NOT NULL,
  notes TEXT NOT NULL,
  replaced_by TEXT REFERENCES source(id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE refusal (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  source TEXT NOT NULL REFERENCES source(id) DEFERRABLE INITIALLY DEFERRED,
  row_number INTEGER NOT NULL,
  column_name TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX refusal_source ON refusal (source);

CREATE TABLE area (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom MULTIPOLYGON,
  code TEXT NOT NULL UNIQUE CHECK (length(code) > 0),
  name TEXT NOT NULL DEFAULT '',
  ward_code TEXT NOT NULL DEFAULT '',
  ward_name TEXT NOT NULL DEFAULT '',
  district_code TEXT NOT NULL DEFAULT '',
  district_name TEXT NOT NULL DEFAULT ''
);

CREATE TABLE centroid (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  code TEXT NOT NULL UNIQUE CHECK (length(code) > 0),
  lng REAL NOT NULL CHECK (lng BETWEEN -180 AND 180),
  lat REAL NOT NULL CHECK (lat BETWEEN -90 AND 90)
) STRICT;

CREATE TABLE deprivation (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  code TEXT NOT NULL UNIQUE CHECK (length(code) > 0),
  decile INTEGER NOT NULL CHECK (decile BETWEEN 1 AND 10),
  rank INTEGER,
  score REAL,
  domains TEXT NOT NULL DEFAULT '{}'
) STRICT;

CREATE TABLE residents (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  code TEXT NOT NULL CHECK (length(code) > 0),
  from_age INTEGER NOT NULL CHECK (from_age >= 0),
  to_age INTEGER NOT NULL CHECK (to_age >= from_age),
  people REAL NOT NULL CHECK (people >= 0),
  UNIQUE (code, from_age, to_age)
) STRICT;

CREATE TABLE streets (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  name TEXT NOT NULL,
  piece INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  UNIQUE (name, piece)
) STRICT;

CREATE TABLE imported_time (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  name TEXT NOT NULL,
  piece INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  UNIQUE (name, piece)
) STRICT;

CREATE TABLE postcode (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  name TEXT NOT NULL,
  piece INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  UNIQUE (name, piece)
) STRICT;

CREATE TABLE succession (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  code TEXT NOT NULL CHECK (length(code) > 0),
  change TEXT NOT NULL CHECK (change IN ('unchanged', 'split', 'merged', 'irregular')),
  new_code TEXT NOT NULL CHECK (length(new_code) > 0),
  UNIQUE (code, new_code)
) STRICT;

CREATE TABLE area_column (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  code TEXT NOT NULL CHECK (length(code) > 0),
  column_name TEXT NOT NULL CHECK (length(column_name) > 0),
  value REAL,
  words TEXT NOT NULL DEFAULT '',
  UNIQUE (column_name, code)
) STRICT;

CREATE TABLE travel_time (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  fingerprint TEXT NOT NULL UNIQUE,
  mode TEXT NOT NULL,
  seconds BLOB NOT NULL,
  metres BLOB NOT NULL
) STRICT;

CREATE TABLE preparation (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  fingerprint TEXT NOT NULL,
  name TEXT NOT NULL,
  piece INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  UNIQUE (fingerprint, name, piece)
) STRICT;
`;
