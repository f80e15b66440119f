import {type Migration, rewriteHistory} from '../migrate.ts';

/** What opening a service at a site would cost, for searches within a budget: not known of the sites there are. */
export const withOpeningCost: Migration = {
  format: 2,
  name: '002-opening-cost',
  sql: 'ALTER TABLE site ADD COLUMN opening_cost DOUBLE;',
  after: (db) => rewriteHistory(db, 'site', (row) => ({...row, openingCost: null})),
};
