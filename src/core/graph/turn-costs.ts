/**
 * What a turn costs a driver: the seconds lost at a junction that no speed along a street accounts for.
 *
 * All are averages for Great Britain, to be checked locally and edited: a planner who counts them as nothing sets them to
 * nothing. They are charged between two streets, never where a journey begins or ends. A junction is a vertex where a
 * driver has a choice of public streets besides turning round; a bend is not a junction, and neither is a driveway passed.
 */
import {HIGHWAY_CLASSES} from './highway-class.ts';
import {ALONG_EDGE, AT_VERTEX, DEGREE, type StreetNetwork} from './street-network.ts';

export interface TurnCosts {
  /** Seconds. Turning to the near side and across the traffic that comes the other way. */
  near: number;
  across: number;
  /** From a lesser street onto, or over, a greater one, where no signals stand. */
  giveWay: number;
  /** Entering a roundabout; passing a small painted one. */
  roundabout: number;
  miniRoundabout: number;
  /** Each set of signals, and each signalled crossing, whichever way. */
  signals: number;
  crossing: number;
  /** Turning round: in one street only where there is no other way on, or into another that leads straight back. */
  turnRound: number;
  /** Great Britain, Ireland, Malta, Cyprus: turning right is turning across. */
  drivesOnLeft: boolean;
}

export const defaultTurnCosts: TurnCosts = {
  near: 2,
  across: 5,
  giveWay: 4,
  roundabout: 3,
  miniRoundabout: 3,
  signals: 8,
  crossing: 2,
  turnRound: 20,
  drivesOnLeft: true,
};

export const TURN_SOURCE =
  "Closer's judgement for Great Britain, to be checked locally; the OSRM car profile has 2 s for signals, 20 s for turning round and up to 7.5 s for a turn";

/** Greater streets go first: those of the same rank meet as equals. */
const RANK: Partial<Record<(typeof HIGHWAY_CLASSES)[number], number>> = {
  motorway: 9,
  motorway_link: 9,
  trunk: 8,
  trunk_link: 8,
  primary: 7,
  primary_link: 7,
  secondary: 6,
  secondary_link: 6,
  tertiary: 5,
  tertiary_link: 5,
  unclassified: 4,
  residential: 4,
  road: 3,
  living_street: 3,
  service: 2,
};

const RANKS = HIGHWAY_CLASSES.map((name) => RANK[name] ?? 1);

export function rankOf(network: StreetNetwork, arc: number): number {
  return RANKS[network.edgeClass[arc >> 1]!]!;
}

/** Degrees either side of straight on that are not a turn. */
const STRAIGHT = 45;

/** Degrees from which a turn is one back the way one came: round the nose between two carriageways, say. */
const BACK = 150;

/** What is known of a junction before any turn is looked at. */
export interface Junction {
  vertex: number;
  /** Public ways out of it. */
  waysOut: number;
  /** The highest rank among the public streets that meet. */
  topRank: number;
}

/** One turn at a junction, from one street (`2 * edge + back`) into another. */
export interface Turn {
  from: number;
  to: number;
  /** Degrees: 0 straight on, positive to the right. */
  angle: number;
  /** Whether all comers may go there, and whether one could turn round instead. */
  toIsPublic: boolean;
  canTurnRound: boolean;
}

export function turnSeconds(network: StreetNetwork, costs: TurnCosts, junction: Junction, turn: Turn): number {
  const {from, to} = turn;
  if (to === (from ^ 1)) return costs.turnRound;
  const at = network.vertexFlags[junction.vertex]!;
  const hasSignals = (at & AT_VERTEX.signals) !== 0;
  const seconds = (hasSignals ? costs.signals : 0) + ((at & AT_VERTEX.crossing) !== 0 ? costs.crossing : 0);
  if ((at & AT_VERTEX.miniRoundabout) !== 0) return seconds + costs.miniRoundabout;
  const choices = junction.waysOut - (turn.canTurnRound ? 1 : 0) + (turn.toIsPublic ? 0 : 1);
  const isRound = (arc: number) => (network.edgeFlags[arc >> 1]! & ALONG_EDGE.roundabout) !== 0;
  if (choices < 2 || isRound(from)) return seconds;
  if (isRound(to)) return seconds + costs.roundabout;
  const givesWay = !hasSignals && rankOf(network, from) < junction.topRank ? costs.giveWay : 0;
  if (Math.abs(turn.angle) >= BACK) return seconds + givesWay + costs.turnRound;
  if (Math.abs(turn.angle) <= STRAIGHT) return seconds + givesWay;
  return seconds + givesWay + (turn.angle > 0 === costs.drivesOnLeft ? costs.across : costs.near);
}

/** How far the way bends between two bearings, in degrees: 0 straight on, positive to the right. */
export function turnAngle(bearingIn: number, bearingOut: number): number {
  return ((((bearingOut - bearingIn + 180) % 360) + 360) % 360) - 180;
}

/** Far enough from the junction that a kerb's curve does not count as the street's direction. */
const METRES_OFF = 15;

/** The compass bearing at the start of a street driven as `arc`, or (`atEnd`) at its end. */
export function bearingOf(network: StreetNetwork, arc: number, atEnd: boolean): number {
  const edge = arc >> 1;
  const fromStart = ((arc & 1) === 0) !== atEnd;
  const vertex = fromStart ? network.edgeFrom[edge]! : network.edgeTo[edge]!;
  const lng = network.vertexLng[vertex]! / DEGREE;
  const lat = network.vertexLat[vertex]! / DEGREE;
  const narrow = Math.cos((lat * Math.PI) / 180);
  const first = network.shapeFirst[edge]!;
  const count = network.shapeFirst[edge + 1]! - first;
  let east = 0;
  let north = 0;
  for (let i = 0; i <= count; i++) {
    const s = fromStart ? first + i : first + count - 1 - i;
    const other = fromStart ? network.edgeTo[edge]! : network.edgeFrom[edge]!;
    const pointLng = i < count ? network.shapeLng[s]! : network.vertexLng[other]!;
    const pointLat = i < count ? network.shapeLat[s]! : network.vertexLat[other]!;
    east = (pointLng / DEGREE - lng) * narrow;
    north = pointLat / DEGREE - lat;
    if (Math.hypot(east, north) * 111_195 >= METRES_OFF) break;
  }
  const away = (Math.atan2(east, north) * 180) / Math.PI;
  return atEnd ? away + 180 : away;
}
