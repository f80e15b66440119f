import {count} from '../cell-rules.ts';
import type {CentroidsLayout} from '../layout.ts';
import {onsBoundaries} from '../publishers.ts';
import {codeOf} from './area-columns.ts';
import {latitude, longitude} from './place-columns.ts';

/** The mean of the postcodes of each small area: lsoa21_code, n_postcodes, …, lon, lat. Near the real centroids, but not they. */
export const centroidsOfPostcodes: CentroidsLayout = {
  id: 'centroids-of-postcodes',
  kind: 'centroids',
  method: 'mean of postcodes',
  title: 'Mean postcode of each small area 2021 (LSOA)',
  publisher: {...onsBoundaries, name: 'Derived from ONS and Ordnance Survey postcodes'},
  edition: '2021 areas',
  date: null,
  year: 2021,
  sure: 'certain',
  from: 'table',
  vintage: 2021,
  columns: [
    codeOf(21),
    {
      role: 'total',
      label: 'the number of postcodes (n_postcodes)',
      named: /^(n|number of) postcodes$/,
      rule: count,
      must: true,
    },
    longitude,
    latitude,
  ],
  notes: [
    'These are means of postcodes and not the population-weighted centroids of the Office for National Statistics: half are within 68 metres of them, one in ten is more than 192 metres off.',
  ],
};
