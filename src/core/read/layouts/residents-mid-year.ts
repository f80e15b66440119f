import {anything} from '../cell-rules.ts';
import type {ResidentsLayout} from '../layout.ts';
import {ons} from '../publishers.ts';
import {ageBands, total} from './age-columns.ts';
import {anyCode, areaName} from './area-columns.ts';

/** Mid-year population estimates of small areas: workbook, three rows of titles, a sheet a year, F0 … M90 or broad ages. */
export const residentsMidYear: ResidentsLayout = {
  id: 'residents-mid-year',
  kind: 'residents',
  title: 'Mid-year population estimates of small areas',
  publisher: ons,
  edition: 'mid-year',
  editionIn: /mid[- ]20\d\d/i,
  date: null,
  year: 2024,
  sure: 'certain',
  from: 'table',
  columns: [
    {...anyCode, label: 'LSOA 2021 Code', named: /^lsoa (20(11|21) )?code$/},
    {...areaName, named: /^lsoa (20(11|21) )?name$/},
    {role: 'district code', label: 'LAD 2023 Code', named: /^(lad 20\d\d|la) code$/, rule: anything, must: true},
    {role: 'district name', label: 'LAD 2023 Name', named: /^(lad 20\d\d|la) name$/, rule: anything, must: false},
    {...total, named: /^(total|all ages)$/},
    ageBands,
  ],
};
