import {isOffStreets} from '../core/graph/snap.ts';
import {UNREACHED} from '../core/graph/travel-times.ts';
import type {Progress} from '../core/job.ts';
import {PlanError} from '../domain/errors.ts';
import type {Mode} from '../domain/mode.ts';
import {AS_NOW} from '../domain/option.ts';
import {pruneResults, putPreparation, putResults} from '../store/results.ts';
import {figureValue} from './assumptions.ts';
import type {TimesRequest} from './compute.ts';
import type {Context} from './context.ts';
import {opened} from './context.ts';
import {maybe, text} from './fields.ts';
import type {JobBody} from './kinds.ts';
import {job, query} from './kinds.ts';
import {optionNamed} from './question.ts';
import {coverSentences} from './street-cover.ts';
import {streetsRequest} from './streets-request.ts';
import {graphKey, keptTimes, needsOf, snapKey, timesFor} from './times.ts';
import {type TravelIn, travelFields, travelIn} from './travel-asked.ts';
import {whileWaiting} from './while-waiting.ts';

/** What a measuring did: pairs of area and site, sites measured now and found from before, pairs with no route. */
export interface Measured {
  mode: Mode;
  areas: number;
  sites: number;
  measured: number;
  reused: number;
  pairs: number;
  unreachable: number;
  areasOffStreets: number;
  sitesOffStreets: number;
}

const SENTENCE: Record<string, string> = {
  boundaries: 'the boundaries of small areas',
  residents: 'residents by age',
  deprivation: 'deprivation',
  sites: 'sites',
  streets: 'streets',
};

/** As much as results may take of a project's file; the oldest are let go first, and can be measured again. */
const MOST_RESULTS = 2 ** 30;

/** Measures what is not yet kept: times from every area to every site by one mode. Written once, at the end. */
export async function* measureBody(
  context: Context,
  travel: TravelIn,
  signal: AbortSignal,
): AsyncGenerator<Progress, Measured, void> {
  const workspace = opened(context);
  const lacking = needsOf(workspace).filter((need) => need !== 'residents' && need !== 'deprivation');
  if (lacking.length > 0) {
    const what = lacking.map((need) => SENTENCE[need]).join(' and ');
    throw new PlanError('invalid', `Travel times need ${what}, and this project has none yet. Import them first.`);
  }
  const people = workspace.people();
  const ids = [...workspace.plan.site.keys()].sort();
  const found = timesFor(workspace, travel, ids);
  const {mode} = travel;
  const graph = graphKey(workspace, travel);
  // Two sites at one place have one key, and are measured once.
  const wanted = new Map<string, {lng: number; lat: number}>();
  for (const id of found.missing) {
    const {lng, lat} = workspace.plan.site.get(id)!;
    wanted.set(found.keys[found.indexOf.get(id)!]!, {lng, lat});
  }

  let sitesOffStreets = 0;
  let areasOffStreets = 0;
  if (wanted.size > 0) {
    const places = [...wanted.values()];
    const request: TimesRequest = {
      ...streetsRequest(workspace, travel),
      places: {lng: Float64Array.from(places, (each) => each.lng), lat: Float64Array.from(places, (each) => each.lat)},
      placesInAll: places.length,
      limitSeconds: figureValue(workspace.plan, 'travel-limit') * 60,
    };
    let now: Progress = {done: 0, of: places.length, doing: 'Measuring travel times'};
    const work = context.compute.times(request, signal, (progress) => {
      now = progress;
    });
    const {times, snapped} = yield* whileWaiting(work, () => now);
    if (signal.aborted) throw new PlanError('cancelled', 'Stopped. Nothing was changed.');
    const keys = [...wanted.keys()];
    putResults(
      workspace.file.db,
      times.map((each, index) => ({
        fingerprint: keys[index]!,
        mode,
        seconds: new Uint8Array(each.seconds.buffer, each.seconds.byteOffset, each.seconds.byteLength),
        metres: new Uint8Array(each.metres.buffer, each.metres.byteOffset, each.metres.byteLength),
      })),
    );
    const snaps = snapKey(graph, people.key);
    putPreparation(workspace.file.db, snaps, [{name: 'areas', bytes: snapped.areas}]);
    pruneResults(workspace.file.db, MOST_RESULTS, new Set([...found.keys, snaps]));
    areasOffStreets = snapped.areas.filter(isOffStreets).length;
    sitesOffStreets = snapped.places.filter(isOffStreets).length;
  }

  // By the keys of the beginning: sites may have been moved or removed meanwhile.
  const kept = keptTimes(workspace, found.keys);
  let unreachable = 0;
  for (const key of found.keys) {
    for (const seconds of kept.get(key)!.seconds) if (seconds === UNREACHED) unreachable++;
  }
  return {
    mode,
    areas: people.codes.length,
    sites: ids.length,
    measured: found.missing.length,
    reused: ids.length - found.missing.length,
    pairs: people.codes.length * ids.length,
    unreachable,
    areasOffStreets,
    sitesOffStreets,
  };
}

const fields = {...travelFields, option: maybe(text(80))};

export const travel = {
  /** Which areas the streets fall short of, as their measuring found; in words, or null where there is none. */
  'travel.beyond': query(fields, (context, {option, ...asked}) => {
    const workspace = opened(context);
    const travel = travelIn(asked, optionNamed(workspace.plan, option ?? AS_NOW).id);
    const ids = [...workspace.plan.site.keys()].sort();
    const said = coverSentences(workspace.people(), timesFor(workspace, travel, ids).snapCodes());
    return {beyond: said.length > 0 ? said.join('\n') : null};
  }),
  'travel.measure': job(
    fields,
    (context, {option, ...asked}, signal): JobBody<Measured> =>
      measureBody(context, travelIn(asked, optionNamed(opened(context).plan, option ?? AS_NOW).id), signal),
  ),
  'travel.status': query(fields, (context, {option, ...asked}) => {
    const workspace = opened(context);
    const needs = needsOf(workspace);
    if (needs.includes('boundaries') || needs.includes('streets') || needs.includes('sites'))
      return {measured: 0, missing: 0, needs};
    const travel = travelIn(asked, optionNamed(workspace.plan, option ?? AS_NOW).id);
    const found = timesFor(workspace, travel, [...workspace.plan.site.keys()].sort());
    return {measured: found.ids.length - found.missing.length, missing: found.missing.length, needs};
  }),
};
