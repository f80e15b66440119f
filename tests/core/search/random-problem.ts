import {KINDS, problemOf, type SiteProblem} from '../../../src/core/search/problem.ts';
import {randomOf} from '../../../src/core/search/random.ts';

/** A small question of some kind with some of every kind of demand, areas out of reach and equal sites among them. */
export function randomProblem(seed: number): SiteProblem {
  const random = randomOf(seed);
  const int = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  const kind = KINDS[seed % KINDS.length]!;
  const rooms = kind === 'clscp' || kind === 'capacitated-p-median';
  const areas = int(1, rooms ? 6 : 9);
  const sites = int(1, 7);
  const longest = random() < 0.3 ? 5 : 30;
  const cost = Float64Array.from({length: areas * sites}, () => (random() < 0.1 ? Infinity : int(1, longest)));
  if (sites > 1 && random() < 0.2) cost.copyWithin(areas, 0, areas);
  const people = Float64Array.from({length: areas}, () => (random() < 0.1 ? 0 : int(1, 50)));
  const between = new Float64Array(sites * sites);
  for (let a = 0; a < sites; a++)
    for (let b = 0; b < a; b++) between[a * sites + b] = between[b * sites + a] = int(1, 20);
  const some = (count: number) => {
    const all = Array.from({length: sites}, (_, site) => ({site, key: random()}));
    return all
      .sort((a, b) => a.key - b.key)
      .slice(0, count)
      .map(({site}) => site);
  };
  const count = int(1, sites);
  const shuffled = some(sites);
  return problemOf({
    kind,
    areas,
    sites,
    cost,
    people,
    priority: random() < 0.3 ? Float64Array.from({length: areas}, () => (random() < 0.5 ? 2.5 : 1)) : null,
    count:
      kind === 'lscp' || kind === 'clscp' || kind === 'lscp-b'
        ? {least: 1, most: random() < 0.5 ? sites : count}
        : {least: random() < 0.2 ? Math.max(1, count - 1) : count, most: count},
    cutoff: int(4, 25),
    theta: [0.3, 0.5, 0.8][int(0, 2)]!,
    capacity: rooms ? Float64Array.from({length: sites}, () => int(10, 120)) : null,
    opening:
      (kind === 'p-median' || kind === 'capacitated-p-median') && random() < 0.3
        ? Float64Array.from({length: sites}, () => int(0, 300))
        : null,
    between,
    fixedOpen: random() < 0.3 ? shuffled.slice(0, 1) : [],
    fixedClosed: random() < 0.3 ? shuffled.slice(1, 1 + int(0, 2)) : [],
    groups: random() < 0.3 ? [{name: 'a campus', sites: some(int(1, sites)), least: int(0, 1), most: int(1, 2)}] : [],
    budget: random() < 0.3 ? {costs: Float64Array.from({length: sites}, () => int(1, 10)), most: int(5, 30)} : null,
    floors:
      random() < 0.3
        ? [
            {
              name: 'some people',
              people: people.map((each) => (random() < 0.5 ? each : 0)),
              share: [0.5, 0.8, 1][int(0, 2)]!,
              cutoff: int(5, 30),
            },
          ]
        : [],
    leaveOut: random() < 0.5,
  });
}
