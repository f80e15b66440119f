/** Other engines, where the machine has them. Whoever is absent is named, never guessed at. */
import {hasOsmium} from './osmium.ts';
import {hasOsrm} from './osrm.ts';
import {type MatrixPeer, pythonWith} from './peer-folder.ts';
import {pgRouting} from './pgrouting.ts';
import {qgis} from './qgis.ts';
import {hasRoutingKit} from './routingkit.ts';
import {scipy} from './scipy.ts';
import {hasValhalla} from './valhalla.ts';

/** Those that are given the very graph that we search, so that every cell can be compared. */
export const MATRIX_PEERS: readonly MatrixPeer[] = [scipy, pgRouting, qgis];

const ALL: readonly [name: string, isHere: () => boolean][] = [
  ...MATRIX_PEERS.map(({name, isHere}) => [name, isHere] as [string, () => boolean]),
  ['RoutingKit', hasRoutingKit],
  ['OSRM', hasOsrm],
  ['Valhalla', hasValhalla],
  ['osmium', hasOsmium],
];

/** Names of the engines that are here, and of those that are not. Pandana is known and not driven by this bench. */
export function peers(): {here: string[]; absent: string[]} {
  const runs = ALL.map(([name, isHere]) => ({name, here: isHere()}));
  return {
    here: runs.filter(({here}) => here).map(({name}) => name),
    absent: [...runs.filter(({here}) => !here).map(({name}) => name), ...(pythonWith('pandana') ? [] : ['pandana'])],
  };
}
