import {AS_NOW} from '../../src/domain/option.ts';
import {sitesOffering} from '../../src/domain/placement.ts';
import type {CallResult} from '../contract.ts';
import {mirror} from '../state/plan.ts';
import type {Searched, ShownArrangement} from '../state/search-view.ts';
import {showArrangement, speak} from '../state/view.ts';

export interface Arrangement {
  title: string;
  sites: CallResult<'search.sites'>['sites'];
  proof: string;
  /** By area code, where room decides who goes where. */
  assigned?: Readonly<Record<string, string | null>> | null;
}

/** Whether the sites of a bundle stay besides those chosen, which are not among them then. */
export function keepsBesides({wish}: Searched): boolean {
  return wish.keep && wish.goal !== 'close' && wish.alongside.length > 0;
}

/** An arrangement as the map is to show it: what it opens, and what it closes of those that offer the service now. */
export function arrangementOf(asked: Searched, {title, sites, proof, assigned}: Arrangement): ShownArrangement {
  const {question} = asked;
  const now = sitesOffering(mirror().plan, question.option ?? AS_NOW, question.service);
  const all = new Set([...sites.map(({id}) => id), ...(keepsBesides(asked) ? now : [])]);
  return {
    ...asked,
    title,
    found: sites,
    proof,
    sites: [...all],
    opens: [...all].filter((id) => !now.includes(id)),
    closes: now.filter((id) => !all.has(id)),
    assigned: assigned ?? null,
  };
}

/** Puts it on the map and says so. */
export function lookAt(asked: Searched, arrangement: Arrangement): void {
  if (arrangement.sites.length === 0) return;
  showArrangement(arrangementOf(asked, arrangement));
  speak(`On the map: ${arrangement.title}.`);
}

export function titleOnMap(title: string): string {
  return title === 'Best' ? 'what was found' : title.charAt(0).toLowerCase() + title.slice(1);
}
