import {anything} from '../cell-rules.ts';
import type {Column, StopsLayout} from '../layout.ts';
import type {Publisher} from '../publishers.ts';
import {easting, latitude, longitude, maybe, northing} from './place-columns.ts';
import {siteName} from './site-columns.ts';

const transport: Publisher = {
  name: 'Department for Transport',
  licence: 'Open Government Licence v3.0',
  attribution: (year) =>
    `Source: Department for Transport, NaPTAN ${year}, licensed under the Open Government Licence v3.0`,
};

const column = (role: Column['role'], label: string, named: RegExp): Column => ({
  role,
  label,
  named,
  rule: anything,
  must: true,
});

/** NaPTAN Stops.csv: every stop and station of Britain; the degrees may be blank, and the metres then serve. */
export const naptan: StopsLayout = {
  id: 'naptan-stops',
  kind: 'stops',
  title: 'Public transport stops of Britain (NaPTAN)',
  publisher: transport,
  edition: 'as downloaded',
  date: null,
  year: 2026,
  sure: 'certain',
  from: 'table',
  columns: [
    column('site code', 'ATCOCode', /^atcocode$/),
    {...siteName, named: /^commonname$/},
    column('site kind', 'StopType', /^stoptype$/),
    {...column('status', 'Status', /^status$/), must: false},
    maybe({...easting, named: /^easting$/}),
    maybe({...northing, named: /^northing$/}),
    {...longitude, named: /^longitude$/},
    {...latitude, named: /^latitude$/},
  ],
  leave: [{role: 'status', unless: /^(act|active|)$/i, say: 'no longer in use'}],
};
