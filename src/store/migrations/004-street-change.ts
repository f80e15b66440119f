import type {Migration} from '../migrate.ts';

/** Streets that options close, add or limit otherwise. */
export const withStreetChanges: Migration = {
  format: 4,
  name: '004-street-change',
  sql: `
CREATE TABLE street_change (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  id TEXT NOT NULL UNIQUE CHECK (length(id) > 0),
  option TEXT NOT NULL REFERENCES option(id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL CHECK (kind IN ('closed', 'added', 'speed')),
  name TEXT NOT NULL DEFAULT '',
  line TEXT NOT NULL,
  ways TEXT NOT NULL DEFAULT '',
  closed_to TEXT NOT NULL DEFAULT '' CHECK (closed_to IN ('', 'everyone', 'cars')),
  sort TEXT NOT NULL DEFAULT '' CHECK (sort IN ('', 'main', 'secondary', 'through', 'residential', 'cycleway', 'footway')),
  mph REAL,
  reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX street_change_option ON street_change (option);
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
  ('street_change', 'attributes', 'Street changes', 'Streets that options close, add or limit to another speed', NULL);
`,
};
