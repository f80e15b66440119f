import {basename} from 'node:path';
import type {Job} from '../core/job.ts';
import {readOutline} from '../core/read/read-outline.ts';
import {around} from '../core/shapes/around.ts';
import {isWithin, type Outline, outlineOf} from '../core/shapes/outline.ts';
import {PlanError} from '../domain/errors.ts';
import type {Site} from '../domain/site.ts';
import {readAreas, readChunks} from '../store/evidence.ts';
import type {Context} from './context.ts';
import {list, lngLat, maybe, number, text} from './fields.ts';
import {divisionsOf} from './place-groups.ts';
import {readingAids} from './reading-aids.ts';
import type {Workspace} from './workspace.ts';

/** How a place is chosen out of a wider project: by exactly one of names, codes, a drawn boundary, or a map file. */
export const choice = {
  /** The division that `names` are of: “District”, “Ward”, or a column of one’s own. */
  level: maybe(text(80)),
  /** Names or codes of its groups. */
  names: maybe(list(text(200), 12_000)),
  /** Codes of small areas. */
  areas: maybe(list(text(12), 40_000)),
  /** The corners of a drawn boundary. */
  ring: maybe(list(lngLat(), 5_000)),
  /** A map file whose polygons together are the boundary. */
  file: maybe(text(200)),
  /** How far around the place sites are kept and streets travelled, in kilometres. */
  fringe: maybe(number(0, 100)),
};

export interface Choice {
  level: string | undefined;
  names: string[] | undefined;
  areas: string[] | undefined;
  ring: [number, number][] | undefined;
  file: string | undefined;
  fringe: number | undefined;
}

/** Ten kilometres: further than most travel for primary care, near enough that a project stays small. */
const FRINGE = 10;

/** A place chosen, and what it would keep. */
export interface Chosen {
  /** Places in the project’s order of areas. */
  areas: number[];
  sitesInside: Site[];
  sitesAround: Site[];
  fringe: number;
  /** How it was chosen, in words that follow “chosen by ”. */
  by: string;
}

/** An area is inside a boundary when the point that its people set out from is. */
export function* chosenOf(context: Context, workspace: Workspace, choice: Choice): Job<Chosen> {
  const people = workspace.people();
  if (people.codes.length === 0)
    throw new PlanError('missing', 'This project has no areas yet to choose a place from. Bring boundaries first.');
  const {inside, by} = yield* insideOf(context, workspace, choice);
  const areas = people.codes.flatMap((_, area) => (inside(area) ? [area] : []));
  if (areas.length === 0)
    throw new PlanError(
      'invalid',
      `No area of this project lies in what was chosen (${by}): an area is inside where the point that its people set out from is.`,
      'areas',
    );
  const fringe = choice.fringe ?? FRINGE;
  const sites = [...workspace.plan.site.values()];
  const within = yield* standingIn(workspace, areas, sites);
  const origins = {lng: areas.map((area) => people.lng[area]!), lat: areas.map((area) => people.lat[area]!)};
  const points = {lng: sites.map(({lng}) => lng), lat: sites.map(({lat}) => lat)};
  const near = yield* around(points, origins, fringe * 1000);
  return {
    areas,
    sitesInside: sites.filter((_, site) => within[site]),
    sitesAround: sites.filter((_, site) => near[site] && !within[site]),
    fringe,
    by,
  };
}

interface Inside {
  inside: (area: number) => boolean;
  by: string;
}

function* insideOf(context: Context, workspace: Workspace, choice: Choice): Job<Inside> {
  const said = [choice.names, choice.areas, choice.ring, choice.file].filter((each) => each !== undefined).length;
  if (said !== 1)
    throw new PlanError('invalid', 'Choose the place in one way: by names, by areas, by a boundary, or by a map file.');
  if (choice.names) return byNames(workspace, choice.level ?? 'District', choice.names);
  if (choice.areas) return byCodes(workspace, choice.areas);
  if (choice.ring) return byOutline(workspace, drawn(choice.ring), 'a drawn boundary');
  const path = context.granted(choice.file!);
  const outline = yield* readOutline(readChunks(path), basename(path), readingAids());
  if (typeof outline === 'string') throw new PlanError('invalid', outline, 'file');
  return byOutline(workspace, outline, `the boundary in ${basename(path)}`);
}

function byNames(workspace: Workspace, level: string, names: readonly string[]): Inside {
  const divisions = divisionsOf(workspace);
  const division = divisions.find((each) => each.level.toLowerCase() === level.toLowerCase());
  if (!division) {
    const known = divisions.map((each) => each.level).join(', ');
    throw new PlanError(
      'missing',
      known
        ? `The areas here are not divided by “${level}”. They are by: ${known}.`
        : 'The areas here name no larger areas. Bring the lookup to wards and districts, or to integrated care boards.',
      'level',
    );
  }
  const wanted = new Set<number>();
  for (const name of names) {
    const group = division.groups.findIndex(
      (each) => each.code === name || each.name.toLowerCase() === name.trim().toLowerCase(),
    );
    if (group < 0)
      throw new PlanError('missing', `There is no ${division.level.toLowerCase()} “${name}” here.`, 'names');
    wanted.add(group);
  }
  const shown = [...wanted].slice(0, 4).map((group) => division.groups[group]!.name);
  const more = wanted.size > 4 ? ` and ${wanted.size - 4} more` : '';
  return {
    inside: (area) => wanted.has(division.groupOf[area]!),
    by: `${division.level.toLowerCase()}: ${shown.join(', ')}${more}`,
  };
}

function byCodes(workspace: Workspace, codes: readonly string[]): Inside {
  const {indexOf, codes: all} = workspace.people();
  const strange = codes.filter((code) => !indexOf.has(code));
  if (strange.length > 0)
    throw new PlanError(
      'missing',
      `${strange.length === 1 ? 'One of the areas is' : `${strange.length} of the areas are`} not in this project: ${strange.slice(0, 5).join(', ')}${strange.length > 5 ? ', …' : ''}.`,
      'areas',
    );
  const wanted = new Set(codes);
  return {inside: (area) => wanted.has(all[area]!), by: 'a list of areas'};
}

function byOutline(workspace: Workspace, outline: Outline, by: string): Inside {
  const {lng, lat} = workspace.people();
  return {inside: (area) => isWithin(outline, lng[area]!, lat[area]!), by};
}

function drawn(ring: [number, number][]): Outline {
  if (ring.length < 3)
    throw new PlanError('invalid', `A boundary needs at least three corners; this one has ${ring.length}.`, 'ring');
  return outlineOf([[ring]]);
}

/** Which sites stand inside any of the areas. */
function* standingIn(workspace: Workspace, areas: readonly number[], sites: readonly Site[]): Job<Uint8Array> {
  const {codes} = workspace.people();
  const wanted = new Set(areas.map((area) => codes[area]!));
  const within = new Uint8Array(sites.length);
  let done = 0;
  for (const {code, polygons} of readAreas(workspace.file.db)) {
    if (!wanted.has(code)) continue;
    const outline = outlineOf(polygons);
    sites.forEach(({lng, lat}, site) => {
      if (isWithin(outline, lng, lat)) within[site] = 1;
    });
    if (++done % 16 === 0) yield {done, of: areas.length, doing: 'Looking at what stands in the place'};
  }
  return within;
}
