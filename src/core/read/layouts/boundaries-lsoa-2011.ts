import type {BoundariesLayout} from '../layout.ts';
import {onsBoundaries} from '../publishers.ts';
import {areaName, codeOf, larger} from './area-columns.ts';

/** LSOA (December 2011) boundaries: LSOA11CD, LSOA11NM, …: the areas of IMD 2019 and of populations up to mid-2020. */
export const boundariesLsoa2011: BoundariesLayout = {
  id: 'boundaries-lsoa-2011',
  kind: 'boundaries',
  level: 'small area',
  title: 'Small-area boundaries 2011 (LSOA)',
  publisher: onsBoundaries,
  edition: 'December 2011',
  date: '2011-12-31',
  year: 2011,
  sure: 'certain',
  from: 'features',
  vintage: 2011,
  columns: [codeOf(11), areaName, ...larger],
};
