import {amount, anything} from '../cell-rules.ts';
import type {Column, DeprivationLayout} from '../layout.ts';
import {communities} from '../publishers.ts';
import {anyCode, areaName, larger} from './area-columns.ts';
import {domainColumns, imdDecile, imdRank, imdScore, SEVEN} from './deprivation-columns.ts';

/** The English indices of deprivation 2025, on the small areas of 2021: Files 1, 2 and 7 as published, and tables made of them. */

const base = {
  kind: 'deprivation',
  nation: 'England',
  ranked: 33_755,
  publisher: communities,
  edition: 'IoD 2025',
  date: '2025-10-30',
  year: 2025,
  sure: 'certain',
  from: 'table',
  vintage: 2021,
} as const satisfies Partial<DeprivationLayout>;

const code: Column = {...anyCode, label: 'LSOA code (2021)'};

/** The published files, unlike tables made of them, name the district of every area. */
const published: readonly Column[] = larger.map((column) => ({...column, must: column.role === 'district code'}));

export const iod2025File1: DeprivationLayout = {
  ...base,
  id: 'iod-2025-file-1',
  title: 'English indices of deprivation 2025, File 1 (Index of Multiple Deprivation)',
  columns: [code, areaName, ...published, imdRank, imdDecile],
};

export const iod2025File2: DeprivationLayout = {
  ...base,
  id: 'iod-2025-file-2',
  title: 'English indices of deprivation 2025, File 2 (domains)',
  columns: [code, areaName, ...published, imdRank, imdDecile, ...domainColumns(['rank', 'decile'], SEVEN)],
};

export const iod2025File7: DeprivationLayout = {
  ...base,
  id: 'iod-2025-file-7',
  title: 'English indices of deprivation 2025, File 7 (all scores, ranks and deciles)',
  columns: [
    code,
    areaName,
    ...published,
    imdScore,
    imdRank,
    imdDecile,
    ...domainColumns(['score', 'rank', 'decile'], SEVEN),
    {
      role: 'edition',
      label: 'Total population: mid 2022',
      named: /^total population: mid 20\d\d$/,
      rule: anything,
      must: true,
    },
  ],
};

/** Scores, ranks and deciles of the seven domains under short names: lsoa21_code, IMD_decile, Income_decile, … */
export const iod2025Table: DeprivationLayout = {
  ...base,
  id: 'iod-2025-table',
  title: 'English indices of deprivation 2025 (scores, ranks and deciles by domain)',
  columns: [
    {...code, named: /^lsoa ?(20)?21 ?(cd|code)$/},
    imdDecile,
    imdRank,
    {...imdScore, rule: amount},
    ...domainColumns(['decile', 'rank', 'score'], SEVEN),
  ],
};

/** Ranks and deciles alone: LSOA21CD, LSOA21NM, IMDRank, IMDDecil, as map layers of London have them. */
export const iod2025Short: DeprivationLayout = {
  ...base,
  id: 'iod-2025-short',
  title: 'English indices of deprivation 2025 (rank and decile)',
  sure: 'likely',
  columns: [{...code, named: /^lsoa ?(20)?21 ?(cd|code)$/}, areaName, imdRank, imdDecile],
};
