import {describe, expect, it} from 'vitest';
import {judgeOf} from '../../../src/core/search/evaluate.ts';
import {problemOf} from '../../../src/core/search/problem.ts';
import {roomSplit, takenBy} from '../../../src/core/search/rooms.ts';

const people = Float64Array.from([100, 80, 120]);
const rooms = (kind: 'clscp' | 'capacitated-p-median', capacity: number[], cutoff = Infinity) =>
  judgeOf(
    problemOf({
      kind,
      areas: 3,
      sites: 2,
      cost: Float64Array.from([1, 2, 3, 5, 6, 4]),
      people,
      capacity: Float64Array.from(capacity),
      cutoff,
    }),
  );

describe('how an answer fills its sites', () => {
  it('whole areas, as they were put', () => {
    const judge = rooms('capacitated-p-median', [180, 200]);
    const taken = takenBy(judge, {sites: [0, 1], assignment: Int32Array.from([0, 0, 1])});
    expect([...taken.load]).toEqual([180, 120]);
    expect(taken.shared).toBe(0);
  });

  it('people shared out, closest sites first, none beyond the cutoff or the room', () => {
    const judge = rooms('clscp', [230, 200], 5);
    const {assignment, load, shared} = takenBy(judge, {sites: [0, 1], assignment: null});
    expect([...load]).toEqual([230, 70]);
    expect([...assignment]).toEqual([0, 0, 1]);
    expect(shared).toBe(1);
    expect(roomSplit(rooms('clscp', [150, 140], 5), [0, 1])).toBeNull();
    // The second area is only within the cutoff of the first site, which has room for it and for half of the first.
    expect(roomSplit(rooms('clscp', [130, 200], 5), [0, 1])!.map((flow) => [...flow])).toEqual([
      [50, 50],
      [80, 0],
      [0, 120],
    ]);
  });
});
