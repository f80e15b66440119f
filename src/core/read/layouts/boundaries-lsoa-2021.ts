import type {BoundariesLayout} from '../layout.ts';
import {onsBoundaries} from '../publishers.ts';
import {areaName, codeOf, larger} from './area-columns.ts';

/** LSOA (December 2021) boundaries: LSOA21CD, LSOA21NM, …, as the Open Geography Portal and tables made from it write them. */
export const boundariesLsoa2021: BoundariesLayout = {
  id: 'boundaries-lsoa-2021',
  kind: 'boundaries',
  level: 'small area',
  title: 'Small-area boundaries 2021 (LSOA)',
  publisher: onsBoundaries,
  edition: 'December 2021',
  date: '2021-12-31',
  year: 2021,
  sure: 'certain',
  from: 'features',
  vintage: 2021,
  columns: [codeOf(21), areaName, ...larger],
};
