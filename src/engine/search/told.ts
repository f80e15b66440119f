import type {Proof} from '../../core/search/answer.ts';
import {isMedian} from '../../core/search/problem.ts';
import {siteName} from '../../domain/site-name.ts';
import type {Workspace} from '../workspace.ts';
import type {SearchQuestion} from './question.ts';

export interface FoundSite {
  id: string;
  name: string;
  code: string;
  isNew: boolean;
}

/** A number of the core in the unit told: weighted seconds to minutes, metres to kilometres, people as they are. */
export function told({kind, perUnit}: SearchQuestion, value: number): number {
  return isMedian(kind) || kind === 'p-centre' || kind === 'p-dispersion' ? value / perUnit : value;
}

export function unitOf({kind, unit, problem, services}: SearchQuestion): string {
  const who = services.length > 1 ? 'journey' : 'person';
  const weighted = problem.priority ? 'weighted ' : '';
  if (isMedian(kind)) return `${weighted}${who}-${unit}`;
  if (kind === 'p-centre' && problem.priority) return `weighted ${unit}`;
  if (kind === 'p-centre' || kind === 'p-dispersion') return unit;
  if (kind === 'lscp' || kind === 'clscp') return 'sites';
  if (kind === 'lscp-b') return 'areas covered twice';
  const people = services.length > 1 ? 'journeys' : 'people';
  if (kind === 'bacop2') return `${weighted}${people} covered, once and twice weighed`;
  return kind === 'bacop1' ? `${weighted}${people} covered twice` : `${weighted}${people} covered`;
}

export function proofWords(proof: Proof, combinations: number | null, gap: number | null): string {
  if (proof === 'checked-all' && combinations === 1) return 'It is the only combination.';
  if (proof === 'checked-all') return `Checked all ${combinations!.toLocaleString('en-GB')} combinations.`;
  if (proof === 'proven') return 'Proven best.';
  if (proof === 'within') return `Within ${((gap ?? 0) * 100).toPrecision(2)} % of the best possible.`;
  return 'How far it is from the best is not known.';
}

export function sitesShown({plan}: Workspace, {ids, offering}: SearchQuestion): (site: number) => FoundSite {
  return (site) => {
    const id = ids[site]!;
    return {id, name: siteName(plan, id), code: plan.site.get(id)!.code, isNew: !offering.has(site)};
  };
}
