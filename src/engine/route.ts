import {routeBetween} from '../core/graph/route.ts';
import {snap} from '../core/graph/snap.ts';
import type {Job} from '../core/job.ts';
import {PlanError} from '../domain/errors.ts';
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
  line: [number, number][];
  steps: {street: string; minutes: number; metres: number}[];
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
      const graph = yield* graphOf(context, travelIn(asked, optionNamed(workspace.plan, option ?? AS_NOW).id));
      const start = snap(graph, people.lng[index]!, people.lat[index]!);
      const way = yield* routeBetween(graph, start, snap(graph, site.lng, site.lat));
      const name = people.names[index]!;
      if (!way) throw new PlanError('invalid', `No street route joins ${name} and ${site.name}.`, 'site');
      return {
        from: name,
        to: site.name,
        minutes: way.seconds / 60,
        kilometres: way.metres / 1000,
        line: way.line.map(([lng, lat]): [number, number] => [lng, lat]),
        steps: way.steps.map((step) => ({
          street: step.kind === 'access' ? 'On foot to or from the street' : step.street,
          minutes: step.seconds / 60,
          metres: step.metres,
        })),
      };
    },
  ),
};
