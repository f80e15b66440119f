import {anything} from '../cell-rules.ts';
import type {Column, DeprivationLayout} from '../layout.ts';
import {communities} from '../publishers.ts';
import {anyCode, areaName, larger} from './area-columns.ts';
import {domainColumns, imdDecile, imdRank, imdScore, SEVEN} from './deprivation-columns.ts';

/** The English indices of deprivation 2019, on the small areas of 2011: Files 1, 2 and 7 as published, and tables made of them. */

const base = {
  kind: 'deprivation',
  nation: 'England',
  ranked: 32_844,
  publisher: communities,
  edition: 'IoD 2019',
  date: '2019-09-26',
  year: 2019,
  sure: 'certain',
  from: 'table',
  vintage: 2011,
} as const satisfies Partial<DeprivationLayout>;

const code: Column = {...anyCode, label: 'LSOA code (2011)'};

/** The published files, unlike tables made of them, name the district of every area. */
const published: readonly Column[] = larger.map((column) => ({...column, must: column.role === 'district code'}));

export const iod2019File1: DeprivationLayout = {
  ...base,
  id: 'iod-2019-file-1',
  title: 'English indices of deprivation 2019, File 1 (Index of Multiple Deprivation)',
  columns: [code, areaName, ...published, imdRank, imdDecile],
};

export const iod2019File2: DeprivationLayout = {
  ...base,
  id: 'iod-2019-file-2',
  title: 'English indices of deprivation 2019, File 2 (domains)',
  columns: [code, areaName, ...published, imdRank, imdDecile, ...domainColumns(['rank', 'decile'], SEVEN)],
};

export const iod2019File7: DeprivationLayout = {
  ...base,
  id: 'iod-2019-file-7',
  title: 'English indices of deprivation 2019, File 7 (all scores, ranks and deciles)',
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
      label: 'Total population: mid 2015',
      named: /^total population: mid 20\d\d$/,
      rule: anything,
      must: true,
    },
  ],
};

/** Ranks and deciles of the seven domains under short names: lsoa11_code, IMD_decile, Income_decile, … */
export const iod2019Table: DeprivationLayout = {
  ...base,
  id: 'iod-2019-table',
  title: 'English indices of deprivation 2019 (ranks and deciles by domain)',
  columns: [
    {...code, named: /^lsoa ?(20)?11 ?(cd|code)$/},
    imdDecile,
    imdRank,
    ...domainColumns(['decile', 'rank'], SEVEN),
  ],
};

/** Scores of the index, and of income and employment as percentages: lsoa11_code, imd_score, income_score_pct, … */
export const iod2019Scores: DeprivationLayout = {
  ...base,
  id: 'iod-2019-scores',
  title: 'English indices of deprivation 2019 (scores)',
  columns: [
    {...code, named: /^lsoa ?(20)?11 ?(cd|code)$/},
    imdScore,
    ...domainColumns(['score'], ['income', 'employment']),
    imdRank,
    imdDecile,
  ],
  notes: ['The income and employment scores of this table are percentages.'],
};

export const iod2019Short: DeprivationLayout = {
  ...base,
  id: 'iod-2019-short',
  title: 'English indices of deprivation 2019 (rank and decile)',
  sure: 'likely',
  columns: [{...code, named: /^lsoa ?(20)?11 ?(cd|code)$/}, areaName, imdRank, imdDecile],
};
