import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {problemOf, type SiteProblem} from '../../search/problem.ts';
import {shortestPaths} from './shortest-paths.ts';

/** Instances whose best answers others have published; the folder is not part of the project. */
export const KNOWN = join(
  process.env.CLOSER_DATA ?? join(import.meta.dirname, '../../../../../shared/data'),
  'known_answers',
);
export const isHere = existsSync(KNOWN);

const text = (path: string) => readFileSync(join(KNOWN, path), 'utf8').trim();
const numbers = (path: string) => text(path).split(/\s+/).map(Number);

/** name → value in a file of two columns. */
export function optima(path: string): Map<string, number> {
  return new Map(
    text(path)
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .map(([name, value]) => [name!, Number(value)]),
  );
}

/** OR-Library pmed: a graph, an edge said again replacing the one before; costs are shortest paths. */
export function pmed(number: number, kind: SiteProblem['kind']): SiteProblem {
  const [n, m, p, ...edges] = numbers(`orlib_pmed/pmed${number}.txt`) as [number, number, number, ...number[]];
  const length = new Float64Array(n * n).fill(Infinity);
  for (let e = 0; e < m; e++) {
    const [a, b, along] = edges.slice(3 * e, 3 * e + 3) as [number, number, number];
    length[(a - 1) * n + b - 1] = length[(b - 1) * n + a - 1] = along;
  }
  const cost = shortestPaths(length, n);
  return problemOf({kind, areas: n, sites: n, cost, people: new Float64Array(n).fill(1), count: {least: p, most: p}});
}

/** OR-Library cap71 to 74: opening costs, and any number of sites. */
export function cap(number: number): SiteProblem {
  const all = numbers(`orlib_ufl/cap${number}.txt`);
  const [sites, areas] = all as [number, number];
  const opening = Float64Array.from({length: sites}, (_, site) => all[3 + 2 * site]!);
  const cost = new Float64Array(sites * areas);
  let at = 2 + 2 * sites;
  for (let area = 0; area < areas; area++) {
    at++;
    for (let site = 0; site < sites; site++) cost[site * areas + area] = all[at++]!;
  }
  const people = new Float64Array(areas).fill(1);
  return problemOf({kind: 'p-median', areas, sites, cost, people, opening, count: {least: 1, most: sites}});
}

/** Capacitated p-medians of 50 places: distances are not multiplied by demand, which only fills the room. */
export function p550(number: number): SiteProblem {
  const [n, p, ...rest] = numbers(`cpmp_S1/p550-${number}.txt`) as [number, number, ...number[]];
  const cost = new Float64Array(n * n);
  for (let area = 0; area < n; area++)
    for (let site = 0; site < n; site++) cost[site * n + area] = rest[area * n + site]!;
  const people = Float64Array.from(rest.slice(n * n, n * n + n));
  return problemOf({
    kind: 'capacitated-p-median',
    areas: n,
    sites: n,
    cost,
    people,
    priority: people.map((each) => 1 / each),
    capacity: Float64Array.from(rest.slice(n * n + n, n * n + 2 * n)),
    count: {least: p, most: p},
  });
}

/** San Francisco: 205 tracts with people of 2000, 16 stores, metres along the streets. */
export function sanFrancisco(
  kind: SiteProblem['kind'],
  count: {least: number; most: number},
  cutoff = 5000,
): SiteProblem {
  const rows = (path: string) =>
    text(`spopt_sf/${path}`)
      .split('\n')
      .slice(1)
      .map((line) => line.replaceAll('"', '').trim().split(','));
  const tracts = rows('SF_demand_205_centroid_uniform_weight.csv').map((row) => ({
    name: Number(row[3]),
    people: Number(row[6]),
  }));
  const areaOf = new Map(tracts.map(({name}, area) => [name, area]));
  const cost = new Float64Array(16 * tracts.length).fill(Infinity);
  for (const [metres, store, tract] of rows('SF_network_distance_candidateStore_16_censusTract_205_new.csv'))
    cost[(Number(store!.slice(6)) - 1) * tracts.length + areaOf.get(Number(tract))!] = Number(metres);
  return problemOf({
    kind,
    areas: tracts.length,
    sites: 16,
    cost,
    people: Float64Array.from(tracts, ({people}) => people),
    count,
    cutoff,
  });
}
