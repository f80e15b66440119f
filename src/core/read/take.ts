import type {Job} from '../job.ts';
import type {Feature} from './area-rows.ts';
import type {EveryReading} from './further-reading.ts';
import type {Layout} from './layout.ts';
import type {Match} from './match.ts';
import type {Reference} from './shape-rows.ts';
import {takeBoundaries} from './take-boundaries.ts';
import {takeCentroids} from './take-centroids.ts';
import {takeDeprivation} from './take-deprivation.ts';
import {takeEstates} from './take-estates.ts';
import {takeLookup} from './take-lookup.ts';
import {takeLongMeasures, takeMeasures} from './take-measures.ts';
import {takePatients} from './take-patients.ts';
import {takePostcodes} from './take-postcodes.ts';
import {takeResidents} from './take-residents.ts';
import {takeSites, takeUnplacedSites} from './take-sites.ts';
import {takeStops} from './take-stops.ts';
import {takeTravelTimes} from './take-travel-times.ts';
import type {Surroundings} from './taken.ts';

/** Reads the rows of a recognised file as what its layout says they are. */
export function take(
  match: Match,
  records: Iterator<Feature>,
  reference: Reference,
  around: Surroundings,
): Job<EveryReading> {
  const layout: Layout = match.layout;
  switch (layout.kind) {
    case 'boundaries':
      return takeBoundaries(match, layout, records, reference, around);
    case 'centroids':
      return takeCentroids(match, layout, records, reference, around);
    case 'deprivation':
      return takeDeprivation(match, layout, records, around);
    case 'residents':
      return takeResidents(match, layout, records, around);
    case 'sites':
      return takeSites(match, layout, records, reference, around);
    case 'unplaced-sites':
      return takeUnplacedSites(match, layout, records, around);
    case 'lookup':
      return takeLookup(match, layout, records, around);
    case 'measures':
      return takeMeasures(match, layout, records, around);
    case 'own-columns':
      return takeMeasures(match, {unit: ''}, records, around);
    case 'measures-long':
      return takeLongMeasures(match, layout, records, around);
    case 'postcodes':
      return takePostcodes(match, layout, records, around);
    case 'registered-patients':
      return takePatients(match, layout, records, around);
    case 'estates':
      return takeEstates(match, layout, records, around);
    case 'stops':
      return takeStops(match, layout, records, around);
    case 'travel-times':
      return takeTravelTimes(match, layout, records, around);
  }
}
