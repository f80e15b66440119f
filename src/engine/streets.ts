import {unpackNetwork} from '../core/graph/pack-network.ts';
import type {StreetNetwork} from '../core/graph/street-network.ts';
import {readStreets} from '../store/evidence.ts';
import type {Workspace} from './workspace.ts';

/** The networks of open projects, unpacked when first asked for and dropped with the project or its streets. */
const unpacked = new WeakMap<Workspace, {key: string; network: StreetNetwork}>();

/** The project’s street network, or nothing while it has none. */
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
