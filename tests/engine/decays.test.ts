import {describe, expect, it} from 'vitest';
import {badDecay, type Decay, decayAt} from '../../src/core/access/decay.ts';
import {decaysFor} from '../../src/engine/measures/decays.ts';

const decayOf = (offered: ReturnType<typeof decaysFor>[number], cutoff: number) =>
  ({
    form: offered.form,
    cutoff,
    ...Object.fromEntries(offered.numbers.map(({key, start}) => [key, start])),
  }) as unknown as Decay;

describe('the forms of decay that are offered', () => {
  for (const within of [0, 1, 7, 15, 20, 60, 600]) {
    it(`start from numbers that can be used, within ${within} minutes`, () => {
      for (const offered of decaysFor(within)) {
        const decay = decayOf(offered, within);
        expect(badDecay(decay), offered.form).toBeNull();
        expect(decayAt(decay, 1), offered.form).toBeLessThanOrEqual(1);
      }
    });
  }

  it('take the cutoff from the question where they end there', () => {
    const ending = decaysFor(15).filter(({endsAtCutoff}) => endsAtCutoff);
    expect(ending.map(({form}) => form)).toEqual(['binary', 'linear', 'gaussian-to-nought']);
    for (const offered of ending) expect(decayAt(decayOf(offered, 15), 15.1)).toBe(0);
  });
});
