import type {ResidentsLayout} from '../layout.ts';
import {communities} from '../publishers.ts';
import {ageBands, total} from './age-columns.ts';
import {anyCode, areaName, larger} from './area-columns.ts';

const age = (label: string, named: RegExp) => ({...ageBands, label, named});

/** File 6 of the indices of 2019: the people each index was worked out for (mid-2015), in three ages. */
export const residentsIod2019: ResidentsLayout = {
  id: 'iod-2019-file-6',
  kind: 'residents',
  title: 'English indices of deprivation 2019, File 6 (population denominators)',
  publisher: communities,
  edition: 'mid-2015, without prisoners',
  date: '2019-09-26',
  year: 2019,
  sure: 'certain',
  from: 'table',
  vintage: 2011,
  columns: [
    {...anyCode, label: 'LSOA code (2011)'},
    areaName,
    ...larger,
    {...total, label: 'Total population: mid 2015', named: /^total population: mid 2015$/},
    age('aged 0 to 15', /^dependent children aged 0-15: mid 2015$/),
    age('aged 16 to 59', /^population aged 16-59: mid 2015$/),
    age('aged 60 and over', /^older population aged 60 and over: mid 2015$/),
  ],
  notes: [
    'These are the people of mid-2015 for whom the index was worked out, without prisoners; a census or mid-year table is newer.',
  ],
};
