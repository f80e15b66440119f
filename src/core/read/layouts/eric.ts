import {amount, anything} from '../cell-rules.ts';
import type {Column, EstatesLayout} from '../layout.ts';
import {nhsEngland} from '../publishers.ts';
import {looksLike} from './ods-columns.ts';

/** Estates returns (ERIC): headings often in the second row, units in brackets, “Not Applicable” for no figure. */

const base = {
  kind: 'estates',
  publisher: nhsEngland,
  edition: 'as downloaded',
  date: null,
  year: 2024,
  sure: 'certain',
  from: 'table',
} as const satisfies Partial<EstatesLayout>;
const column = (role: Column['role'], label: string, named: RegExp, must: boolean): Column => ({
  role,
  label,
  named,
  rule: anything,
  must,
});
const figures: Column = {
  role: 'figure',
  label: 'the figures of the return',
  named: /\w/,
  rule: amount,
  must: true,
  each: true,
};
const note = 'Premises that GPs own are not in these returns: no figure does not mean none.';

export const ericTrusts: EstatesLayout = {
  ...base,
  id: 'eric-trusts',
  about: 'trust',
  without: /^site code$/,
  title: 'Estates returns by trust (ERIC)',
  columns: [
    {
      ...column('organisation code', 'Organisation Code', /^(organisation|trust) code$/, true),
      rule: looksLike(/^[A-Z0-9]{3,5}$/, 'the code of a trust'),
    },
    column('organisation name', 'Organisation Name', /^(organisation|trust) name$/, true),
    column('parent', 'the region', /^commissioning region$/, true),
    column('site kind', 'the type of trust', /^(organisation|trust) type$/, true),
    figures,
  ],
  notes: [note],
};

export const ericSites: EstatesLayout = {
  ...base,
  id: 'eric-sites',
  about: 'site',
  title: 'Estates returns by site (ERIC)',
  columns: [
    column('organisation code', 'Trust Code', /^trust code$/, true),
    column('organisation name', 'Trust Name', /^trust name$/, true),
    column('parent', 'the region', /^commissioning region$/, false),
    column('setting', 'the type of trust', /^trust type$/, false),
    {
      ...column('site code', 'Site Code', /^site code$/, true),
      rule: looksLike(/^[A-Z0-9]{3,9}$/, 'the code of a site'),
    },
    column('site name', 'Site Name', /^site name$/, true),
    column('site kind', 'Site Type', /^site type$/, false),
    figures,
  ],
  notes: [note],
};
