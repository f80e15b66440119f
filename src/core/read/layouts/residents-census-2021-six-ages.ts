import type {ResidentsLayout} from '../layout.ts';
import {ons} from '../publishers.ts';
import {band, total} from './age-columns.ts';
import {areaName, codeOf} from './area-columns.ts';

/** Census 2021, the six age groups that the Office for National Statistics offers for every table: Aged 15 years and under, … */
export const residentsCensus2021SixAges: ResidentsLayout = {
  id: 'residents-census-2021-six-ages',
  kind: 'residents',
  title: 'Residents by age, Census 2021 (six age groups)',
  publisher: ons,
  edition: 'Census 2021',
  date: '2021-03-21',
  year: 2021,
  sure: 'certain',
  from: 'table',
  vintage: 2021,
  columns: [
    codeOf(21),
    areaName,
    band(0, 15),
    band(16, 24),
    band(25, 34),
    band(35, 49),
    band(50, 64),
    band(65, null),
    {...total, must: false, strict: true},
  ],
};
