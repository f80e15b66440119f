import {AS_NOW} from '../../src/domain/option.ts';
import {sitesOffering} from '../../src/domain/placement.ts';
import type {AskedQuestion, CallResult} from '../contract.ts';
import {mirror} from '../state/plan.ts';
import type {ShownArrangement} from '../state/search-view.ts';
import {showArrangement, speak} from '../state/view.ts';

type FoundSites = CallResult<'search.sites'>['sites'];

/** An arrangement as the map is to show it: what it opens, and what it closes of those that offer the service now. */
export function arrangementOf(title: string, question: AskedQuestion, sites: FoundSites): ShownArrangement {
  const now = sitesOffering(mirror().plan, question.option ?? AS_NOW, question.service);
  const all = new Set(sites.map(({id}) => id));
  return {
    title,
    question,
    sites: [...all],
    opens: sites.filter(({isNew}) => isNew).map(({id}) => id),
    closes: now.filter((id) => !all.has(id)),
  };
}

/** Puts it on the map and says so. */
export function lookAt(title: string, question: AskedQuestion, sites: FoundSites): void {
  if (sites.length === 0) return;
  showArrangement(arrangementOf(title, question, sites));
  speak(`On the map: ${title}.`);
}
