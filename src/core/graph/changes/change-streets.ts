/**
 * The streets as an option has them: a network with some streets closed, some limited otherwise, some added.
 *
 * The network given is not touched, and a network without changes is given back as it is. Streets are added first, so that
 * a closed street stays closed where a new one cuts it in two, and a new one can be closed itself; of two changes of one
 * street the later stands.
 */
import {STREET_MODES, type StreetNetwork, USE, withUse} from '../street-network.ts';
import {StreetAdder} from './add-street.ts';
import {edgesAlong} from './edges-along.ts';
import type {StreetChange} from './street-change.ts';

/** What became of one change: the street it meant, in edges and metres; of a new one, at how many points it joins others. */
export interface Changed {
  edges: number;
  metres: number;
  joins: number;
}

const NOTHING: Changed = {edges: 0, metres: 0, joins: 0};

export function changeStreets(
  network: StreetNetwork,
  changes: readonly StreetChange[],
): {network: StreetNetwork; changed: Changed[]} {
  const changed: Changed[] = changes.map(() => NOTHING);
  if (changes.length === 0) return {network, changed};
  const adder = new StreetAdder(network);
  changes.forEach((change, at) => {
    if (change.kind === 'added') changed[at] = adder.add(change);
  });
  const grown = adder.network();
  const edgeUse = grown.edgeUse.slice();
  const edgeLimit = grown.edgeLimit.slice();
  const edgeLimitBack = grown.edgeLimitBack.slice();
  changes.forEach((change, at) => {
    if (change.kind === 'added') return;
    const edges = edgesAlong(grown, change);
    for (const edge of edges) {
      if (change.kind === 'closed') edgeUse[edge] = closedTo(edgeUse[edge]!, change.modes);
      else edgeLimit[edge] = edgeLimitBack[edge] = Math.round(change.kmh * 100);
    }
    const decimetres = edges.reduce((sum, edge) => sum + grown.edgeDecimetres[edge]!, 0);
    changed[at] = {edges: edges.length, metres: decimetres / 10, joins: 0};
  });
  return {network: {...grown, edgeUse, edgeLimit, edgeLimitBack}, changed};
}

function closedTo(use: number, modes: readonly (typeof STREET_MODES)[number][]): number {
  let left = use;
  for (const mode of modes) {
    const place = STREET_MODES.indexOf(mode);
    for (let back = 0; back < 2; back++) left = withUse(left, place, back, USE.no);
  }
  return left;
}
