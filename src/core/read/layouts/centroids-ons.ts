import type {CentroidsLayout} from '../layout.ts';
import {onsBoundaries} from '../publishers.ts';
import {areaName, codeOf} from './area-columns.ts';

/** LSOA (December 2021) population-weighted centroids, as map points: the point in each area with people around it. */
export const centroidsOns2021: CentroidsLayout = {
  id: 'centroids-ons-2021',
  kind: 'centroids',
  method: 'population-weighted',
  title: 'Population-weighted centroids of small areas 2021 (LSOA)',
  publisher: onsBoundaries,
  edition: 'December 2021',
  date: '2021-12-31',
  year: 2021,
  sure: 'likely',
  from: 'features',
  vintage: 2021,
  columns: [codeOf(21), areaName],
  notes: [
    'Points with 2021 small-area codes were taken for the population-weighted centroids that the Office for National Statistics publishes.',
  ],
};

export const centroidsOns2011: CentroidsLayout = {
  ...centroidsOns2021,
  id: 'centroids-ons-2011',
  title: 'Population-weighted centroids of small areas 2011 (LSOA)',
  edition: 'December 2011',
  date: '2011-12-31',
  year: 2011,
  vintage: 2011,
  columns: [codeOf(11), areaName],
  notes: [
    'Points with 2011 small-area codes were taken for the population-weighted centroids that the Office for National Statistics publishes.',
  ],
};
