import type {ModeGraph} from '../core/graph/mode-graph.ts';
import {atTimeOfDay, modeGraph} from '../core/graph/mode-graph.ts';
import {reachOf} from '../core/graph/reach.ts';
import {snap} from '../core/graph/snap.ts';
import {timesToPlace} from '../core/graph/times-to-place.ts';
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
import {optionNamed} from './question.ts';
import {SNAP_REASON, speedSettings} from './speeds.ts';
import {networkOf} from './streets.ts';
import {graphKey} from './times.ts';
import {type TravelIn, travelFields, travelIn} from './travel-asked.ts';
import type {Workspace} from './workspace.ts';

/** The last graphs of each open project: one shape after another is asked of the same one, and a route of two options. */
const graphs = new WeakMap<Workspace, {key: string; graph: ModeGraph}[]>();
const GRAPHS_KEPT = 2;

/** The streets as one mode may use them, with the speeds in force and at the time of day. */
export function* graphOf(context: Context, travel: TravelIn): Job<ModeGraph> {
  const workspace = opened(context);
  const network = networkOf(workspace);
  if (!network) throw new PlanError('invalid', 'This needs streets, and this project has none yet. Import them first.');
  const key = graphKey(workspace, travel);
  const held = graphs.get(workspace) ?? [];
  const settings = speedSettings((each) => figureValue(workspace.plan, each), travel);
  const graph = held.find((each) => each.key === key)?.graph ?? (yield* modeGraph(network, travel.mode, settings));
  graphs.set(workspace, [{key, graph}, ...held.filter((each) => each.key !== key)].slice(0, GRAPHS_KEPT));
  return atTimeOfDay(graph, timeFactor(workspace.plan, travel));
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
      const shapes = isochrone(graph, yield* reachOf(graph, place, most), minutes);
      const people = workspace.people();
      const starts = people.codes.map((_, area) => snap(graph, people.lng[area]!, people.lat[area]!));
      const {seconds} = yield* timesToPlace(graph, place, starts, most);
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
