import type {BoundariesLayout} from '../layout.ts';
import {onsBoundaries} from '../publishers.ts';
import {anyCode, areaName, larger} from './area-columns.ts';

/** Small-area boundaries under a heading that does not say which edition: the codes may. */
export const boundariesLsoaAny: BoundariesLayout = {
  id: 'boundaries-lsoa-any',
  kind: 'boundaries',
  level: 'small area',
  title: 'Small-area boundaries (LSOA)',
  publisher: onsBoundaries,
  edition: 'not stated in the file',
  date: null,
  year: 2021,
  sure: 'likely',
  from: 'features',
  columns: [anyCode, areaName, ...larger],
  notes: ['The file does not say of which edition its areas are.'],
};
