import {clipNetwork} from '../core/graph/clip-network.ts';
import {packNetwork} from '../core/graph/pack-network.ts';
import {extentOf} from '../core/graph/street-network.ts';
import type {Job} from '../core/job.ts';
import {withinBox} from '../core/postcodes/directory.ts';
import type {LandscapeFeature} from '../core/read/osm-landscape.ts';
import {type Kept, startPlace} from '../store/start-place.ts';
import {opened} from './context.ts';
import {enter, mayLeave} from './enter.ts';
import {flag, maybe, text} from './fields.ts';
import type {JobBody} from './kinds.ts';
import {job, query} from './kinds.ts';
import {landscapeOf, landscapePart} from './landscape.ts';
import {type Chosen, choice, chosenOf} from './place-choice.ts';
import {type Division, divisionsOf} from './place-groups.ts';
import {postcodeParts, postcodesIn} from './postcodes.ts';
import {networkOf} from './streets.ts';
import type {Workspace} from './workspace.ts';

/** What a place would hold, before it is started. */
export interface PlaceSeen {
  areas: number;
  ofAreas: number;
  residents: number;
  /** Areas whose residents are not known. */
  withoutResidents: number;
  sitesInside: number;
  sitesAround: number;
  sitesLeft: number;
  fringe: number;
  /** Codes of the areas inside, for the map; the first ten thousand. */
  codes: string[];
}

export interface PlaceStarted extends Omit<PlaceSeen, 'codes'> {
  id: string;
  sentence: string;
}

type Box = readonly [west: number, south: number, east: number, north: number];

function seen(workspace: Workspace, {areas, sitesInside, sitesAround, fringe}: Chosen): PlaceSeen {
  const people = workspace.people();
  const known = areas.filter((area) => !Number.isNaN(people.residents[area]!));
  return {
    areas: areas.length,
    ofAreas: people.codes.length,
    residents: known.reduce((sum, area) => sum + people.residents[area]!, 0),
    withoutResidents: areas.length - known.length,
    sitesInside: sitesInside.length,
    sitesAround: sitesAround.length,
    sitesLeft: workspace.plan.site.size - sitesInside.length - sitesAround.length,
    fringe,
    codes: areas.slice(0, 10_000).map((area) => people.codes[area]!),
  };
}

/** The box around everyone and every site kept, wider by the fringe: who travels in it is not cut off by its edge. */
function boxOf(workspace: Workspace, {areas, sitesInside, sitesAround, fringe}: Chosen): Box {
  const people = workspace.people();
  const lngs = [...areas.map((area) => people.lng[area]!), ...[...sitesInside, ...sitesAround].map(({lng}) => lng)];
  const lats = [...areas.map((area) => people.lat[area]!), ...[...sitesInside, ...sitesAround].map(({lat}) => lat)];
  const least = (values: number[]): number => values.reduce((a, b) => Math.min(a, b));
  const most = (values: number[]): number => values.reduce((a, b) => Math.max(a, b));
  const up = Math.max(fringe, 2) / 111.195;
  const across = up / Math.cos((least(lats) * Math.PI) / 180);
  return [least(lngs) - across, least(lats) - up, most(lngs) + across, most(lats) + up];
}

/** The streets in the box, where the project’s reach well beyond it; null where they are kept whole. */
function* streetsIn(workspace: Workspace, box: Box): Job<Kept['streets']> {
  const network = networkOf(workspace);
  const extent = network && extentOf(network);
  if (!network || !extent) return null;
  const inside = extent[0] >= box[0] && extent[1] >= box[1] && extent[2] <= box[2] && extent[3] <= box[3];
  if (inside) return null;
  const clipped = yield* clipNetwork(network, box);
  const landscape = landscapeOf(workspace).filter((feature) => touches(feature, box));
  return {
    parts: [...packNetwork(clipped), landscapePart(landscape)],
    ways: new Set(clipped.edgeWay).size,
  };
}

function touches({points}: LandscapeFeature, [west, south, east, north]: Box): boolean {
  return points.some((line) => line.some(([lng, lat]) => lng >= west && lng <= east && lat >= south && lat <= north));
}

function postcodesWithin(workspace: Workspace, box: Box): Kept['postcodes'] {
  const held = postcodesIn(workspace.file.db);
  if (!held) return null;
  const directory = withinBox(held.directory, box);
  return {parts: postcodeParts(directory), postcodes: directory.keys.length};
}

function whole(count: number): string {
  return count.toLocaleString('en-GB');
}

export const place = {
  /** The names that a place can be chosen by: wards, districts, and what else divides the areas. */
  'place.divisions': query({}, (context): Division[] =>
    divisionsOf(opened(context)).map(({level, groups}) => ({
      level,
      groups: groups.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB')),
    })),
  ),

  'place.look': job(choice, function* (context, chosen): JobBody<PlaceSeen> {
    const workspace = opened(context);
    return seen(workspace, yield* chosenOf(context, workspace, chosen));
  }),

  /**
   * Starts a project about a part of the open one: the areas inside with their evidence, the sites inside and around, and
   * the streets as far as people of the place travel. Takes the place of the open project, which is left as it was saved.
   */
  'place.start': job(
    {name: text(80), ...choice, discard: maybe(flag())},
    function* (context, {name, discard = false, ...said}): JobBody<PlaceStarted> {
      mayLeave(context, discard);
      const workspace = opened(context);
      const chosen = yield* chosenOf(context, workspace, said);
      const {codes: _codes, ...counts} = seen(workspace, chosen);
      const {codes} = workspace.people();
      const box = boxOf(workspace, chosen);
      const streets = yield* streetsIn(workspace, box);
      yield {done: 0, of: 0, doing: `Starting ${name}`};
      const note = `Chosen by ${chosen.by}: ${whole(chosen.areas.length)} of ${whole(codes.length)} areas, with sites up to ${chosen.fringe} km around where their people live.`;
      const file = startPlace(
        context.folder,
        workspace.file,
        {
          name,
          areas: chosen.areas.map((area) => codes[area]!),
          sites: [...chosen.sitesInside, ...chosen.sitesAround].map(({id}) => id),
          streets,
          postcodes: postcodesWithin(workspace, box),
          note,
        },
        context.now(),
      );
      const {id} = enter(context, file, {discard});
      const sentence = `${name}: ${whole(counts.areas)} areas with ${whole(counts.residents)} residents, ${whole(counts.sitesInside)} sites inside and ${whole(counts.sitesAround)} up to ${counts.fringe} km around.`;
      return {id, ...counts, sentence};
    },
  ),
};
