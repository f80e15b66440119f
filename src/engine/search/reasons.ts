import type {Reasons} from '../../core/search/reasons.ts';
import type {Taken} from '../../core/search/rooms.ts';
import {siteName} from '../../domain/site-name.ts';
import type {Workspace} from '../workspace.ts';
import type {Ease} from './eases.ts';
import type {SearchQuestion} from './question.ts';
import {demandWords, poundsWords} from './sentences.ts';
import {told} from './told.ts';

/** Why these sites and not others, what binds; or what is in conflict. */
export interface ReasonsTold {
  sites: {site: string; people: number; onlyCover: number; objectiveWithout: number | null; areas: string[]}[];
  others: {site: string; instead: string | null; objective: number | null}[];
  limits: string[];
  conflict: string[];
  /** What could give way, each by itself enough, as it can be asked again. */
  eases: Ease[];
}

export function reasonsTold(
  workspace: Workspace,
  question: SearchQuestion,
  reasons: Reasons,
  taken: Taken | null,
): ReasonsTold {
  const {codes} = workspace.people();
  const site = (number: number) => workspace.plan.site.get(question.ids[number]!)!;
  const name = (number: number) => siteName(workspace.plan, question.ids[number]!);
  return {
    sites: reasons.open.map((each) => ({
      site: site(each.site).id,
      people: taken ? taken.load[each.site]! : each.people,
      onlyCover: each.onlyCover,
      objectiveWithout: Number.isFinite(each.without) ? told(question, each.without) : null,
      areas: [...new Set(each.areas.map((row) => codes[row % question.areas]!))],
    })),
    others: reasons.closed.map(({site: each, instead, objective}) => ({
      site: site(each).id,
      instead: instead === null ? null : site(instead).id,
      objective: objective === null ? null : told(question, objective),
    })),
    limits: reasons.binding.map((each) => {
      if (each.limit === 'budget')
        return `${poundsWords(each.used)} of a budget of ${poundsWords(each.most)} is spent.`;
      if (each.limit === 'group')
        return `${each.open} open: ${demandWords(question, {demand: 'group', group: each.group}, name)}.`;
      return `${(each.share * 100).toFixed(1)} % reached: ${demandWords(question, {demand: 'floor', floor: each.floor}, name)}.`;
    }),
    conflict: [],
    eases: [],
  };
}
