import type {Migration} from '../migrate.ts';

/** Neighbourhoods that planners make of small areas: each area in one at most, which its row's id sees to. */
export const withNeighbourhoods: Migration = {
  format: 3,
  name: '003-neighbourhoods',
  sql: `
CREATE TABLE neighbourhood (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  id TEXT NOT NULL UNIQUE CHECK (length(id) > 0),
  name TEXT NOT NULL,
  priority INTEGER NOT NULL DEFAULT 0 CHECK (priority IN (0, 1)),
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE member (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  id TEXT NOT NULL UNIQUE CHECK (length(id) > 0),
  neighbourhood TEXT NOT NULL REFERENCES neighbourhood(id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX member_neighbourhood ON member (neighbourhood);
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
  ('neighbourhood', 'attributes', 'Neighbourhoods', 'Small areas that planners look at as one', NULL),
  ('member', 'attributes', 'Areas of neighbourhoods', 'Which neighbourhood each small area belongs to', NULL);`,
};
