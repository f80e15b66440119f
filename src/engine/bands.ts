import type {ModeGraph} from '../core/graph/mode-graph.ts';
import {atTimeOfDay, modeGraph} from '../core/graph/mode-graph.ts';
import {reachOf} from '../core/graph/reach.ts';
import {type Snap, snap} from '../core/graph/snap.ts';
import {secondsByReach} from '../core/graph/times-to-place.ts';
import type {Job} from '../core/job.ts';
import {isochrone} from '../core/shapes/isochrone.ts';
import {PlanError} from '../domain/errors.ts';
import {AS_NOW} from '../domain/option.ts';
import {figureValue, timeFactor} from './assumptions.ts';
import type {Context} from './context.ts';
import {opened} from './context.ts';
import {list, maybe, number, text} from './fields.ts';
import {found} from './found.ts';
import {job} from './kinds.ts';
import type {Shapes} from './map.ts';
import type {People} from './people.ts';
import {optionNamed} from './question.ts';
import {SNAP_REASON, speedSettings} from './speeds.ts';
import {streetsIn} from './streets.ts';
import {graphKey} from './times.ts';
import {type TravelIn, travelFields, travelIn} from './travel-asked.ts';
import type {Workspace} from './workspace.ts';

/** The last graphs of each open project: one shape after another is asked of the same one, and a route of two options. */
const graphs = new WeakMap<Workspace, {key: string; graph: ModeGraph}[]>();
const GRAPHS_KEPT = 2;

/** The streets as one mode may use them, with the speeds in force and at the time of day. */
export function* graphOf(context: Context, travel: TravelIn): Job<ModeGraph> {
  const workspace = opened(context);
  const streets = streetsIn(workspace, travel.option);
  if (!streets) throw new PlanError('invalid', 'This needs streets, and this project has none yet. Import them first.');
  const key = graphKey(workspace, travel);
  const held = graphs.get(workspace) ?? [];
  const settings = speedSettings((each) => figureValue(workspace.plan, each), travel);
  const graph =
    held.find((each) => each.key === key)?.graph ?? (yield* modeGraph(streets.network, travel.mode, settings));
  graphs.set(workspace, [{key, graph}, ...held.filter((each) => each.key !== key)].slice(0, GRAPHS_KEPT));
  return atTimeOfDay(graph, timeFactor(workspace.plan, travel));
}

/** Where the areas meet the streets of a graph, at any time of day: one shape after another is asked of the same ones. */
const snaps = new WeakMap<ModeGraph['core'], {key: string; areas: Snap[]}>();

function* snapped(graph: ModeGraph, {key, codes, lng, lat}: People): Job<Snap[]> {
  const held = snaps.get(graph.core);
  if (held?.key === key) return held.areas;
  const areas: Snap[] = [];
  for (let area = 0; area < codes.length; area++) {
    areas.push(snap(graph, lng[area]!, lat[area]!));
    if (area % 100 === 0) yield {done: area, of: codes.length, doing: 'Joining areas to streets'};
  }
  snaps.set(graph.core, {key, areas});
  return areas;
}

export const bands = {
  /**
   * Shapes from which the site is reached within each of the minutes, nested, largest first; and exactly which residents
   * live in areas within them (at the limit is within).
   */
  'travel.bands': job(
    {site: text(80), ...travelFields, option: maybe(text(80)), minutes: list(number(1, 240), 12)},
    function* (context, {site: id, option, minutes, ...asked}): Job<Shapes> {
      if (minutes.length === 0) throw new PlanError('invalid', 'Say within how many minutes.', 'minutes');
      const workspace = opened(context);
      const site = found(workspace.plan, 'site', id);
      const graph = yield* graphOf(context, travelIn(asked, optionNamed(workspace.plan, option ?? AS_NOW).id));
      const place = snap(graph, site.lng, site.lat);
      if (place.reason !== 'snapped') {
        const why = SNAP_REASON[place.reason === 'too-far' ? 1 : 2]!;
        throw new PlanError('invalid', `${site.name} can’t be reached: ${why.toLowerCase()}.`, 'site');
      }
      const most = Math.max(...minutes) * 60;
      const reach = yield* reachOf(graph, place, most);
      const shapes = isochrone(graph, reach, minutes);
      const people = workspace.people();
      const seconds = secondsByReach(graph, reach, yield* snapped(graph, people), most);
      return {
        type: 'FeatureCollection',
        features: shapes.features.map(({properties, geometry}) => {
          const inside = people.codes
            .map((_, area) => area)
            .filter((area) => seconds[area]! <= properties.minutes * 60);
          const residents = inside.reduce((sum, area) => sum + (people.residents[area]! || 0), 0);
          return {
            type: 'Feature',
            properties: {minutes: properties.minutes, people: residents, areas: inside.length},
            geometry,
          };
        }),
      };
    },
  ),
};
