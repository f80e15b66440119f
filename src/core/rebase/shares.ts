/**
 * What share of each old area's people goes to each of its successors, from a lookup between two editions of small areas.
 *
 * An area with one successor gives all to it. One that was split gives to each successor in proportion to the people who live
 * there now; evenly where the people of any of its successors are not known, or all of them have none, and `evenly` names
 * those. Shares of an area add up to 1, so counts keep their total. It is an estimate for what was split: people of each
 * age are taken to be spread alike. An irregular successor, made of parts of several areas, is treated in the same way, as
 * if its people came from all of its predecessors. O(rows).
 */
export interface Shares {
  /** For each old area that has a successor: its successors, with the share that each takes. */
  successors: ReadonlyMap<string, readonly {code: string; share: number}[]>;
  /** For each new area: the old areas that it is made of, in whole or part. */
  predecessors: ReadonlyMap<string, readonly string[]>;
  /** Old areas that were shared out by people, and those that were evenly. */
  byPeople: ReadonlySet<string>;
  evenly: ReadonlySet<string>;
}

export interface LookupRow {
  from: string;
  to: string;
}

export type Became = 'unchanged' | 'split' | 'merged' | 'irregular';

export function sharesOf(lookup: readonly LookupRow[], people: ReadonlyMap<string, number>): Shares {
  const successorsOf = grouped(
    lookup,
    ({from}) => from,
    ({to}) => to,
  );
  const predecessors = grouped(
    lookup,
    ({to}) => to,
    ({from}) => from,
  );
  const successors = new Map<string, {code: string; share: number}[]>();
  const byPeople = new Set<string>();
  const evenly = new Set<string>();
  for (const [from, codes] of successorsOf) {
    const living = codes.map((code) => people.get(code) ?? Number.NaN);
    const total = living.reduce((sum, each) => sum + each, 0);
    const known = total > 0;
    if (codes.length > 1) (known ? byPeople : evenly).add(from);
    successors.set(
      from,
      codes.map((code, index) => ({code, share: known ? living[index]! / total : 1 / codes.length})),
    );
  }
  return {successors, predecessors, byPeople, evenly};
}

/** What became of an old area, by how many successors it has and how many areas each of them is made of. */
export function becameOf({successors, predecessors}: Shares, from: string): Became | null {
  const codes = successors.get(from);
  if (!codes) return null;
  const alone = codes.every(({code}) => predecessors.get(code)!.length === 1);
  if (codes.length === 1) return alone ? 'unchanged' : wholly(successors, predecessors, codes[0]!.code);
  return alone ? 'split' : 'irregular';
}

/** A successor is a plain merger where all that it is made of went into it whole. */
function wholly(successors: Shares['successors'], predecessors: Shares['predecessors'], to: string): Became {
  return predecessors.get(to)!.every((from) => successors.get(from)!.length === 1) ? 'merged' : 'irregular';
}

function grouped(
  lookup: readonly LookupRow[],
  keyOf: (row: LookupRow) => string,
  codeIn: (row: LookupRow) => string,
): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const row of lookup) {
    const held = groups.get(keyOf(row));
    if (!held) groups.set(keyOf(row), [codeIn(row)]);
    else if (!held.includes(codeIn(row))) held.push(codeIn(row));
  }
  return groups;
}
