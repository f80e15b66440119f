import {anything} from '../cell-rules.ts';
import type {SitesLayout} from '../layout.ts';
import {nhsGeocoded} from '../publishers.ts';
import {easting, latitude, longitude, maybe, northing} from './place-columns.ts';
import {address, kindOfSite, parent, postcode, siteCode, siteName} from './site-columns.ts';

/** NHS sites of all kinds placed by their postcode: kind, ods_code, name, parent, address, postcode, …, source. */

const base = {
  kind: 'sites',
  title: 'NHS sites by kind, placed by postcode',
  publisher: nhsGeocoded,
  edition: 'as each row says',
  date: null,
  year: 2025,
  sure: 'certain',
  notes: ['Sites stand at the middle of their postcode, which may be a few streets away from the door.'],
} as const satisfies Partial<SitesLayout>;

const columns = [
  {...kindOfSite, must: true},
  {...siteCode, must: true},
  siteName,
  parent,
  address,
  {...postcode, must: true},
  {role: 'edition', label: 'the list each row comes from (source)', named: /^source$/, rule: anything, must: true},
] as const satisfies SitesLayout['columns'];

export const sitesNhsGeocoded: SitesLayout = {
  ...base,
  id: 'sites-nhs-geocoded',
  from: 'table',
  columns: [...columns, longitude, latitude, maybe(easting), maybe(northing)],
};

export const sitesNhsGeocodedMap: SitesLayout = {...base, id: 'sites-nhs-geocoded-map', from: 'features', columns};
