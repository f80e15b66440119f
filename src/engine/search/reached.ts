import type {Workspace} from '../workspace.ts';
import type {SearchQuestion} from './question.ts';

/** By area code: its site’s id, or null where no open site reaches it. */
export function assignedSites(workspace: Workspace, {ids}: SearchQuestion, assignment: Int32Array) {
  return Object.fromEntries(
    workspace.people().codes.map((code, area) => [code, assignment[area]! < 0 ? null : ids[assignment[area]!]!]),
  );
}

/** Who reaches no open site, and of them who could reach none at all. Of a bundle: of the first service. */
export function reachOf({problem, areas}: SearchQuestion, assignment: Int32Array) {
  const closed = new Set(problem.fixedClosed);
  let outOfReach = 0;
  let outOfEveryReach = 0;
  for (let area = 0; area < areas; area++) {
    if (assignment[area]! >= 0) continue;
    outOfReach += problem.people[area]!;
    let could = false;
    for (let site = 0; site < problem.sites && !could; site++)
      could = !closed.has(site) && problem.cost[site * problem.areas + area]! < problem.outOfReach;
    if (!could) outOfEveryReach += problem.people[area]!;
  }
  return {outOfReach, outOfEveryReach};
}
