import type {Taken} from '../../core/search/rooms.ts';
import {sitesOffering} from '../../domain/placement.ts';
import type {Workspace} from '../workspace.ts';
import {type Outcome, outcomeOf} from './outcome.ts';
import type {SearchQuestion} from './question.ts';

/** A service of the question, as it is and with the sites found. */
export interface ServiceOutcome {
  service: string;
  name: string;
  before: Outcome;
  after: Outcome;
}

/** For each service of the question: as it is, and with these sites. */
export function outcomes(
  workspace: Workspace,
  {services, option, measured, ids, keeps}: SearchQuestion,
  sites: readonly number[],
  within: number | null,
  taken: Taken | null,
): ServiceOutcome[] {
  const people = workspace.people();
  const chosen = sites.map((site) => ids[site]!);
  const goes = taken?.assignment.map((site) => (site < 0 ? -1 : measured.indexOf.get(ids[site]!)!)) ?? null;
  return services.map(({id, name}) => {
    const offered = sitesOffering(workspace.plan, option.id, id);
    return {
      service: id,
      name,
      before: outcomeOf(people, measured, offered, within, null),
      after: outcomeOf(people, measured, keeps ? [...offered, ...chosen] : chosen, within, goes),
    };
  });
}
