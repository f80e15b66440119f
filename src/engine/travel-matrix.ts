import {isOffStreets} from '../core/graph/snap.ts';
import {LONGEST_SECONDS} from '../core/graph/times-to-place.ts';
import {UNREACHED} from '../core/graph/travel-times.ts';
import type {Progress} from '../core/job.ts';
import {PlanError} from '../domain/errors.ts';
import type {Mode} from '../domain/mode.ts';
import {AS_NOW} from '../domain/option.ts';
import {beginMatrix} from '../store/matrix-file.ts';
import type {PlaceTimes} from './compute.ts';
import type {Context} from './context.ts';
import {opened} from './context.ts';
import {maybe, text} from './fields.ts';
import {job} from './kinds.ts';
import {optionNamed} from './question.ts';
import {sourcesUsed} from './sources.ts';
import {streetsRequest} from './streets-request.ts';
import {type TravelIn, travelFields, travelIn} from './travel-asked.ts';
import {whileWaiting} from './while-waiting.ts';

/** What was written: from every area to every area, each to itself included. */
export interface MatrixWritten {
  mode: Mode;
  areas: number;
  pairs: number;
  unreachable: number;
  areasOffStreets: number;
  bytes: number;
}

/** Areas whose rows are measured, then written while the next are measured: 26 MB of them for England. */
const BLOCK = 128;
/** Whole seconds in two bytes, whole metres in four. */
const BYTES_A_PAIR = 6;
const DOING = 'Measuring travel times between all areas';

/**
 * Times and distances between all areas, to a file: docs/file-format.md says in which form, and why not in the project. No
 * journey is too long to be told (18 hours are the limit of the form).
 */
async function* writeMatrix(
  context: Context,
  travel: TravelIn,
  path: string,
  signal: AbortSignal,
): AsyncGenerator<Progress, MatrixWritten, void> {
  const workspace = opened(context);
  const {mode} = travel;
  const request = streetsRequest(workspace, travel);
  const {codes} = workspace.people();
  if (codes.length === 0)
    throw new PlanError(
      'invalid',
      'This needs the boundaries of small areas, and this project has none yet. Import them first.',
    );
  const areas = codes.length;
  const {lng, lat} = request.areas;
  const bytes = BYTES_A_PAIR * areas ** 2;
  const attribution = sourcesUsed(workspace)
    .map((source) => source.attribution)
    .filter((line, index, all) => line !== '' && all.indexOf(line) === index);
  const head = {
    closer: 'matrix 1',
    ...travel,
    rows: 'uint16 seconds, uint32 metres',
    unreached: UNREACHED,
    areas: codes,
    attribution,
  };
  const written: MatrixWritten = {mode, areas, pairs: areas ** 2, unreachable: 0, areasOffStreets: 0, bytes};
  const file = await beginMatrix(path, head, bytes);
  let writing: Promise<void> = Promise.resolve();
  try {
    for (let first = 0; first < areas; first += BLOCK) {
      const places = {lng: lng.slice(first, first + BLOCK), lat: lat.slice(first, first + BLOCK)};
      let now: Progress = {done: first, of: areas, doing: DOING};
      const work = context.compute.times(
        {...request, places, placesInAll: areas, limitSeconds: LONGEST_SECONDS},
        signal,
        ({done, of, doing}) => {
          now = of === places.lng.length ? {done: first + done, of: areas, doing: DOING} : {done, of, doing};
        },
      );
      const {times, snapped} = yield* whileWaiting(work, () => now);
      await writing;
      if (signal.aborted) throw new PlanError('cancelled', 'Stopped. Nothing was changed.');
      written.unreachable += times.reduce((sum, each) => sum + unreachedIn(each), 0);
      written.areasOffStreets += snapped.places.filter(isOffStreets).length;
      writing = file.append(times.flatMap(({seconds, metres}) => [bytesOf(seconds), bytesOf(metres)]));
      // Awaited in its turn; until then a failure must not count as unhandled.
      writing.catch(() => undefined);
    }
    await writing;
    await file.finish();
    return written;
  } finally {
    await writing.catch(() => undefined);
    file.abandon();
  }
}

function unreachedIn({seconds}: PlaceTimes): number {
  let count = 0;
  for (let area = 0; area < seconds.length; area++) if (seconds[area] === UNREACHED) count++;
  return count;
}

function bytesOf(array: Uint16Array | Uint32Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

export const travelMatrix = {
  /** From every area to every area, to a file whose name ends in .matrix. */
  'travel.matrix': job(
    {...travelFields, option: maybe(text(80)), to: text(200)},
    (context, {to, option, ...asked}, signal) => {
      const path = context.granted(to);
      if (!/\.matrix$/i.test(path)) throw new PlanError('invalid', 'Choose a file name that ends in .matrix.', 'to');
      const travel = travelIn(asked, optionNamed(opened(context).plan, option ?? AS_NOW).id);
      return writeMatrix(context, travel, path, signal);
    },
  ),
};
