import type {UnplacedSitesLayout} from '../layout.ts';
import {nhsEngland} from '../publishers.ts';
import {looksLike, ODS_AT, ODS_WIDTHS, odsColumns, setting, stillOpen} from './ods-columns.ts';

/** Reports of the NHS Organisation Data Service, as downloaded: headless CSV, told apart by their codes. */

const base = {
  kind: 'unplaced-sites',
  publisher: nhsEngland,
  edition: 'as downloaded',
  date: null,
  year: 2026,
  sure: 'certain',
  from: 'table',
  leave: stillOpen,
  headless: {widths: ODS_WIDTHS, at: ODS_AT},
} as const satisfies Partial<UnplacedSitesLayout>;

/** epraccur: practices and every other prescribing cost centre; only setting 4 (now RO76) is general practice. */
export const odsPractices: UnplacedSitesLayout = {
  ...base,
  id: 'ods-gp-practices',
  siteKind: 'gp practice',
  title: 'GP practices of the Organisation Data Service (epraccur)',
  columns: [...odsColumns(looksLike(/^[A-HJ-NPWY]\d{5}$/, 'the code of a practice, such as A81001')), setting],
  headless: {widths: ODS_WIDTHS, at: [...ODS_AT, 26]},
  leave: [
    ...stillOpen,
    {role: 'setting', unless: /^4$|(^|[|])RO76($|[|])/, say: 'prescribers of another kind than general practice'},
  ],
};

/** edispensary: community pharmacies and appliance contractors. */
export const odsPharmacies: UnplacedSitesLayout = {
  ...base,
  id: 'ods-pharmacies',
  siteKind: 'pharmacy',
  title: 'Pharmacies of the Organisation Data Service (edispensary)',
  columns: odsColumns(looksLike(/^F[A-Z0-9]{2,4}$/, 'the code of a pharmacy, such as FA002')),
};

/** ebranchs: branch surgeries, whose code is that of the practice and three figures. */
export const odsBranches: UnplacedSitesLayout = {
  ...base,
  id: 'ods-branch-surgeries',
  siteKind: 'gp branch surgery',
  title: 'Branch surgeries of the Organisation Data Service (ebranchs)',
  columns: odsColumns(looksLike(/^[A-HJ-NPWY]\d{8}$/, 'the code of a branch surgery, such as A81004001')),
};

/** egdpprac: dental practices. */
export const odsDentists: UnplacedSitesLayout = {
  ...base,
  id: 'ods-dental-practices',
  siteKind: 'dental practice',
  title: 'Dental practices of the Organisation Data Service (egdpprac)',
  columns: odsColumns(looksLike(/^V\d{5}$/, 'the code of a dental practice, such as V00001')),
};

/** etr and ets: NHS trusts (three letters) and their sites (five). */
export const odsTrusts: UnplacedSitesLayout = {
  ...base,
  id: 'ods-trusts-and-sites',
  siteKind: 'nhs trust site',
  title: 'NHS trusts and their sites of the Organisation Data Service (etr, ets)',
  columns: odsColumns(looksLike(/^[RT][A-Z0-9]{2}([A-Z0-9]{2})?$/, 'the code of a trust or its site, such as R0A02')),
};
