import type {DeprivationLayout} from '../layout.ts';
import {communities} from '../publishers.ts';
import {anyCode, areaName, larger} from './area-columns.ts';
import {domainColumns, imdDecile, imdRank, imdScore, optional} from './deprivation-columns.ts';

/** A cut-down table of deciles that does not say which year it is of; codes and ranks may. */
export const deprivationAny: DeprivationLayout = {
  id: 'deprivation-any',
  kind: 'deprivation',
  nation: 'England',
  ranked: 33_755,
  title: 'Deciles of the Index of Multiple Deprivation',
  publisher: communities,
  edition: 'not stated in the file',
  date: null,
  year: 2025,
  sure: 'likely',
  from: 'table',
  columns: [
    anyCode,
    areaName,
    ...larger,
    imdDecile,
    optional(imdRank),
    optional(imdScore),
    ...domainColumns(['decile', 'rank', 'score'], []),
  ],
  notes: ['The file does not say of which year its index is; indices of different years cannot be compared.'],
};
