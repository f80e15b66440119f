import {routeBetween} from '../core/graph/route.ts';
import {snap} from '../core/graph/snap.ts';
import type {Job} from '../core/job.ts';
import {PlanError} from '../domain/errors.ts';
import type {LngLat} from '../domain/evidence.ts';
import {AS_NOW} from '../domain/option.ts';
import {graphOf} from './bands.ts';
import {opened} from './context.ts';
import {maybe, text} from './fields.ts';
import {job} from './kinds.ts';
import {optionNamed, siteNamed} from './question.ts';
import {travelFields, travelIn} from './travel-asked.ts';

/** One way from an area to a site, to be believed or not by whoever knows the place. */
export interface RouteAnswer {
  from: string;
  to: string;
  minutes: number;
  kilometres: number;
  /** From the area’s point to the site’s, the access legs at both ends included. */
  line: LngLat[];
  /** The parts of the line walked between a place and its street, at either end; empty where a place lies on its street. */
  walks: LngLat[][];
  steps: {kind: 'access' | 'street'; street: string; minutes: number; metres: number}[];
  option: string;
  optionName: string;
}

export const route = {
  'travel.route': job(
    {area: text(20), site: text(200), ...travelFields, option: maybe(text(80))},
    function* (context, {area, site: wanted, option, ...asked}): Job<RouteAnswer> {
      const workspace = opened(context);
      const people = workspace.people();
      const index = people.indexOf.get(area);
      if (index === undefined) throw new PlanError('missing', `There is no area “${area}” in this project.`, 'area');
      const site = workspace.plan.site.get(siteNamed(workspace.plan, wanted).id)!;
      const where = optionNamed(workspace.plan, option ?? AS_NOW);
      const graph = yield* graphOf(context, travelIn(asked, where.id));
      const start = snap(graph, people.lng[index]!, people.lat[index]!);
      const end = snap(graph, site.lng, site.lat);
      const way = yield* routeBetween(graph, start, end);
      const name = people.names[index]!;
      if (!way) throw new PlanError('invalid', `No street route joins ${name} and ${site.name}.`, 'site');
      return {
        from: name,
        to: site.name,
        minutes: way.seconds / 60,
        kilometres: way.metres / 1000,
        line: way.line,
        walks: [start, end].flatMap((each) =>
          each.accessDecimetres > 0 ? [[[each.lng, each.lat] as LngLat, [each.onLng, each.onLat] as LngLat]] : [],
        ),
        steps: way.steps.map((step) => ({
          kind: step.kind,
          street: step.kind === 'access' ? 'On foot to or from the street' : step.street || 'A street without a name',
          minutes: step.seconds / 60,
          metres: step.metres,
        })),
        option: where.id,
        optionName: where.name,
      };
    },
  ),
};
