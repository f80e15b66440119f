import type {Audit} from '../core/access/audit.ts';
import {PlanError} from '../domain/errors.ts';
import {opened} from './context.ts';
import {maybe, number, text} from './fields.ts';
import type {JobBody} from './kinds.ts';
import {job} from './kinds.ts';
import {type Duplicates, duplicates} from './measures/duplicates.ts';
import {type Ground, groundOf, peopleAudit} from './measures/ground.ts';
import {said} from './measures/measures.ts';
import {measureFields} from './measures/question.ts';
import {siteNamed} from './question.ts';
import type {SourceUsed} from './sources.ts';
import {sourcesUsed} from './sources.ts';
import type {NotYet} from './standings.ts';
import type {TimesUsed} from './times-used.ts';

export interface DuplicationAnswer extends Duplicates {
  state: 'ready';
  option: string;
  optionName: string;
  mode: string;
  within: number;
  times: TimesUsed;
  audit: Audit;
  sources: SourceUsed[];
  version: string;
}

/** The site of that name that offers the service: many buildings hold several, under one name. */
function siteOffering({workspace, standing}: Ground, wanted: string): {id: string; name: string} {
  const key = wanted.toLowerCase();
  const offering = [...standing.offering]
    .map((id) => workspace.plan.site.get(id)!)
    .filter(({id, code, name}) => [id, code, name].some((each) => each.toLowerCase() === key));
  return offering.length === 1 ? offering[0]! : siteNamed(workspace.plan, wanted);
}

const {service, option, mode, time, stepFree, within, times, people, lens, overlap, choiceIsGoal} = measureFields;

export const duplication = {
  /**
   * Every pair of sites of a service, judged, with choice beside it. `most` is how many findings come back, the strongest
   * first; `without` shows what closing that one site would do to duplication, to choice, and to whom.
   */
  'duplication.list': job(
    {
      service,
      option,
      mode,
      time,
      stepFree,
      within,
      times,
      people,
      lens,
      overlap,
      choiceIsGoal,
      most: maybe(number(1, 10_000_000)),
      without: maybe(text(200)),
    },
    function* (context, {most, without, ...asked}): JobBody<DuplicationAnswer | NotYet> {
      const ground = groundOf(context, said(asked));
      if ('state' in ground) return ground;
      const {standing} = ground;
      const site = without === undefined ? null : siteOffering(ground, without);
      const of = yield* duplicates(ground, most ?? 500, site?.id ?? null);
      if (site && !of.without) {
        throw new PlanError(
          'invalid',
          `${site.name} doesn’t offer this service in this option, so nothing changes without it.`,
          'without',
        );
      }
      return {
        state: 'ready',
        ...of,
        option: standing.question.option,
        optionName: standing.question.optionName,
        mode: asked.mode,
        within: asked.within,
        times: standing.times,
        audit: peopleAudit(ground.total, ground.now.seconds, ground.counted, ground.cutoff),
        sources: sourcesUsed(opened(context)),
        version: context.version,
      };
    },
  ),
};
