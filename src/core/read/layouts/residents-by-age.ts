import type {ResidentsLayout} from '../layout.ts';
import {ons} from '../publishers.ts';
import {ageBands, total} from './age-columns.ts';
import {anyCode, areaName, larger} from './area-columns.ts';

/** Any table of small areas with people by age, of any bands: mid-year populations, single years, planners’ own extracts. */
export const residentsByAge: ResidentsLayout = {
  id: 'residents-by-age',
  kind: 'residents',
  title: 'Residents by age',
  publisher: ons,
  edition: 'not stated in the file',
  date: null,
  year: 2021,
  sure: 'likely',
  from: 'table',
  columns: [anyCode, areaName, ...larger, {...total, must: false, strict: true}, ageBands],
  notes: ['The file does not say of which year its counts are.'],
};
