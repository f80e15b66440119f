import {expect, test} from 'vitest';
import type {Finding} from '../../../renderer/measures/answer.ts';
import {clustersOf} from '../../../renderer/measures/clusters.ts';

const finding = (site: string, beside: string, verdict: Finding['verdict']) =>
  ({site, siteName: site.toUpperCase(), beside, besideName: beside.toUpperCase(), verdict}) as Finding;

test('sites at one place are one card, however many pairs they make; other findings stand for themselves', () => {
  const lines = [
    finding('a', 'b', 'same-place merge'),
    finding('p', 'q', 'same-place merge'),
    finding('c', 'd', 'same-place merge'),
    finding('b', 'c', 'same-place merge'),
    finding('a', 'x', 'possible duplication'),
    finding('x', 'a', 'possible duplication'),
  ];
  expect(clustersOf(lines).map(({sites, findings}) => [sites.map(({name}) => name).join(''), findings.length])).toEqual(
    [
      ['ABCD', 3],
      ['PQ', 1],
      ['AX', 1],
      ['XA', 1],
    ],
  );
  expect(clustersOf([])).toEqual([]);
});

test('findings are neither lost nor counted twice, in 500 random lists', () => {
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  for (let run = 0; run < 500; run++) {
    const lines = Array.from({length: random(20)}, () =>
      finding(`s${random(8)}`, `s${random(8)}`, random(2) ? 'same-place merge' : 'possible duplication'),
    );
    const clusters = clustersOf(lines);
    const all = clusters.flatMap(({findings}) => findings);
    expect(new Set(all).size).toBe(lines.length);
    expect(all).toHaveLength(lines.length);
    const places = clusters.filter(({findings}) => findings[0]!.verdict === 'same-place merge');
    const sites = places.flatMap((each) => each.sites.map(({id}) => id));
    expect(new Set(sites).size, 'no site is in two places').toBe(sites.length);
  }
});
