import {anything} from '../cell-rules.ts';
import type {Column, SitesLayout} from '../layout.ts';
import type {Publisher} from '../publishers.ts';
import {latitude, longitude} from './place-columns.ts';
import {siteName} from './site-columns.ts';

const commission: Publisher = {
  name: 'Care Quality Commission',
  licence: 'Open Government Licence v3.0',
  attribution: (year) => `Source: Care Quality Commission ${year}, licensed under the Open Government Licence v3.0`,
};

const column = (role: Column['role'], label: string, named: RegExp, must = false): Column => ({
  role,
  label,
  named,
  rule: anything,
  must,
});

/** HSCA active locations: every place registered for care, with coordinates, ratings and what it is registered for. */
export const cqcLocations: SitesLayout = {
  id: 'cqc-locations',
  kind: 'sites',
  title: 'Active locations registered with the Care Quality Commission',
  publisher: commission,
  edition: 'as downloaded',
  date: null,
  year: 2026,
  sure: 'certain',
  from: 'table',
  columns: [
    column('site code', 'Location ID', /^location id$/, true),
    {...siteName, named: /^location name$/},
    column('site kind', 'Location Primary Inspection Category', /^location primary inspection category$/, true),
    column('status', 'Dormant', /^dormant$/),
    {...column('address', 'the address', /^location (street address|address line 2|city|county)$/), each: true},
    column('postcode', 'Location Postal Code', /^location postal code$/, true),
    column('parent', 'the provider', /^provider name$/),
    {...longitude, named: /^location longitude$/},
    {...latitude, named: /^location latitude$/},
  ],
  leave: [{role: 'status', unless: /^n?$/i, say: 'dormant'}],
};
