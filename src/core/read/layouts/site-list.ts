import type {SitesLayout} from '../layout.ts';
import {planner} from '../publishers.ts';
import {easting, latitude, longitude, maybe, northing} from './place-columns.ts';
import {described} from './site-columns.ts';

/** A planner’s own list, or any that no other layout knows: a name and coordinates in any columns that say so. */

const base = {
  kind: 'sites',
  title: 'A list of sites',
  publisher: planner,
  edition: 'not stated in the file',
  date: null,
  year: 2026,
  sure: 'guess',
} as const satisfies Partial<SitesLayout>;

export const siteListLonLat: SitesLayout = {
  ...base,
  id: 'site-list',
  from: 'table',
  columns: [
    ...described,
    longitude,
    latitude,
    maybe({...easting, named: /^eastings?$/}),
    maybe({...northing, named: /^northings?$/}),
  ],
};

export const siteListGrid: SitesLayout = {
  ...base,
  id: 'site-list-grid',
  from: 'table',
  columns: [...described, easting, northing],
};

export const siteListMapped: SitesLayout = {...base, id: 'site-list-map', from: 'features', columns: described};
