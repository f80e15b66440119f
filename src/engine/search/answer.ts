import {gapOf} from '../../core/search/answer.ts';
import type {Check} from '../../core/search/check.ts';
import type {Explained} from '../../core/search/explained.ts';
import {isMedian} from '../../core/search/problem.ts';
import {siteName} from '../../domain/site-name.ts';
import type {Workspace} from '../workspace.ts';
import {easesOf} from './eases.ts';
import type {SearchInput} from './fields.ts';
import {type OtherAnswer, otherAnswer} from './others.ts';
import {outcomes, type ServiceOutcome} from './outcomes.ts';
import type {SearchQuestion} from './question.ts';
import {assignedSites, reachOf} from './reached.ts';
import {type ReasonsTold, reasonsTold} from './reasons.ts';
import {type RoomsTold, roomsTold} from './rooms.ts';
import {conflictSentences} from './sentences.ts';
import {type FoundSite, proofWords, sitesShown, told, unitOf} from './told.ts';

/** What a search answers: objective and bound in the unit told, not rounded. */
export interface SearchAnswer {
  problem: string;
  status: 'proven' | 'checked-all' | 'within' | 'stopped' | 'infeasible';
  /** The status as a sentence. */
  proof: string;
  objective: number | null;
  bound: number | null;
  gap: number | null;
  /** What the objective counts. */
  unit: string;
  combinations: number | null;
  services: string[];
  sites: FoundSite[];
  closes: {id: string; name: string}[];
  /** Pounds that the sites cost to open, where costs are part of the question. */
  cost: number | null;
  /** By area code: its site’s id, or null where no open site reaches it. */
  assignments: Record<string, string | null>;
  /** Residents whom no open site reaches, and of them those whom none could. */
  outOfReach: number;
  outOfEveryReach: number;
  /** What it means for residents, beside how things are, for each service. */
  outcomes: ServiceOutcome[];
  reasons: ReasonsTold;
  /** How full sites are and who is sent past the closest one; null where room decides nothing. */
  rooms: RoomsTold | null;
  others: OtherAnswer[];
  stated: string[];
  /** Where the times come from, unless they are measured along streets. */
  travel: string[];
  check: {ok: boolean; faults: string[]; objective: number | null; bound: Check['bound'] | null};
  seed: number;
  seconds: number;
}

/** What the core found, told in a planner’s words and units. */
export function toldFrom(
  workspace: Workspace,
  question: SearchQuestion,
  explained: Explained,
  seed: number,
  asked: SearchInput,
): SearchAnswer {
  if (explained.state === 'found') return answered(workspace, question, explained, seed, asked.within ?? null);
  const nothing = nothingFound(question, seed, explained.seconds);
  if (explained.state === 'stopped') return {...nothing, proof: 'Stopped before any answer was found.'};
  const name = (site: number) => siteName(workspace.plan, question.ids[site]!);
  const conflict = conflictSentences(question, explained.conflict, name);
  const eases = easesOf(question, asked, explained.conflict, name);
  const reasons = {...nothing.reasons, conflict, eases};
  return {...nothing, status: 'infeasible', proof: conflict.join(' '), reasons};
}

function answered(
  workspace: Workspace,
  question: SearchQuestion,
  {found, check, reasons, assignment, taken, others, seconds}: Extract<Explained, {state: 'found'}>,
  seed: number,
  within: number | null,
): SearchAnswer {
  const {problem, ids, offering, kind, services, costs} = question;
  const shown = sitesShown(workspace, question);
  const gap = Number.isFinite(found.bound) ? gapOf(found.objective, found.bound) : null;
  const several = services.length > 1;
  return {
    problem: kind,
    status: found.proof === 'unbounded' ? 'stopped' : found.proof,
    proof: proofWords(found.proof, found.combinations, gap),
    objective: told(question, found.objective),
    bound: Number.isFinite(found.bound) ? told(question, found.bound) : null,
    gap,
    unit: unitOf(question),
    combinations: found.combinations,
    services: services.map(({id}) => id),
    sites: found.sites.map(shown),
    closes: several
      ? []
      : [...offering]
          .filter((each) => !found.sites.includes(each))
          .map((each) => ({id: ids[each]!, name: siteName(workspace.plan, ids[each]!)})),
    cost: costs && found.sites.reduce((sum, each) => sum + costs[each]!, 0),
    assignments: assignedSites(workspace, question, assignment),
    ...reachOf(question, assignment),
    outcomes: outcomes(workspace, question, found.sites, within, taken),
    reasons: reasonsTold(workspace, question, reasons, taken),
    rooms: roomsTold(workspace, question, found.sites, taken),
    others: others.map((each) => otherAnswer(workspace, question, found.objective, each, within)),
    stated: [
      ...question.stated,
      ...(isMedian(kind) && kind !== 'capacitated-p-median'
        ? [
            `Whoever no open site reaches counts as ${(problem.price / question.perUnit).toLocaleString('en-GB')} ${question.unit}; whoever no site could reach is left out of the sum.`,
          ]
        : []),
    ],
    travel: question.travel,
    check: {
      ok: check.faults.length === 0 && others.every(({faults}) => faults.length === 0),
      faults: [...check.faults, ...others.flatMap(({faults}) => faults)],
      objective: told(question, check.objective),
      bound: check.bound,
    },
    seed,
    seconds,
  };
}

function nothingFound(question: SearchQuestion, seed: number, seconds: number): SearchAnswer {
  return {
    problem: question.kind,
    status: 'stopped',
    proof: '',
    objective: null,
    bound: null,
    gap: null,
    unit: unitOf(question),
    combinations: null,
    services: question.services.map(({id}) => id),
    sites: [],
    closes: [],
    cost: null,
    assignments: {},
    outOfReach: 0,
    outOfEveryReach: 0,
    outcomes: [],
    reasons: {sites: [], others: [], limits: [], conflict: [], eases: []},
    rooms: null,
    others: [],
    stated: question.stated,
    travel: question.travel,
    check: {ok: true, faults: [], objective: null, bound: null},
    seed,
    seconds,
  };
}
