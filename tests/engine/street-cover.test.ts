import {describe, expect, it} from 'vitest';
import {FAR_FROM_STREETS_METRES, SNAP_CODE, snapCode} from '../../src/core/graph/snap.ts';
import type {People} from '../../src/engine/people.ts';
import {coverSentences} from '../../src/engine/street-cover.ts';

const people = {
  codes: ['E1', 'E2', 'E3', 'E4', 'E5'],
  names: ['Wood', 'Moor', '', 'Fen', 'Town'],
  residents: Float64Array.of(1000, 500, Number.NaN, 250, 9000),
} as unknown as People;
const {joined, tooFar, noStreets, farWalk} = SNAP_CODE;

describe('what is said of areas that streets fall short of', () => {
  it('is nothing where all are near, or nothing was measured', () => {
    expect(coverSentences(people, Uint8Array.of(joined, joined, joined, joined, joined))).toEqual([]);
    expect(coverSentences(people, new Uint8Array())).toEqual([]);
  });

  it('tells those without any time from those whose times are mostly a walk, both in people', () => {
    expect(coverSentences(people, Uint8Array.of(tooFar, farWalk, farWalk, noStreets, joined))).toEqual([
      'The streets do not come near 2 of the 5 areas here, with 1,250 residents (Wood, Fen): nobody there can be given a travel time. Bring streets that cover the whole place.',
      '2 of the 5 areas here, with 500 residents (Moor, E3) set out more than 800 m from the nearest street that can be used, so much of their times is the walk there. If the streets end before the place does, bring streets that cover all of it.',
    ]);
  });

  it('names three and counts the rest', () => {
    const [sentence] = coverSentences(people, new Uint8Array(5).fill(farWalk));
    expect(sentence).toContain('5 of the 5 areas here, with 10,750 residents (Wood, Moor, E3 and 2 more) set out');
  });
});

describe('how a place joins the streets', () => {
  it.each([
    ['snapped', 0, joined],
    ['snapped', FAR_FROM_STREETS_METRES, joined],
    ['snapped', FAR_FROM_STREETS_METRES + 1, farWalk],
    ['too-far', 0, tooFar],
    ['no-streets', 0, noStreets],
  ] as const)('%s at %d m is %d', (reason, accessMetres, code) => {
    expect(snapCode({reason, accessMetres})).toBe(code);
  });
});
