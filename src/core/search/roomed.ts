import type {Judge} from './evaluate.ts';

/** Whole areas put into open sites with room, by trying: what it costs and who goes where; `null` if it found no way. */
export interface Roomed {
  objective: number;
  assignment: Int32Array;
}

/**
 * A good way to give every area whole to an open site with room: those who would lose most by their second choice first, then
 * single areas moved and pairs exchanged until nothing is saved. A start for a search, not a proof: that it finds no way
 * does not say that there is none. O(areas² × open) a round.
 */
export function roomedQuickly({problem, weights, reachable}: Judge, open: readonly number[]): Roomed | null {
  const {areas, cost, outOfReach, capacity, people} = problem;
  const rows = Array.from({length: areas}, (_, area) => area).filter((area) => reachable[area]);
  const left = new Map(open.map((site) => [site, capacity![site]! * (1 + 1e-12)]));
  const price = (area: number, site: number) => {
    const each = cost[site * areas + area]!;
    return each < outOfReach ? weights[area]! * each : Infinity;
  };
  const assignment = new Int32Array(areas).fill(-1);
  const waiting = new Set(rows);
  while (waiting.size > 0) {
    let chosen = -1;
    let to = -1;
    let most = -Infinity;
    for (const area of waiting) {
      let first = Infinity;
      let second = Infinity;
      let at = -1;
      for (const site of open) {
        if (left.get(site)! < people[area]!) continue;
        const each = price(area, site);
        if (each < first) {
          second = first;
          first = each;
          at = site;
        } else if (each < second) second = each;
      }
      if (at < 0) return null;
      // Nobody else has room for it: it goes before all others.
      const regret = second === Infinity ? 1e300 + people[area]! : second - first + 1e-9 * people[area]!;
      if (regret <= most) continue;
      most = regret;
      chosen = area;
      to = at;
    }
    if (chosen < 0) return null;
    waiting.delete(chosen);
    assignment[chosen] = to;
    left.set(to, left.get(to)! - people[chosen]!);
  }
  for (let better = true; better; ) better = moved() || exchanged();
  let objective = 0;
  for (const area of rows) objective += price(area, assignment[area]!);
  return {objective, assignment};

  function give(area: number, site: number): void {
    left.set(assignment[area]!, left.get(assignment[area]!)! + people[area]!);
    left.set(site, left.get(site)! - people[area]!);
    assignment[area] = site;
  }

  function moved(): boolean {
    let any = false;
    for (const area of rows)
      for (const site of open) {
        if (price(area, site) >= price(area, assignment[area]!) - 1e-9 || left.get(site)! < people[area]!) continue;
        give(area, site);
        any = true;
      }
    return any;
  }

  function exchanged(): boolean {
    for (const a of rows)
      for (const b of rows) {
        const [from, to] = [assignment[a]!, assignment[b]!];
        if (b <= a || from === to) continue;
        const saved = price(a, from) + price(b, to) - price(a, to) - price(b, from);
        if (!(saved > 1e-9)) continue;
        if (left.get(from)! + people[a]! < people[b]! || left.get(to)! + people[b]! < people[a]!) continue;
        give(a, to);
        give(b, from);
        return true;
      }
    return false;
  }
}
