/**
 * Turn restrictions as OpenStreetMap writes them: relations from a way, via a node or ways, to a way.
 *
 * A restriction holds for cars and cycles except those it excepts, never for people on foot. Those that hold only at times
 * are left aside and counted: a planner's question is about no particular hour of a particular day.
 */
import {TURN} from '../graph/street-network.ts';
import type {Member, Tags} from './osm-source.ts';

export interface TurnRelation {
  kind: number;
  /** Bits, by place in `STREET_MODES`. */
  modes: number;
  from: number[];
  viaNode: number | undefined;
  viaWays: number[];
  to: number[];
}

const DRIVE = 1;
const CYCLE = 4;

/** The restriction, or why it is left aside. */
export function turnOf(tags: Tags, members: readonly Member[]): TurnRelation | string {
  const {value, modes} = valueAndModes(tags);
  if (value === undefined) return leftAside(tags);
  if (modes === 0) return 'turn restrictions that except cars and cycles';
  const kind = value.startsWith('only_') ? TURN.only : value.startsWith('no_') ? TURN.no : undefined;
  if (kind === undefined) return 'turn restrictions of an unknown kind';
  if (tags.has('day_on') || tags.has('hour_on')) return 'turn restrictions that hold only at times';
  const ways = (role: string) => members.filter((m) => m.role === role && m.kind === 'way').map((m) => m.id);
  const from = ways('from');
  const to = ways('to');
  const viaNodes = members.filter((m) => m.role === 'via' && m.kind === 'node').map((m) => m.id);
  const viaWays = ways('via');
  const oneVia = viaNodes.length + Math.min(1, viaWays.length) === 1;
  const several = value === 'no_entry' || value === 'no_exit';
  if (from.length === 0 || to.length === 0 || !oneVia || (!several && (from.length > 1 || to.length > 1))) {
    return 'turn restrictions with a member missing or too many';
  }
  return {kind, modes, from, viaNode: viaNodes[0], viaWays, to};
}

function valueAndModes(tags: Tags): {value: string | undefined; modes: number} {
  const excepted = new Set((tags.get('except') ?? '').split(/[;,]/).map((word) => word.trim()));
  const cars = ['motorcar', 'motor_vehicle', 'vehicle'].some((word) => excepted.has(word)) ? 0 : DRIVE;
  const cycles = excepted.has('bicycle') || excepted.has('vehicle') ? 0 : CYCLE;
  const all = tags.get('restriction');
  if (all !== undefined) return {value: all, modes: cars | cycles};
  const motor = tags.get('restriction:motorcar') ?? tags.get('restriction:motor_vehicle');
  if (motor !== undefined) return {value: motor, modes: cars};
  return {value: tags.get('restriction:bicycle'), modes: cycles};
}

function leftAside(tags: Tags): string {
  for (const key of tags.keys()) {
    if (key.startsWith('restriction') && key.endsWith(':conditional'))
      return 'turn restrictions that hold only at times';
  }
  return 'turn restrictions for other vehicles';
}
