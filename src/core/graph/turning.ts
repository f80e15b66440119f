/** The turns of one mode: what they cost, which are forbidden, and where it matters how one came. */
import type {SpeedSettings} from './speeds.ts';
import type {Turning} from './standpoints.ts';
import type {StreetArcs} from './street-arcs.ts';
import {STREET_MODES, type StreetMode, type StreetNetwork} from './street-network.ts';
import {TurnBans} from './turn-bans.ts';
import {bearingOf, type Junction, rankOf, type TurnCosts, turnAngle, turnSeconds} from './turn-costs.ts';

/** `isUsed` and `isPublic` are asked of arcs of the list. */
export function turningOf(
  network: StreetNetwork,
  mode: StreetMode,
  settings: SpeedSettings,
  arcs: StreetArcs,
  isUsed: (i: number) => boolean,
  isPublic: (i: number) => boolean,
): Turning {
  const place = STREET_MODES.indexOf(mode);
  const listed = placeOfArc(network, arcs, isUsed);
  const follows = (from: number, to: number) => {
    const a = listed[from]!;
    const b = listed[to]!;
    return a >= 0 && b >= 0 && arcs.head[a] === arcs.tail[b];
  };
  const bans = new TurnBans(network, place, follows);
  // Only drivers lose time in turning, and cannot turn round in the road; on foot and by cycle one stops and looks.
  if (mode !== 'drive') {
    return {bans, isSplit: () => false, deciseconds: () => 0, isLastResort: () => false, isAsOpen: () => true};
  }
  return {
    bans,
    isSplit: () => true,
    deciseconds: costing(network, settings.turns, arcs, listed, isUsed, isPublic),
    isLastResort: (from, to) => arcs.arc[from]! >= 0 && arcs.arc[to] === (arcs.arc[from]! ^ 1),
    isAsOpen: (arc, to) => isPublic(arc) || !isPublic(to),
  };
}

/** Where each `2 * edge + back` stands in the list of arcs; -1 where it does not. */
function placeOfArc(network: StreetNetwork, arcs: StreetArcs, isUsed: (i: number) => boolean): Int32Array {
  const listed = new Int32Array(2 * network.edgeFrom.length).fill(-1);
  for (let i = 0; i < arcs.arc.length; i++) if (arcs.arc[i]! >= 0 && isUsed(i)) listed[arcs.arc[i]!] = i;
  return listed;
}

function costing(
  network: StreetNetwork,
  costs: TurnCosts,
  arcs: StreetArcs,
  listed: Int32Array,
  isUsed: (i: number) => boolean,
  isPublic: (i: number) => boolean,
) {
  const junctions = junctionsOf(network, arcs, (i) => isUsed(i) && isPublic(i));
  const bearingsOut = new Float32Array(arcs.arc.length);
  const bearingsIn = new Float32Array(arcs.arc.length);
  for (let i = 0; i < arcs.arc.length; i++) {
    if (!isUsed(i) || arcs.arc[i]! < 0) continue;
    bearingsOut[i] = bearingOf(network, arcs.arc[i]!, false);
    bearingsIn[i] = bearingOf(network, arcs.arc[i]!, true);
  }
  const junction: Junction = {vertex: 0, waysOut: 0, topRank: 0};
  return (from: number, to: number): number => {
    const fromArc = arcs.arc[from]!;
    const toArc = arcs.arc[to]!;
    // A gate is no street: passing it costs nothing, and nobody turns round in it.
    if (fromArc < 0 || toArc < 0) return fromArc < 0 && toArc < 0 ? -1 : 0;
    const spot = arcs.tail[to]!;
    const around = listed[fromArc ^ 1]!;
    junction.vertex = arcs.vertexOf[spot]!;
    junction.waysOut = junctions.waysOut[spot]!;
    junction.topRank = junctions.topRank[spot]!;
    const angle = turnAngle(bearingsIn[from]!, bearingsOut[to]!);
    const turn = {
      from: fromArc,
      to: toArc,
      angle,
      toIsPublic: isPublic(to),
      canTurnRound: around >= 0 && isPublic(around),
    };
    return Math.round(10 * turnSeconds(network, costs, junction, turn));
  };
}

function junctionsOf(network: StreetNetwork, arcs: StreetArcs, counts: (i: number) => boolean) {
  const waysOut = new Uint16Array(arcs.spots);
  const topRank = new Uint8Array(arcs.spots);
  for (let i = 0; i < arcs.arc.length; i++) {
    if (arcs.arc[i]! < 0 || !counts(i)) continue;
    const tail = arcs.tail[i]!;
    const head = arcs.head[i]!;
    const rank = rankOf(network, arcs.arc[i]!);
    waysOut[tail]!++;
    topRank[tail] = Math.max(topRank[tail]!, rank);
    topRank[head] = Math.max(topRank[head]!, rank);
  }
  return {waysOut, topRank};
}
