/**
 * Speed limits as tagged, in hundredths of a km/h; 0 where nothing can be read from them.
 *
 * Numbers are km/h unless they say mph or knots. British limits that are named rather than posted are the car's: 60 mph
 * on single and 70 on dual carriageways and motorways, 30 where street lights stand (Highway Code, rule 124; 20 in built-up
 * Wales since September 2023 is posted and tagged as such). Other countries' zones give the number after the colon.
 */
import type {Tags} from './osm-source.ts';

const MPH = 1.609344;
const KNOTS = 1.852;

const NAMED: Record<string, number> = {
  nsl_single: 60 * MPH,
  nsl_dual: 70 * MPH,
  nsl_restricted: 30 * MPH,
  national: 60 * MPH,
  motorway: 70 * MPH,
  rural: 60 * MPH,
  urban: 30 * MPH,
  walk: 6,
  living_street: 10,
};

/** Outside Great Britain the same names mean other numbers; enough of Europe to read a file from a holiday. */
const ABROAD: Record<string, number> = {rural: 90, urban: 50, motorway: 130, trunk: 100, living_street: 10, walk: 6};

export function limitOf(value: string | undefined): number {
  if (value === undefined) return 0;
  // Several values are several lanes or signs: the lowest is safe to promise.
  const each = value
    .split(/[;|]/)
    .map((part) => kmh(part.trim()))
    .filter((speed) => speed > 0);
  const lowest = Math.min(...each);
  return Number.isFinite(lowest) ? Math.min(65535, Math.round(lowest * 100)) : 0;
}

function kmh(text: string): number {
  const number = /^(\d{1,3}(?:\.\d+)?)\s*(mph|km\/h|kmh|kph|knots)?$/i.exec(text);
  if (number !== null) {
    const unit = number[2]?.toLowerCase();
    return Number(number[1]) * (unit === 'mph' ? MPH : unit === 'knots' ? KNOTS : 1);
  }
  const zone = /^(?:([A-Za-z]{2})(?:-[A-Za-z]+)?:)?(?:zone:?)?(\w+)$/.exec(text);
  if (zone === null) return 0;
  const [, country, name = ''] = zone;
  const british = country === undefined || /^(gb|uk)$/i.test(country);
  if (/^\d+$/.test(name)) return Number(name) * (british && country !== undefined ? MPH : 1);
  return (british ? NAMED[name.toLowerCase()] : ABROAD[name.toLowerCase()]) ?? 0;
}

/** With the line and against it. `maxspeed:type` and `source:maxspeed` speak where `maxspeed` does not. */
export function limitsOf(tags: Tags): [number, number] {
  const both =
    limitOf(tags.get('maxspeed')) ||
    limitOf(tags.get('maxspeed:type')) ||
    namedOnly(tags.get('source:maxspeed')) ||
    namedOnly(tags.get('zone:maxspeed'));
  return [limitOf(tags.get('maxspeed:forward')) || both, limitOf(tags.get('maxspeed:backward')) || both];
}

/** `source:maxspeed` is a limit only where it names one: “survey” is a source. */
function namedOnly(value: string | undefined): number {
  return value?.includes(':') ? limitOf(value) : 0;
}

/** A timetabled duration in seconds: 1:30, 01:30:00, 90 (minutes) or PT1H30M. 0 where there is none. */
export function durationSeconds(value: string | undefined): number {
  if (value === undefined) return 0;
  const clock = /^(\d{1,3}):([0-5]?\d)(?::([0-5]?\d))?$/.exec(value);
  if (clock !== null) return Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0);
  const minutes = /^(\d{1,4}(?:\.\d+)?)(?:\s*min(?:utes)?)?$/.exec(value);
  if (minutes !== null) return Math.round(Number(minutes[1]) * 60);
  const iso = /^P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(value);
  if (iso === null) return 0;
  return Number(iso[1] ?? 0) * 86400 + Number(iso[2] ?? 0) * 3600 + Number(iso[3] ?? 0) * 60 + Number(iso[4] ?? 0);
}
