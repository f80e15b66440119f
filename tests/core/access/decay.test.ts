import {describe, expect, it} from 'vitest';
import {badDecay, DECAY_FORMS, type Decay, decayAt, decayTable} from '../../../src/core/access/decay.ts';
import {UNREACHED} from '../../../src/core/graph/travel-times.ts';

const at = (decay: Decay, times: number[]) => times.map((t) => Number(decayAt(decay, t).toFixed(6)));

describe('decay with time', () => {
  it('has the check values of the methods', () => {
    expect(at({form: 'gaussian-to-nought', cutoff: 30}, [0, 5, 10, 15, 20, 25, 30, 31])).toEqual([
      1, 0.964945, 0.862656, 0.701367, 0.493575, 0.254448, 0, 0,
    ]);
    expect(at({form: 'logistic', inflection: 30, deviation: 10}, [0, 10, 20, 30, 40, 50, 60])).toEqual([
      1, 0.978329, 0.863546, 0.502167, 0.140787, 0.026004, 0.004333,
    ]);
    expect(at({form: 'gaussian', deviation: 15}, [0, 10, 15, 30, 60])).toEqual([
      1, 0.800737, 0.606531, 0.135335, 0.000335,
    ]);
  });

  it('has the other forms, by hand', () => {
    expect(at({form: 'binary', cutoff: 15}, [0, 15, 15.01])).toEqual([1, 1, 0]);
    expect(at({form: 'linear', cutoff: 20}, [0, 5, 20, 25])).toEqual([1, 0.75, 0, 0]);
    expect(at({form: 'exponential', rate: 0.1}, [0, 10])).toEqual([1, 0.367879]);
    expect(at({form: 'inverse-power', power: 2}, [0, 0.5, 1, 10])).toEqual([1, 1, 1, 0.01]);
    expect(at({form: 'stepped', until: [10, 20, 30], weights: [1, 0.68, 0.22]}, [0, 10, 10.5, 20, 30, 31])).toEqual([
      1, 1, 0.68, 0.68, 0.22, 0,
    ]);
    expect(at({form: 'gravity', least: 2, scale: 4, power: -1}, [0, 2, 4, 8])).toEqual([2, 2, 1, 0.5]);
  });

  it('is looked up by the second, and gives nothing to a place out of reach', () => {
    const table = decayTable({form: 'exponential', rate: 0.001});
    expect(table[600]).toBeCloseTo(Math.exp(-0.01), 12);
    expect(table[UNREACHED]).toBe(0);
    expect(decayTable({form: 'binary', cutoff: 1e9})[UNREACHED]).toBe(0);
  });

  it('never rises with time, whatever the form, and never is NaN', () => {
    const forms: Decay[] = [
      {form: 'binary', cutoff: 0},
      {form: 'linear', cutoff: 0},
      {form: 'linear', cutoff: 45},
      {form: 'exponential', rate: 0.05},
      {form: 'inverse-power', power: 1.5},
      {form: 'logistic', inflection: 20, deviation: 5},
      {form: 'stepped', until: [5, 40], weights: [0.9, 0.1]},
      {form: 'gaussian', deviation: 8},
      {form: 'gaussian-to-nought', cutoff: 0},
      {form: 'gaussian-to-nought', cutoff: 60},
      {form: 'gravity', least: 1, scale: 1, power: -0.5},
    ];
    expect(new Set(forms.map((decay) => decay.form))).toEqual(new Set(DECAY_FORMS.map((one) => one.form)));
    for (const decay of forms) {
      expect(badDecay(decay)).toBeNull();
      const table = decayTable(decay);
      for (let t = 1; t < UNREACHED; t++) {
        if (!(table[t]! <= table[t - 1]!)) expect([decay.form, t, table[t - 1], table[t]]).toEqual('never rising');
      }
    }
  });

  it('refuses what cannot be, in a sentence', () => {
    expect(badDecay({form: 'linear', cutoff: -5})).toBe('The cutoff is -5; give a number of 0 or more.');
    expect(badDecay({form: 'logistic', inflection: 20, deviation: 0})).toBe(
      'The deviation is 0; give a number above 0.',
    );
    expect(badDecay({form: 'gravity', least: 1, scale: 1, power: 1})).toContain('below 0');
    expect(badDecay({form: 'stepped', until: [10, 5], weights: [1, 0.5]})).toContain('Step 2 ends at 5 minutes');
    expect(badDecay({form: 'stepped', until: [10], weights: [1, 0.5]})).toContain('1 steps and 2 weights');
    expect(badDecay({form: 'stepped', until: [10], weights: [Number.NaN]})).toContain('weight of step 1');
    expect(badDecay({form: 'exponential', rate: Number.NaN})).toContain('NaN');
    expect(() => decayTable({form: 'gaussian', deviation: -1})).toThrow('above 0');
  });
});
