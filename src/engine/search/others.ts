import {gapOf} from '../../core/search/answer.ts';
import type {Other} from '../../core/search/explained.ts';
import {isMaximised} from '../../core/search/problem.ts';
import {siteName} from '../../domain/site-name.ts';
import type {Workspace} from '../workspace.ts';
import type {Outcome} from './outcome.ts';
import {outcomes} from './outcomes.ts';
import type {SearchQuestion} from './question.ts';
import {assignedSites} from './reached.ts';
import {type RoomsTold, roomsTold} from './rooms.ts';
import {type FoundSite, proofWords, sitesShown, told} from './told.ts';

/** Another answer that a board may want to see beside the best. */
export interface OtherAnswer {
  as: 'next' | 'different' | 'forced';
  /** What it is, in words: “Second best”, “Most different”, “With the Old Library open”. */
  title: string;
  /** The site that was forced open. */
  site: string | null;
  sites: FoundSite[];
  objective: number | null;
  /** How much worse than the best, as a share of it; null where it cannot be had at all. */
  worse: number | null;
  proof: string;
  outcome: Outcome | null;
  rooms: RoomsTold | null;
  /** By area code: its site’s id, where room decides who goes where. */
  assigned: Record<string, string | null> | null;
}

const PLACES = ['Second', 'Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh', 'Eighth', 'Ninth', 'Tenth'];

export function otherAnswer(
  workspace: Workspace,
  question: SearchQuestion,
  best: number,
  each: Other,
  within: number | null,
): OtherAnswer {
  const {found} = each;
  const site = each.as === 'forced' ? workspace.plan.site.get(question.ids[each.site]!)! : null;
  const title =
    each.as === 'next'
      ? `${PLACES[each.place - 2]} best`
      : each.as === 'different'
        ? 'Most different'
        : `With ${siteName(workspace.plan, site!.id)} open`;
  const gap = found && Number.isFinite(found.bound) ? gapOf(found.objective, found.bound) : null;
  const sign = isMaximised(question.kind) ? -1 : 1;
  const worse = found && best !== 0 ? (sign * (found.objective - best)) / Math.abs(best) : null;
  return {
    as: each.as,
    title,
    site: site?.id ?? null,
    sites: found ? found.sites.map(sitesShown(workspace, question)) : [],
    objective: found && told(question, found.objective),
    worse,
    proof: found ? proofWords(found.proof, found.combinations, gap) : 'No other answer meets the demands.',
    outcome: found && outcomes(workspace, question, found.sites, within, each.taken)[0]!.after,
    rooms: found && roomsTold(workspace, question, found.sites, each.taken),
    assigned: each.taken && assignedSites(workspace, question, each.taken.assignment),
  };
}
