import type {UnplacedSitesLayout} from '../layout.ts';
import {planner} from '../publishers.ts';
import {described, postcode} from './site-columns.ts';

/** A planner’s own list with postcodes in place of coordinates. */
export const siteListByPostcode: UnplacedSitesLayout = {
  id: 'site-list-by-postcode',
  kind: 'unplaced-sites',
  title: 'A list of sites by postcode',
  publisher: planner,
  edition: 'not stated in the file',
  date: null,
  year: 2026,
  sure: 'guess',
  from: 'table',
  columns: [
    ...described.filter(({role}) => role !== 'postcode'),
    {...postcode, label: 'a postcode, or a longitude and a latitude', must: true},
  ],
};
