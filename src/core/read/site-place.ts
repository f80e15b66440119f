import type {Feature} from './area-rows.ts';
import {number} from './cell-rules.ts';
import {cellOf, type Found, type Match, one} from './match.ts';
import type {NationalGrid} from './national-grid.ts';
import {whyNotInBritain, whyNotOnGrid} from './place-in-britain.ts';
import {pointOf, type Reference} from './shape-rows.ts';

type Pair = [first: number, second: number];

/**
 * Where the site of a record is: its map point, else its longitude and latitude, else its metres of the National Grid. In
 * words that follow “row 12 ” why nobody can say, where none of the three is given or the one that is cannot be right.
 */
export function sitePlace(match: Match, record: Feature, reference: Reference, grid: NationalGrid): Pair | string {
  if (record.geometry !== undefined) return pointOf(record.geometry, reference, grid);
  const degrees = pair(one(match, 'longitude'), one(match, 'latitude'), record);
  if (Array.isArray(degrees)) return whyNotInBritain(degrees[0], degrees[1]) ?? degrees;
  const metres = pair(one(match, 'easting'), one(match, 'northing'), record);
  if (Array.isArray(metres)) return whyNotOnGrid(metres[0], metres[1]) ?? grid.lonLat(metres[0], metres[1]);
  if (degrees === 'not a number' || metres === 'not a number') return 'has a coordinate that is not a number';
  const postcode = cellOf(one(match, 'postcode'), record).toUpperCase();
  return postcode === ''
    ? 'has no coordinates'
    : `has no coordinates; look its postcode ${postcode.slice(0, 10)} up and add them`;
}

function pair(first: Found | null, second: Found | null, record: Feature): Pair | 'blank' | 'not a number' {
  const cells = [cellOf(first, record), cellOf(second, record)] as const;
  if (cells[0] === '' && cells[1] === '') return 'blank';
  const values: Pair = [number(cells[0]), number(cells[1])];
  return Number.isNaN(values[0]) || Number.isNaN(values[1]) ? 'not a number' : values;
}
