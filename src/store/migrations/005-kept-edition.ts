import type {Migration} from '../migrate.ts';

/** The edition before the one in force, of each kind of evidence: what an import replaced can be had again. */
export const withKeptEditions: Migration = {
  format: 5,
  name: '005-kept-edition',
  sql: `
CREATE TABLE kept_edition (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  source TEXT NOT NULL REFERENCES source(id) DEFERRABLE INITIALLY DEFERRED,
  piece INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  UNIQUE (source, piece)
) STRICT;
INSERT INTO gpkg_extensions VALUES
  ('kept_edition', NULL, 'closer_project', 'docs/file-format.md of Closer: editions that can be gone back to, compressed', 'read-write');
`,
};
