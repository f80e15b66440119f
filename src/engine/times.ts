import {GRAPH_EDITION} from '../core/graph/mode-graph.ts';
import {isOffStreets} from '../core/graph/snap.ts';
import type {TravelTimes} from '../core/graph/travel-times.ts';
import {fingerprint} from '../store/fingerprint.ts';
import {getPreparation, getResults} from '../store/results.ts';
import {timeFactor, travelSettings} from './assumptions.ts';
import type {PlaceTimes} from './compute.ts';
import {SNAP_REASON} from './speeds.ts';
import {streetChangesKey} from './streets.ts';
import type {TravelIn} from './travel-asked.ts';
import type {Workspace} from './workspace.ts';

/** Travel times to every site asked for, or the ids of those not measured yet. Sites stand in id order. */
export interface MeasuredTimes {
  ids: readonly string[];
  /** Under which the times to each site are kept; two sites at one place have one key. */
  keys: readonly string[];
  indexOf: ReadonlyMap<string, number>;
  times: TravelTimes;
  missing: string[];
  /** Why an area that reaches no site does not, in a planner’s words. */
  reasonOf: (area: number) => string;
  /** How each area joins the streets, as `SNAP_CODE` has it; empty where nothing was joined. */
  snapCodes: () => Uint8Array;
}

/** What must be brought before any question can be answered, in the order a planner would bring it. */
export function needsOf(workspace: Workspace): string[] {
  const people = workspace.people();
  const needs: string[] = [];
  if (people.codes.length === 0) needs.push('boundaries');
  if (people.codes.length > 0 && people.withoutResidents.length === people.codes.length) needs.push('residents');
  if (people.codes.length > 0 && people.withoutDeprivation.length === people.codes.length) needs.push('deprivation');
  if (workspace.plan.site.size === 0) needs.push('sites');
  if (workspace.streetsKey() === null) needs.push('streets');
  return needs;
}

/**
 * What a graph is made of, as one short key: streets and what the option changes in them, mode, speeds and figures. Results are found by it, so an edit of a
 * speed makes new ones and undoing it finds the old. Another time of day has the same graph.
 */
export function graphKey(workspace: Workspace, travel: TravelIn): string {
  return fingerprint(
    `graph ${GRAPH_EDITION}`,
    workspace.streetsKey() ?? 'no streets',
    streetChangesKey(workspace.plan, travel.option),
    travel.mode,
    JSON.stringify(travelSettings(workspace.plan, travel)),
  );
}

/** What all times of some travel are measured by: its graph, and how much longer the streets take at that time of day. */
export function timesKey(workspace: Workspace, travel: TravelIn): string {
  return fingerprint('times 2', graphKey(workspace, travel), timeFactor(workspace.plan, travel));
}

/** The key under which the times from all areas to one place are kept. */
function placeKey(times: string, areas: string, lng: number, lat: number): string {
  return fingerprint(times, areas, lng, lat);
}

/** Whole matrices weigh at most this together, so that an option and what it is held against both stay; one is always kept. */
const WHOLE_BYTES = 2 ** 30;
/** The last whole matrices of each open project. Keys name what a row was measured from: the same keys are the same matrix. */
const whole = new WeakMap<Workspace, MeasuredTimes[]>();

function keepWhole(workspace: Workspace, measured: MeasuredTimes): void {
  let bytes = 0;
  const kept = [measured, ...(whole.get(workspace) ?? []).filter((each) => each !== measured)].filter(({times}, at) => {
    bytes += times.seconds.byteLength + times.metres.byteLength;
    return at === 0 || (at < 4 && bytes <= WHOLE_BYTES);
  });
  whole.set(workspace, kept);
}

const sameList = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((each, index) => each === other[index]);

/** The kept times to these sites. Rows are read from the file once and then held; nobody writes to the answer. */
export function timesFor(workspace: Workspace, travel: TravelIn, ids: readonly string[]): MeasuredTimes {
  const people = workspace.people();
  const areas = people.codes.length;
  const graph = graphKey(workspace, travel);
  const by = timesKey(workspace, travel);
  const keys = ids.map((id) => {
    const site = workspace.plan.site.get(id)!;
    return placeKey(by, people.key, site.lng, site.lat);
  });
  const known = whole.get(workspace)?.find((each) => sameList(each.keys, keys) && sameList(each.ids, ids));
  if (known) {
    keepWhole(workspace, known);
    return known;
  }
  const held = keptTimes(workspace, keys);
  const missing = ids.filter((_, index) => !held.has(keys[index]!));
  const seconds = new Uint16Array(missing.length > 0 ? 0 : areas * ids.length);
  const metres = new Uint32Array(seconds.length);
  if (missing.length === 0) {
    keys.forEach((key, index) => {
      const row = held.get(key)!;
      seconds.set(row.seconds, index * areas);
      metres.set(row.metres, index * areas);
    });
  }
  const codes = snapCodes(workspace, snapKey(graph, people.key));
  const measured: MeasuredTimes = {
    ids,
    keys,
    indexOf: new Map(ids.map((id, index) => [id, index])),
    times: {areas, sites: ids.length, seconds, metres},
    missing,
    reasonOf: (area) => unreachableReason(codes()[area] ?? 0),
    snapCodes: codes,
  };
  if (missing.length === 0) keepWhole(workspace, measured);
  return measured;
}

/** The times kept under these keys, as far as there are any. */
export function keptTimes(workspace: Workspace, keys: readonly string[]): ReadonlyMap<string, PlaceTimes> {
  const found = new Map<string, PlaceTimes>();
  const absent: string[] = [];
  for (const key of new Set(keys)) {
    const held = workspace.times.get(key);
    if (held) found.set(key, held);
    else absent.push(key);
  }
  for (const [key, times] of getResults(workspace.file.db, absent)) {
    const row = timesOf(times);
    workspace.times.put(key, row);
    found.set(key, row);
  }
  return found;
}

function timesOf({seconds, metres}: {seconds: Uint8Array; metres: Uint8Array}): PlaceTimes {
  // Copied: a blob from the file need not lie on a boundary of 2 or 4 bytes.
  return {
    seconds: new Uint16Array(seconds.slice().buffer),
    metres: new Uint32Array(metres.slice().buffer),
  };
}

/** The key under which it is kept how well areas and their streets join. */
export function snapKey(graph: string, areas: string): string {
  return fingerprint('snap 1', graph, areas);
}

/** Read once, when first asked for: they are kept as soon as anything was measured. */
function snapCodes(workspace: Workspace, key: string): () => Uint8Array {
  let codes: Uint8Array | null = null;
  return () => {
    codes ??= getPreparation(workspace.file.db, key)?.find((each) => each.name === 'areas')?.bytes ?? null;
    return codes ?? NO_CODES;
  };
}

/** Where nothing was joined to streets. */
export const NO_CODES = new Uint8Array();

function unreachableReason(code: number): string {
  return !isOffStreets(code)
    ? 'No street route to an open site within the longest journey measured'
    : SNAP_REASON[code]!;
}
