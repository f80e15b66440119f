import {type Changed, changeStreets} from '../core/graph/changes/change-streets.ts';
import {unpackNetwork} from '../core/graph/pack-network.ts';
import type {StreetNetwork} from '../core/graph/street-network.ts';
import type {Plan} from '../domain/plan.ts';
import type {StreetChange} from '../domain/street-change.ts';
import {streetChangesIn} from '../domain/street-change.ts';
import {readStreets} from '../store/evidence.ts';
import {fingerprint} from '../store/fingerprint.ts';
import {asNetworkChange} from './street-changes.ts';
import type {Workspace} from './workspace.ts';

/** The networks of open projects, unpacked when first asked for and dropped with the project or its streets. */
const unpacked = new WeakMap<Workspace, {key: string; network: StreetNetwork}>();

/** The project’s street network as it was read, or nothing while it has none. */
export function networkOf(workspace: Workspace): StreetNetwork | null {
  const key = workspace.streetsKey();
  if (key === null) return null;
  const held = unpacked.get(workspace);
  if (held?.key === key) return held.network;
  const parts = readStreets(workspace.file.db);
  if (!parts) return null;
  const network = unpackNetwork(parts);
  unpacked.set(workspace, {key, network});
  return network;
}

/** What an option changes in the streets, as one short key; empty where it changes nothing. Reasons and names are no part of it. */
export function streetChangesKey(plan: Plan, option: string): string {
  const changes = streetChangesIn(plan, option);
  if (changes.length === 0) return '';
  const form = changes.map(({kind, name, line, ways, closedTo, sort, mph, oneWay}) => [
    kind,
    name,
    line,
    ways,
    closedTo,
    sort,
    mph,
    // Said only where it is so: times of streets that were added before are found again.
    ...(oneWay ? [oneWay] : []),
  ]);
  return fingerprint('street changes 1', JSON.stringify(form));
}

export interface StreetsIn {
  network: StreetNetwork;
  /** What became of each change, in the order of `rows`. */
  changed: readonly Changed[];
  rows: readonly StreetChange[];
}

/** The last changed network of each project: an option is looked at for a while. */
const changedOnes = new WeakMap<Workspace, {key: string; streets: StreetsIn}>();

/** The streets as an option has them, or nothing while there are none. */
export function streetsIn(workspace: Workspace, option: string): StreetsIn | null {
  const network = networkOf(workspace);
  if (!network) return null;
  const rows = streetChangesIn(workspace.plan, option);
  if (rows.length === 0) return {network, changed: [], rows};
  const key = `${workspace.streetsKey()} ${streetChangesKey(workspace.plan, option)}`;
  const held = changedOnes.get(workspace);
  if (held?.key === key) return {...held.streets, rows};
  const streets = {...changeStreets(network, rows.map(asNetworkChange)), rows};
  changedOnes.set(workspace, {key, streets});
  return streets;
}
