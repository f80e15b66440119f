import type {Conflict, Demand, Relaxation} from '../../core/search/conflict.ts';
import type {SearchInput} from './fields.ts';
import type {SearchQuestion} from './question.ts';
import {poundsWords} from './sentences.ts';

/** The least that one demand has to give, as it can be asked again: which field of the question, and what it would be. */
export type Ease = {title: string} & (
  | {what: 'open' | 'close' | 'within' | 'budget'; value: number}
  | {what: 'floor'; floor: number; share: number}
  | {what: 'floor-within'; floor: number; value: number}
  | {what: 'group'; group: number; least: number | null; most: number | null}
  | {what: 'room'; times: number}
  | {what: 'free'; site: string}
);

/** What a planner could give way in, each by itself enough: rounded so that it still is. */
export function easesOf(
  question: SearchQuestion,
  asked: SearchInput,
  {demands}: Conflict,
  name: (site: number) => string,
): Ease[] {
  return demands.flatMap(({demand, relaxation}) =>
    relaxation ? easing(question, asked, demand, relaxation, name) : [],
  );
}

function easing(
  question: SearchQuestion,
  asked: SearchInput,
  demand: Demand,
  relaxation: Relaxation,
  name: (site: number) => string,
): Ease[] {
  const {perUnit, unit, offering, services} = question;
  const inWhole = (cost: number) => Math.ceil(cost / perUnit - 1e-9);
  if ('count' in relaxation) return counted(relaxation.count, asked, services.length > 1 ? 0 : offering.size);
  if ('budget' in relaxation) {
    const value = Math.ceil(relaxation.budget);
    return [{title: `Spend up to ${poundsWords(value)}`, what: 'budget', value}];
  }
  if ('room' in relaxation) {
    const times = Math.ceil(relaxation.room * 1000 - 1e-9) / 1000;
    return [{title: `Have ${((times - 1) * 100).toFixed(1)} % more room`, what: 'room', times}];
  }
  if (demand.demand === 'group') {
    const called = question.problem.groups[demand.group]!.name;
    const least = 'least' in relaxation ? relaxation.least : null;
    const most = 'most' in relaxation ? relaxation.most : null;
    const title = least !== null ? `At least ${least} of ${called}` : `Up to ${most} of ${called}`;
    return [{title, what: 'group', group: demand.group, least, most}];
  }
  if (demand.demand === 'floor') return floored(demand.floor % asked.floors!.length);
  if ('cutoff' in relaxation && relaxation.cutoff !== null) {
    const value = inWhole(relaxation.cutoff);
    return [{title: `Within ${value} ${unit}`, what: 'within', value}];
  }
  if (demand.demand === 'open') return [freed(demand.site, 'Do not insist on')];
  if (demand.demand === 'closed') return [freed(demand.site, 'Allow')];
  return [];

  function floored(floor: number): Ease[] {
    if (!('share' in relaxation)) return [];
    const share = relaxation.share === null ? null : Math.floor(relaxation.share * 1000 + 1e-9) / 1000;
    const value = relaxation.cutoff === null ? null : inWhole(relaxation.cutoff);
    return [
      ...(share === null
        ? []
        : [{title: `Ask for ${(share * 100).toFixed(1)} %`, what: 'floor' as const, floor, share}]),
      ...(value === null ? [] : [{title: `Within ${value} ${unit}`, what: 'floor-within' as const, floor, value}]),
    ];
  }

  function freed(site: number, verb: string): Ease {
    return {title: `${verb} ${name(site)}`, what: 'free', site: question.ids[site]!};
  }
}

/** A number of sites in all, as it was asked: new ones, sites to close, or all. */
function counted(count: number, asked: SearchInput, offering: number): Ease[] {
  if (asked.close !== undefined) {
    const value = offering - count;
    return value < 1 ? [] : [{title: `Close ${value}`, what: 'close', value}];
  }
  const value = asked.keep ? count - offering : count;
  return value < 0 ? [] : [{title: `Open ${value}${asked.keep ? ' new' : ''}`, what: 'open', value}];
}
