import type {Finding} from './answer.ts';

/** What one card of the list is about: a finding, or all sites at one place with the findings among them. */
export interface Cluster {
  sites: readonly {id: string; name: string}[];
  /** The strongest first, as they came. */
  findings: readonly [Finding, ...Finding[]];
}

/** Are all sites of this card one place? Then no one of them stands beside another: each has its own numbers. */
export function isOnePlace({findings}: Cluster): boolean {
  return findings[0].verdict === 'same-place merge';
}

/**
 * Sites at one place are one cluster, however many pairs they make and whichever of two is asked about first; every other
 * finding stands for itself. A cluster stands where its strongest finding stood.
 */
export function clustersOf(lines: readonly Finding[]): Cluster[] {
  const leader = new Map<string, string>();
  const leaderOf = (site: string): string => {
    const above = leader.get(site);
    return above === undefined ? site : leaderOf(above);
  };
  const merges = lines.filter(({verdict}) => verdict === 'same-place merge');
  for (const {site, beside} of merges) {
    const [one, other] = [leaderOf(site), leaderOf(beside)];
    if (one !== other) leader.set(other, one);
  }
  const clusters = new Map<string, [Finding, ...Finding[]]>();
  for (const line of lines) {
    const {verdict, site, beside} = line;
    const key = verdict === 'same-place merge' ? leaderOf(site) : `${site}\n${beside}`;
    const there = clusters.get(key);
    if (there) there.push(line);
    else clusters.set(key, [line]);
  }
  return [...clusters.values()].map((findings) => ({sites: sitesOf(findings), findings}));
}

function sitesOf(findings: readonly Finding[]): {id: string; name: string}[] {
  const names = new Map<string, string>();
  for (const {site, siteName, beside, besideName} of findings) {
    names.set(site, siteName);
    names.set(beside, besideName);
  }
  return [...names].map(([id, name]) => ({id, name}));
}
