import {anything} from '../cell-rules.ts';
import type {Column, SitesLayout} from '../layout.ts';
import {nhsEngland} from '../publishers.ts';
import {latitude, longitude} from './place-columns.ts';
import {siteName} from './site-columns.ts';

/** Lists of the NHS website (Hospital.csv, Clinic.csv, …): `¬` between the columns, windows-1252, coordinates of the door. */

const column = (role: Column['role'], label: string, named: RegExp, must = false): Column => ({
  role,
  label,
  named,
  rule: anything,
  must,
});

export const nhsChoices: SitesLayout = {
  id: 'nhs-choices',
  kind: 'sites',
  title: 'Organisations on the NHS website',
  publisher: nhsEngland,
  edition: 'as downloaded',
  date: null,
  year: 2018,
  sure: 'certain',
  from: 'table',
  columns: [
    column('site code', 'the organisation code', /^organisationcode$/, true),
    {...siteName, named: /^organisationname$/},
    column('site kind', 'the type of organisation', /^organisationtype$/, true),
    column('status', 'whether it is shown', /^organisationstatus$/, true),
    {...column('address', 'the address', /^(address\d|city|county)$/), each: true},
    column('postcode', 'the postcode', /^postcode$/),
    column('parent', 'the parent organisation', /^parentodscode$/),
    longitude,
    latitude,
  ],
  leave: [{role: 'status', unless: /^visible$/i, say: 'no longer shown on the NHS website'}],
};
