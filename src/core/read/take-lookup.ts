import type {Job} from '../job.ts';
import {levelOf} from './area-codes.ts';
import {areaRows, type Feature} from './area-rows.ts';
import type {LookupReading} from './further-reading.ts';
import type {LookupLayout} from './layout.ts';
import {every, type Match, one} from './match.ts';
import type {Refused} from './reading.ts';
import {type Surroundings, takenFrom} from './taken.ts';

/** A lookup: each small area with its successor in another edition, or with the larger areas it lies in. */
export function* takeLookup(
  match: Match,
  layout: LookupLayout,
  records: Iterator<Feature>,
  around: Surroundings,
): Job<LookupReading | Refused> {
  const rows = yield* areaRows(match, records, around.noun, around.name, null);
  if ('kind' in rows) return rows;
  const named = one(match, 'area name');
  const change = one(match, 'change');
  const larger = layout.to === 'edition' ? every(match, 'new area code') : every(match, 'larger code');
  const largerNames = layout.to === 'edition' ? every(match, 'new area name') : every(match, 'larger name');
  return {
    ...takenFrom(match, around, rows),
    kind: 'lookup',
    codes: rows.codes,
    names: named ? rows.texts.get(named)! : rows.codes.map(() => ''),
    to: larger.map((found, index) => ({
      level: levelOf(rows.texts.get(found)![0]!) ?? 'other area',
      vintage: found.heading.vintage,
      codes: rows.texts.get(found)!,
      names: largerNames[index] ? rows.texts.get(largerNames[index])! : null,
    })),
    change: change ? rows.texts.get(change)! : null,
  };
}
