import {closestOf} from '../../core/search/reasons.ts';
import type {Taken} from '../../core/search/rooms.ts';
import {siteName} from '../../domain/site-name.ts';
import type {Workspace} from '../workspace.ts';
import type {SearchQuestion} from './question.ts';

/** How full the sites of an answer are, and who is sent past their closest one because it is full. */
export interface RoomsTold {
  sites: {site: string; name: string; people: number; room: number}[];
  /** Where an open site is closer than the one an area is given to; most people first. */
  past: {code: string; name: string; people: number; site: string; closest: string; further: number}[];
  pastPeople: number;
  /** Areas whose people are shared out among more than one site; each is told at the one that takes most of it. */
  shared: number;
}

/** Rooms in residents, distances further in the unit of the question. Null where room decides nothing. */
export function roomsTold(
  workspace: Workspace,
  {problem, ids, perUnit}: SearchQuestion,
  open: readonly number[],
  taken: Taken | null,
): RoomsTold | null {
  if (!taken || !problem.capacity) return null;
  const people = workspace.people();
  const closest = closestOf(problem, open);
  const past: RoomsTold['past'] = [];
  taken.assignment.forEach((site, area) => {
    if (site < 0 || problem.people[area] === 0) return;
    const cost = (at: number) => problem.cost[at * problem.areas + area]!;
    const further = cost(site) - cost(closest[area]!);
    if (further <= 0) return;
    past.push({
      code: people.codes[area]!,
      name: people.names[area]!,
      people: problem.people[area]!,
      site: ids[site]!,
      closest: ids[closest[area]!]!,
      further: further / perUnit,
    });
  });
  past.sort((a, b) => b.people - a.people || (a.code < b.code ? -1 : 1));
  return {
    sites: open.map((site) => ({
      site: ids[site]!,
      name: siteName(workspace.plan, ids[site]!),
      people: taken.load[site]!,
      room: problem.capacity![site]!,
    })),
    past,
    pastPeople: past.reduce((sum, each) => sum + each.people, 0),
    shared: taken.shared,
  };
}
