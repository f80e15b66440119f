/**
 * How fast people travel: the table of speeds that a planner may edit, and where each figure comes from.
 *
 * A car drives at the lesser of its class's speed and `limitFactor` of the limit as signed: the class says what such
 * roads allow with their bends, parked cars and junctions, the limit what the law does. Where no limit is tagged and
 * houses stand along the street, `builtUpKmh` is taken as the limit. Nothing here knows of queues: how much longer the same
 * drive takes at a time of day is a factor of the graph (`atTimeOfDay`), not of its speeds.
 */
import type {HighwayClass} from './highway-class.ts';
import type {StreetMode} from './street-network.ts';
import {defaultTurnCosts, type TurnCosts} from './turn-costs.ts';

export interface ClassSpeed {
  class: HighwayClass;
  /** km/h; 0: not used by this mode whatever its tags grant. */
  drive: number;
  walk: number;
  cycle: number;
  /** Where the driving figure comes from; walking and cycling are the same everywhere but where noted. */
  source: string;
}

const OSRM = (kmh: number) =>
  `Closer's judgement for Great Britain, to be checked locally; the OSRM car profile has ${kmh} km/h`;
const OURS = "Closer's judgement, to be checked locally";
const PUSHED = `${OURS}; cycles are pushed at walking speed`;

export const defaultSpeeds: readonly ClassSpeed[] = [
  {class: 'motorway', drive: 104, walk: 0, cycle: 0, source: OSRM(90)},
  {class: 'motorway_link', drive: 64, walk: 0, cycle: 0, source: OSRM(45)},
  {class: 'trunk', drive: 88, walk: 4.8, cycle: 16, source: OSRM(85)},
  {class: 'trunk_link', drive: 56, walk: 4.8, cycle: 16, source: OSRM(40)},
  {class: 'primary', drive: 72, walk: 4.8, cycle: 16, source: OSRM(65)},
  {class: 'primary_link', drive: 48, walk: 4.8, cycle: 16, source: OSRM(30)},
  {class: 'secondary', drive: 64, walk: 4.8, cycle: 16, source: OSRM(55)},
  {class: 'secondary_link', drive: 40, walk: 4.8, cycle: 16, source: OSRM(25)},
  {class: 'tertiary', drive: 56, walk: 4.8, cycle: 16, source: OSRM(40)},
  {class: 'tertiary_link', drive: 40, walk: 4.8, cycle: 16, source: OSRM(20)},
  {class: 'unclassified', drive: 48, walk: 4.8, cycle: 16, source: OSRM(25)},
  {class: 'residential', drive: 32, walk: 4.8, cycle: 16, source: OSRM(25)},
  {class: 'living_street', drive: 12, walk: 4.8, cycle: 12, source: OSRM(10)},
  {class: 'service', drive: 16, walk: 4.8, cycle: 14, source: OSRM(15)},
  {class: 'road', drive: 32, walk: 4.8, cycle: 16, source: OURS},
  {class: 'track', drive: 12, walk: 4.8, cycle: 10, source: OURS},
  {class: 'pedestrian', drive: 8, walk: 4.8, cycle: 4.8, source: PUSHED},
  {class: 'footway', drive: 8, walk: 4.8, cycle: 12, source: OURS},
  {class: 'path', drive: 8, walk: 4.8, cycle: 12, source: OURS},
  {class: 'bridleway', drive: 8, walk: 4.8, cycle: 10, source: OURS},
  {class: 'cycleway', drive: 8, walk: 4.8, cycle: 16, source: OURS},
  {class: 'steps', drive: 0, walk: 2.4, cycle: 0, source: `${OURS}; half of walking speed`},
  {
    class: 'ferry',
    drive: 10,
    walk: 10,
    cycle: 10,
    source: `${OURS}; only where the timetable's duration is not tagged`,
  },
];

export interface SpeedSettings {
  /** km/h by class and mode. */
  kmh: Record<HighwayClass, Record<StreetMode, number>>;
  /** Share of the speed limit that is driven. */
  limitFactor: number;
  /** The limit assumed where none is tagged and houses stand along the street. */
  builtUpKmh: number;
  /** Speed of the walk between a place and the street it is reached from, by every mode. */
  accessKmh: number;
  /** A place further than this from every street the mode may use is unreachable. */
  furthestAccessMetres: number;
  /** Seconds lost at junctions, by car. */
  turns: TurnCosts;
  /** Walking without steps, stiles and kissing gates, at a speed for those who need it so; 0: everyone's walking. */
  stepFreeKmh: number;
}

/** What many who cannot climb steps manage; to put into `stepFreeKmh`. */
export const STEP_FREE_KMH = 3.2;

export function defaultSpeedSettings(): SpeedSettings {
  const kmh = {} as Record<HighwayClass, Record<StreetMode, number>>;
  for (const {class: name, drive, walk, cycle} of defaultSpeeds) kmh[name] = {drive, walk, cycle};
  return {
    kmh,
    limitFactor: 0.9,
    builtUpKmh: 48.28032,
    accessKmh: 4.8,
    furthestAccessMetres: 1000,
    turns: {...defaultTurnCosts},
    stepFreeKmh: 0,
  };
}
