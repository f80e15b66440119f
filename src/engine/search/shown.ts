import {closest, NO_SITE} from '../../core/access/closest.ts';
import {UNREACHED} from '../../core/graph/travel-times.ts';
import {bordersBetween} from '../../core/shapes/borders.ts';
import {PlanError} from '../../domain/errors.ts';
import {AS_NOW} from '../../domain/option.ts';
import {sitesOffering} from '../../domain/placement.ts';
import {areaShapes} from '../area-shapes.ts';
import type {Context} from '../context.ts';
import {opened} from '../context.ts';
import {type Input, list, maybe, text, words} from '../fields.ts';
import {found} from '../found.ts';
import {query} from '../kinds.ts';
import {optionNamed, timesField} from '../question.ts';
import {timesFrom, timesUsed} from '../times-used.ts';
import {travelFields, travelIn} from '../travel-asked.ts';

/** An arrangement that a search came to, as a map shows it before anybody adopts it. */
export interface Shown {
  /** By area in code order: whose catchment it is in, and the minutes by which its closest site comes nearer (negative). */
  assigned: (string | null)[];
  change: (number | null)[];
  /** The lines around the catchments that are new or larger. */
  borders: {type: 'MultiLineString'; coordinates: number[][][]};
  /** Each area, by place in code order, whose site is not the closest open one, that being full; and the line to its site. */
  past: {area: number; line: [from: [number, number], to: [number, number]]}[];
}

const shownFields = {
  service: text(80),
  option: maybe(text(80)),
  ...travelFields,
  times: maybe(timesField),
  /** Every site that would offer the service. */
  sites: list(text(80), 5000),
  /** Where room decides who goes where: the site of each area in code order, empty where none. */
  assigned: maybe(list(words(80), 50_000)),
};

function shown(context: Context, asked: Input<typeof shownFields>): Shown {
  const {service, option, times, sites, assigned} = asked;
  const workspace = opened(context);
  const {plan} = workspace;
  const {id: key} = found(plan, 'service', service);
  const ids = [...plan.site.keys()].sort();
  const {id: base} = optionNamed(plan, option ?? AS_NOW);
  const {measured} = timesUsed(workspace, travelIn(asked, base), ids, timesFrom(workspace, times));
  if (measured.missing.length > 0)
    throw new PlanError('missing', 'Travel times have changed since this was found. Search again.');
  const mask = (open: readonly string[]) => {
    const marks = new Uint8Array(ids.length);
    for (const id of open) {
      const at = measured.indexOf.get(id);
      if (at !== undefined) marks[at] = 1;
    }
    return marks;
  };
  const before = closest(measured.times, mask(sitesOffering(plan, base, key)));
  const after = closest(measured.times, mask(sites));
  const {areas, seconds} = measured.times;
  const chosen = Int32Array.from(after.site, (site, area) =>
    assigned ? (measured.indexOf.get(assigned[area] ?? '') ?? NO_SITE) : site,
  );
  const then = Float64Array.from(chosen, (site, area) =>
    site === NO_SITE ? UNREACHED : seconds[site * areas + area]!,
  );
  // Only where somebody’s site is another one: two hundred catchments that stay as they are would hide three new ones.
  const moved = chosen.map((site, area) => (site === before.site[area] ? NO_SITE : site));
  const {lng, lat} = workspace.people();
  return {
    assigned: Array.from(chosen, (site) => (site === NO_SITE ? null : ids[site]!)),
    change: Array.from(then, (each, area) => {
      const was = before.seconds[area]!;
      return each >= UNREACHED || was >= UNREACHED ? null : (each - was) / 60;
    }),
    borders: bordersBetween(areaShapes(workspace), moved) as Shown['borders'],
    past: [...chosen].flatMap((site, area) => {
      if (site === NO_SITE || then[area]! <= after.seconds[area]!) return [];
      const to = plan.site.get(ids[site]!)!;
      const line: Shown['past'][number]['line'] = [
        [lng[area]!, lat[area]!],
        [to.lng, to.lat],
      ];
      return [{area, line}];
    }),
  };
}

export const searchShown = {
  'search.shown': query(shownFields, (context, asked) => shown(context, asked)),
};
