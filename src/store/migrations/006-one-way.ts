import {type Migration, rewriteHistory} from '../migrate.ts';

/** A street that is added may lead one way, as it is drawn: those that there are lead both ways. */
export const withOneWay: Migration = {
  format: 6,
  name: '006-one-way',
  sql: 'ALTER TABLE street_change ADD COLUMN one_way INTEGER NOT NULL DEFAULT 0 CHECK (one_way IN (0, 1));',
  after: (db) => rewriteHistory(db, 'street_change', (row) => ({...row, oneWay: 0})),
};
