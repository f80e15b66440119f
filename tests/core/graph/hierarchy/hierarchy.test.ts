import {describe, expect, it} from 'vitest';
import {type Ascent, prepareHierarchy} from '../../../../src/core/graph/hierarchy/hierarchy.ts';
import {search} from '../../../../src/core/graph/search.ts';
import {drain} from '../../../../src/core/job.ts';
import {seeded} from '../../random-town.ts';
import {pairsByHierarchy, randomRows, turned} from './all-pairs.ts';

/** `CLOSER_THOROUGH=1` looks at 10,000. */
const COUNT = process.env.CLOSER_THOROUGH === '1' ? 10_000 : 1000;

describe('a hierarchy', () => {
  it('gives tenths of a second and decimetres of the plain search for all pairs of random graphs full of ties', () => {
    for (let seed = 1; seed <= COUNT; seed++) {
      const rows = randomRows(seed);
      const reverse = turned(rows);
      const pairs = pairsByHierarchy(drain(prepareHierarchy(rows)));
      for (const [node, found] of pairs.entries()) {
        const {deciseconds, decimetres} = drain(
          search(reverse, [{node, deciseconds: 0, decimetres: 0}], 4_000_000_000),
        );
        const plain = found.map((_, from) => [deciseconds[from]!, decimetres[from]!]);
        if (found.join() !== plain.join()) expect(found, `seed ${seed}, to node ${node}`).toEqual(plain);
      }
    }
  }, 120_000);

  it('gives the same with the order of another, made when streets took other times', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const rows = randomRows(seed);
      const next = seeded(seed + 5_000_000);
      const deciseconds = rows.deciseconds.map((time) => time + Math.floor(next() * 3));
      const edited = {...rows, deciseconds};
      const like = drain(prepareHierarchy(rows));
      expect(pairsByHierarchy(drain(prepareHierarchy(edited, like))), `seed ${seed}`).toEqual(
        pairsByHierarchy(drain(prepareHierarchy(edited))),
      );
    }
  });

  it('has every arc lead from lower to higher, which is before it in the order', () => {
    for (let seed = 1; seed <= 100; seed++) {
      const {nodes, placeOf, up, down} = drain(prepareHierarchy(randomRows(seed)));
      expect([...placeOf].sort((a, b) => a - b)).toEqual(Array.from({length: nodes}, (_, place) => place));
      for (const ascent of [up, down]) expect(isAscent(ascent, nodes), `seed ${seed}`).toBe(true);
    }
  });

  it('says how far it is while it is prepared', () => {
    const told = [...prepareHierarchy(randomRows(3))];
    expect(told[0]).toEqual({done: 0, of: told.at(-1)!.of, doing: 'Preparing fast travel times'});
    expect(told.at(-1)!.done).toBe(told.at(-1)!.of);
  });
});

function isAscent({first, higher, weight}: Ascent, nodes: number): boolean {
  if (first.length !== nodes + 1 || higher.length !== first[nodes] || weight.length !== first[nodes]) return false;
  for (let place = 0; place < nodes; place++) {
    for (let i = first[place]!; i < first[place + 1]!; i++) if (higher[i]! >= place) return false;
  }
  return true;
}
