import type {Conflict, Demand, Relaxation} from '../../core/search/conflict.ts';
import type {SearchQuestion} from './question.ts';

type Names = (site: number) => string;

/** Why nothing fits, as sentences: what cannot be had together, and what each demand would have to give. */
export function conflictSentences(question: SearchQuestion, {demands}: Conflict, name: Names): string[] {
  if (demands.length === 0) return ['No set of sites meets the demands.'];
  const what = demands.map(({demand}) => demandWords(question, demand, name));
  const all = what.length === 1 ? `This cannot be had: ${what[0]}.` : `These cannot be had together: ${listed(what)}.`;
  return [all, ...demands.map(({demand, relaxation}) => relaxationWords(question, demand, relaxation, name))];
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

function timeWords({perUnit, unit}: SearchQuestion, cost: number): string {
  return `${(cost / perUnit).toLocaleString('en-GB', {maximumFractionDigits: 2})} ${unit}`;
}

export function poundsWords(amount: number): string {
  return `£${amount.toLocaleString('en-GB', {maximumFractionDigits: 0})}`;
}

function sitesWords(count: number): string {
  return `${count} site${count === 1 ? '' : 's'}`;
}

/** A demand as a planner would say it. */
export function demandWords(question: SearchQuestion, demand: Demand, name: Names): string {
  const {problem} = question;
  switch (demand.demand) {
    case 'count':
      return problem.count.least === problem.count.most && !['lscp', 'clscp', 'lscp-b'].includes(problem.kind)
        ? `exactly ${sitesWords(problem.count.most)}`
        : `at most ${sitesWords(problem.count.most)}`;
    case 'cover':
      return `everyone within ${timeWords(question, problem.cutoff)}`;
    case 'budget':
      return `a budget of ${poundsWords(problem.budget!.most)}`;
    case 'room':
      return 'the room that sites have';
    case 'open':
      return `${name(demand.site)} open`;
    case 'closed':
      return `${name(demand.site)} closed`;
    case 'group': {
      const {name: called, least, most, sites} = problem.groups[demand.group]!;
      const limits = [
        ...(least > 0 ? [`at least ${least}`] : []),
        ...(most < sites.length || least === 0 ? [`at most ${most}`] : []),
      ];
      return `${limits.join(' and ')} of ${called}`;
    }
    case 'floor': {
      const {name: called, share, cutoff} = problem.floors[demand.floor]!;
      return `${(share * 100).toLocaleString('en-GB')} % of ${called} within ${timeWords(question, cutoff)}`;
    }
  }
}

/** More room as a share; from twice the room on as a multiple, rounded up so that it is enough. */
function roomWords(times: number): string {
  return times < 2 ? `${((times - 1) * 100).toFixed(1)} % more` : `${Math.ceil(times * 10) / 10} times the`;
}

function relaxationWords(question: SearchQuestion, demand: Demand, relaxation: Relaxation | null, name: Names): string {
  const what = demandWords(question, demand, name);
  if (!relaxation) return `Changing “${what}” alone does not help.`;
  if ('count' in relaxation)
    return `It needs ${sitesWords(relaxation.count)} (${relaxation.sites.slice(0, 12).map(name).join(', ')}${relaxation.sites.length > 12 ? ', …' : ''}).`;
  if ('share' in relaxation) {
    const ways: string[] = [];
    if (relaxation.share !== null) ways.push(`at most ${(relaxation.share * 100).toFixed(1)} % instead`);
    if (relaxation.cutoff !== null) ways.push(`or ${timeWords(question, relaxation.cutoff)} or more`);
    return `Of “${what}”: ${ways.join(', ')}.`;
  }
  if ('cutoff' in relaxation) return `Or ${timeWords(question, relaxation.cutoff)} or more.`;
  if ('budget' in relaxation) return `Or a budget of ${poundsWords(relaxation.budget)} or more.`;
  if ('least' in relaxation) return `Or at least ${relaxation.least} of “${what}”.`;
  if ('most' in relaxation) return `Or at most ${relaxation.most} of “${what}”.`;
  if ('room' in relaxation) return `Or ${roomWords(relaxation.room)} room at every site.`;
  return `Or without “${what}”.`;
}
