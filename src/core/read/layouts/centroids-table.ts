import type {CentroidsLayout} from '../layout.ts';
import {onsBoundaries} from '../publishers.ts';
import {anyCode, areaName} from './area-columns.ts';
import {easting, latitude, longitude, northing} from './place-columns.ts';

/** A table of small-area codes and points. It does not say how the points were chosen, and neither does Closer. */
export const centroidsTable: CentroidsLayout = {
  id: 'centroids-table',
  kind: 'centroids',
  method: 'not stated',
  title: 'Points of small areas (LSOA)',
  publisher: onsBoundaries,
  edition: 'not stated in the file',
  date: null,
  year: 2021,
  sure: 'likely',
  from: 'table',
  columns: [anyCode, longitude, latitude, areaName],
  notes: [
    'The file does not say how its points were chosen; if they are not population-weighted, travel may start in a field.',
  ],
};

export const centroidsGridTable: CentroidsLayout = {
  ...centroidsTable,
  id: 'centroids-grid-table',
  columns: [anyCode, easting, northing, areaName],
  notes: [
    ...centroidsTable.notes!,
    'Metres of the National Grid were turned to longitude and latitude, which may be up to 5 metres out.',
  ],
};
