/** What one OpenStreetMap way says about the street it is, as the numbers a network keeps. */
import {classCode, type HighwayClass} from '../graph/highway-class.ts';
import {ALONG_EDGE} from '../graph/street-network.ts';
import {streetClass, streetUse} from './osm-access.ts';
import type {Tags} from './osm-source.ts';
import {durationSeconds, limitsOf} from './osm-speed-limit.ts';

export interface Street {
  classCode: number;
  use: number;
  flags: number;
  limit: number;
  limitBack: number;
  name: string;
  /** Timetabled seconds for the whole way; 0: none. */
  duration: number;
}

/** Why a way is no street: the words that a report counts them under. */
export type LeftOut = string;

export function streetOf(tags: Tags): Street | LeftOut {
  const kind = streetClass(tags);
  if (kind === undefined) {
    const highway = tags.get('highway');
    return highway === undefined
      ? 'routes other than ferries'
      : `“highway=${highway.slice(0, 30)}”, not a street to travel on`;
  }
  if (tags.get('area') === 'yes' && kind !== 'pedestrian' && kind !== 'footway') return 'areas, not lines';
  if (tags.get('indoor') === 'yes' || tags.get('highway') === 'corridor') return 'corridors inside buildings';
  const {use, push} = streetUse(tags, kind);
  if (use === 0) return 'closed to cars, walking and cycling';
  const [limit, limitBack] = limitsOf(tags);
  return {
    classCode: classCode(kind),
    use,
    flags: flagsOf(tags, kind, push, limit),
    limit: kind === 'ferry' ? 0 : limit,
    limitBack: kind === 'ferry' ? 0 : limitBack,
    name: nameOf(tags),
    duration: kind === 'ferry' ? durationSeconds(tags.get('duration')) : 0,
  };
}

const SIDEWALKS = new Set(['both', 'left', 'right', 'yes', 'separate']);

function flagsOf(tags: Tags, kind: HighwayClass, push: boolean, limit: number): number {
  let flags = 0;
  if (kind === 'steps') flags |= ALONG_EDGE.steps;
  if (kind === 'ferry') flags |= ALONG_EDGE.ferry;
  if (push) flags |= ALONG_EDGE.pushCycle;
  const junction = tags.get('junction');
  if (junction === 'roundabout' || junction === 'circular') flags |= ALONG_EDGE.roundabout;
  if (tags.has('tunnel') && tags.get('tunnel') !== 'no') flags |= ALONG_EDGE.tunnel;
  if (tags.get('wheelchair') === 'no') flags |= ALONG_EDGE.notStepFree;
  const lit = tags.get('lit') === 'yes';
  const sidewalk = SIDEWALKS.has(tags.get('sidewalk') ?? '');
  if (lit || sidewalk || kind === 'residential' || kind === 'living_street' || (limit > 0 && limit <= 4900)) {
    flags |= ALONG_EDGE.builtUp;
  }
  return flags;
}

/** “Ashwell Road”, “A606”, “Stamford Road (A606)”. */
function nameOf(tags: Tags): string {
  const name = tags.get('name') ?? '';
  const number = tags.get('ref') ?? '';
  return name !== '' && number !== '' ? `${name} (${number})` : name || number;
}
