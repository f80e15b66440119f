import {anything} from '../cell-rules.ts';
import type {CentroidsLayout, Column} from '../layout.ts';
import {onsBoundaries} from '../publishers.ts';
import {anyCode, areaName} from './area-columns.ts';
import {easting, latitude, longitude, northing} from './place-columns.ts';

/** Some tables say in words how each point was chosen. */
const pointMethod: Column = {
  role: 'point method',
  label: 'how the points were chosen',
  named: /^(point|method|point type|centroid type)$/,
  rule: anything,
  must: false,
};

/** A table of small-area codes and points. Where it does not say how they were chosen, neither does Closer. */
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
  columns: [anyCode, longitude, latitude, areaName, pointMethod],
};

export const centroidsGridTable: CentroidsLayout = {
  ...centroidsTable,
  id: 'centroids-grid-table',
  columns: [anyCode, easting, northing, areaName, pointMethod],
};
