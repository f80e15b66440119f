import type {CallResult} from '../contract.ts';
import {count, plural} from './numbers.ts';

type Fit = NonNullable<CallResult<'evidence.inspect'>[number]['fit']>;

/** How a file meets the place, in areas and in people, one sentence each. */
export function fitSentences({areas, sites, replaces, changes}: Fit): string[] {
  return [
    ...(areas ? areasSentences(areas) : []),
    ...(sites ? [sitesSentence(sites)] : []),
    ...replaced(replaces),
    ...(changes ? [changesSentence(changes)] : []),
  ];
}

function areasSentences({all, covered, people, peopleCovered, elsewhere}: NonNullable<Fit['areas']>): string[] {
  const missed = all - covered;
  const living =
    people !== null && peopleCovered !== null && people > 0
      ? `, where ${count(peopleCovered)} of ${count(people)} people live`
      : '';
  const covers =
    missed === 0
      ? `Covers all ${plural(all, 'area')} here${living}.`
      : `Covers ${count(covered)} of the ${plural(all, 'area')} here${living}.`;
  return [
    covers,
    ...(elsewhere > 0
      ? [`${plural(elsewhere, 'area')} elsewhere ${elsewhere === 1 ? 'counts' : 'count'} for nothing here.`]
      : []),
  ];
}

function sitesSentence({near, further}: NonNullable<Fit['sites']>): string {
  const far = further > 0 ? `; ${count(further)} further away` : '';
  return `${plural(near, 'site')} within 10 km of where people live here${far}.`;
}

function replaced(replaces: Fit['replaces']): string[] {
  return replaces
    ? [`Takes the place of ${replaces.title} (${[replaces.edition, replaces.fileName].filter(Boolean).join(', ')}).`]
    : [];
}

function changesSentence(changes: NonNullable<Fit['changes']>): string {
  if (changes.kind === 'residents')
    return `Residents here: ${count(changes.before)} so far, ${count(changes.after)} by this file.`;
  const {areas, worse, better, people} = changes;
  return `${plural(areas.length, 'area')} would change ${areas.length === 1 ? 'its' : 'their'} fifth, where ${count(people)} people live: ${count(worse)} to a more deprived one, ${count(better)} to a less deprived.`;
}
