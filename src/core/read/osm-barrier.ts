/**
 * What a barrier on a street lets pass: by car, on foot, by cycle.
 *
 * A gate without an access tag is taken to open, as the routing engines of OpenStreetMap take it; bollards and blocks
 * stop cars, stiles and kissing gates stop cycles as well, and only walls and the like stop people on foot.
 */
import {AT_VERTEX, PASS, USE} from '../graph/street-network.ts';
import {taggedUse} from './osm-access.ts';
import type {Tags} from './osm-source.ts';

const OPENS_TO_CARS = new Set([
  'gate',
  'lift_gate',
  'swing_gate',
  'sliding_gate',
  'cattle_grid',
  'toll_booth',
  'border_control',
  'checkpoint',
  'sally_port',
  'height_restrictor',
  'entrance',
  'no',
  'kerb',
  'arch',
  'bump_gate',
]);
const STOPS_CYCLES = new Set(['stile', 'kissing_gate', 'turnstile', 'full-height_turnstile', 'horse_stile', 'coupure']);
const STOPS_ALL = new Set(['wall', 'fence', 'hedge', 'retaining_wall', 'city_wall', 'ditch', 'debris', 'guard_rail']);

/** Packed as `StreetNetwork.vertexPassing`. */
export function passingOf(tags: Tags): number {
  const barrier = tags.get('barrier');
  if (barrier === undefined) return 0;
  const customs = [
    carPasses(barrier, tags),
    !STOPS_ALL.has(barrier),
    !STOPS_ALL.has(barrier) && !STOPS_CYCLES.has(barrier),
  ];
  let passing = 0;
  for (let mode = 0; mode < 3; mode++) {
    const tagged = taggedUse(tags, mode);
    const use = tagged ?? (customs[mode] ? USE.yes : USE.no);
    const pass = use === USE.yes ? PASS.free : use === USE.lastLeg ? PASS.lastLeg : PASS.blocked;
    passing |= pass << (mode * 2);
  }
  return passing;
}

function carPasses(barrier: string, tags: Tags): boolean {
  return OPENS_TO_CARS.has(barrier) || (barrier === 'bollard' && tags.get('bollard') === 'rising');
}

/** Bits of `AT_VERTEX`. */
export function vertexFlagsOf(tags: Tags): number {
  return trafficFlag(tags) | (hinders(tags) ? AT_VERTEX.notStepFree : 0);
}

function trafficFlag(tags: Tags): number {
  const highway = tags.get('highway');
  if (highway === 'traffic_signals') return AT_VERTEX.signals;
  if (highway === 'stop' || highway === 'give_way') return AT_VERTEX.stopOrGiveWay;
  if (highway === 'mini_roundabout') return AT_VERTEX.miniRoundabout;
  if (highway !== 'crossing') return 0;
  const signalled = tags.get('crossing') === 'traffic_signals' || tags.get('crossing:signals') === 'yes';
  return signalled ? AT_VERTEX.crossing : 0;
}

/** What someone with a wheelchair or a frame does not get through. */
function hinders(tags: Tags): boolean {
  const wheelchair = tags.get('wheelchair');
  if (wheelchair !== undefined) return wheelchair === 'no';
  return STOPS_CYCLES.has(tags.get('barrier') ?? '') || tags.get('barrier') === 'motorcycle_barrier';
}
