import {PlanError} from '../domain/errors.ts';
import type {Context} from './context.ts';
import {opened} from './context.ts';
import {duplication} from './duplication.ts';
import {writeTable} from './export.ts';
import type {Losers, Table} from './export-rows.ts';
import {losersTable} from './export-rows.ts';
import {text} from './fields.ts';
import {journeysAll} from './journeys-all.ts';
import type {JobBody} from './kinds.ts';
import {job} from './kinds.ts';
import type {MeasureAnswer} from './measures/answer-shape.ts';
import {measures} from './measures/measures.ts';
import type {NotYet} from './standings.ts';

const to = {to: text(200)};

function notYet(of: NotYet): never {
  const why =
    of.state === 'needs' ? `this project has no ${of.needs.join(', no ')}` : 'travel times are still being measured';
  throw new PlanError('invalid', `There is nothing to write yet: ${why}.`);
}

/** A body run to its end within another, whichever of the two kinds it is. */
async function* all<R>(body: JobBody<R>): AsyncGenerator<{done: number; of: number; doing: string}, R, void> {
  return yield* body;
}

/** A measure by area: the value, who lives there, and why they are not served. */
function measureTable(context: Context, answer: MeasureAnswer): Table {
  const {areas, question} = answer;
  const people = opened(context).people();
  const label = areas.label || answer.measure.label;
  return {
    headings: [
      'code',
      'name',
      question.people,
      'deprivation_fifth',
      areas.unit ? `${label} (${areas.unit})` : label,
      'reason',
    ],
    rows: areas.code.map((code, at) => [
      code,
      areas.name[at]!,
      areas.people[at]!,
      areas.fifth[at] || null,
      areas.value[at]!,
      areas.reason[at]!,
    ]),
    at: people.codes.map((_, area) => [people.lng[area]!, people.lat[area]!]),
  };
}

export const exportMeasures = {
  'export.measure': job(
    {...to, ...measures['measure.answer'].fields},
    async function* (
      context,
      {to, ...asked},
      signal,
    ): JobBody<{
      rows: number;
    }> {
      const of = yield* all(measures['measure.answer'].run(context, asked, signal));
      if (of.state !== 'ready') return notYet(of);
      const {comparison, question} = of.answer;
      const losers: Losers = comparison && losersTable(question.optionName, question.againstName, comparison.losers);
      return writeTable(context, to, measureTable(context, of.answer), losers);
    },
  ),

  'export.duplicates': job(
    {...to, ...duplication['duplication.list'].fields},
    async function* (
      context,
      {to, ...asked},
      signal,
    ): JobBody<{
      rows: number;
    }> {
      const of = yield* all(duplication['duplication.list'].run(context, {...asked, most: 10_000_000}, signal));
      if (of.state !== 'ready') return notYet(of);
      const {plan} = opened(context);
      const losers =
        of.without && losersTable(`${of.optionName} without ${of.without.name}`, of.optionName, of.without.losers);
      return writeTable(
        context,
        to,
        {
          headings: [
            'site',
            'site name',
            'beside',
            'beside name',
            'verdict',
            'reason',
            'review on',
            'same place',
            'share of its people also within the other’s reach',
            'jaccard',
            'people within both',
            'people who would lose cover',
            'mean minutes more without it',
            'visits a year',
            'room elsewhere',
          ],
          rows: of.lines.map((line) => [
            line.site,
            line.siteName,
            line.beside,
            line.besideName,
            line.verdict,
            line.intended?.reason ?? '',
            line.intended?.reviewOn ?? '',
            line.samePlace ?? '',
            line.share,
            line.jaccard,
            line.both,
            line.loseCover,
            line.meanMinutesMore,
            line.demand,
            line.spareElsewhere,
          ]),
          at: of.lines.map(({site}) => {
            const {lng, lat} = plan.site.get(site)!;
            return [lng, lat];
          }),
        },
        losers,
      );
    },
  ),

  /** A line for every service and area, with the areas that lose at the end. */
  'export.journeys': job(
    {...to, ...journeysAll['journeys.all'].fields},
    async function* (
      context,
      {to, ...asked},
      signal,
    ): JobBody<{
      rows: number;
    }> {
      const of = yield* all(journeysAll['journeys.all'].run(context, {...asked, areas: true}, signal));
      if (of.state !== 'ready') return notYet(of);
      const people = opened(context).people();
      const lines = of.services.flatMap((each) =>
        each.areas!.map((line, area) => ({service: each.service, line, area})),
      );
      const losers = losersTable(
        of.optionName,
        of.againstName,
        of.services.flatMap((each) => each.losers.map((line) => ({...line, name: `${line.name} (${each.name})`}))),
      );
      return writeTable(
        context,
        to,
        {
          headings: [
            'service',
            'code',
            'name',
            'deprivation_fifth',
            'users',
            'legs a year',
            'minutes before',
            'minutes after',
            'km before',
            'km after',
            'site before',
            'site after',
          ],
          rows: lines.map(({service, line, area}) => [
            service,
            line.code,
            people.names[area]!,
            people.fifth[area] || null,
            line.users,
            line.legs,
            line.minutesBase,
            line.minutesOption,
            line.kilometresBase,
            line.kilometresOption,
            line.from,
            line.to,
          ]),
          at: lines.map(({area}) => [people.lng[area]!, people.lat[area]!]),
        },
        losers,
      );
    },
  ),
};
