import {describe, expect, it} from 'vitest';
import {closest} from '../../../src/core/access/closest.ts';
import {isNoAnswer} from '../../../src/core/access/no-answer.ts';
import {avoidedAdmissions} from '../../../src/core/journeys/admissions.ts';
import type {LedgerAssumptions} from '../../../src/core/journeys/assumptions.ts';
import {ledger} from '../../../src/core/journeys/ledger.ts';
import {legsToClosest} from '../../../src/core/journeys/legs.ts';
import {addLedgers, split} from '../../../src/core/journeys/split.ts';
import {randomTown, seeds} from '../random-town.ts';

const visits: LedgerAssumptions = {
  visitsPerUser: 1,
  shareUsingClosest: 1,
  shareAvoided: 0,
  shareByCar: 1,
  carKgPerKilometre: 0.16725,
  shareByPatientTransport: 0,
  patientTransportPoundsPerLeg: 0,
  patientTransportPoundsPerKilometre: 0,
  patientTransportKgPerLeg: 0,
  poundsPerHour: 5.135,
  priceUplift: 1,
  valuesTimeOnPatientTransport: true,
};
const legs = (minutes: number) => ({minutes: Float64Array.of(minutes), kilometres: Float64Array.of(minutes)});

describe('people divided by a share', () => {
  it('is the worked example of the methods: a mode mix lies between its modes', () => {
    // 100 users, 60 % with a car: 20 → 10 minutes by car, 50 → 20 on foot
    const {first, second} = split([100], [0.6]);
    const byCar = ledger(legs(20), legs(10), first, visits);
    const onFoot = ledger(legs(50), legs(20), second, visits);
    const mix = addLedgers(byCar, onFoot);
    expect([byCar.total.minutes, onFoot.total.minutes, mix.total.minutes]).toEqual([1200, 2400, 3600]);
    const all = (from: number, to: number) => ledger(legs(from), legs(to), [100], visits).total.minutes;
    expect(all(20, 10)).toBeLessThan(mix.total.minutes);
    expect(mix.total.minutes).toBeLessThan(all(50, 20));
    expect(mix.addsUp).toBe(true);
  });

  it('keeps everyone, and does not guess where the share is not known', () => {
    const {first, second} = split([10, 20, 30], [0, 1, Number.NaN]);
    expect([...first]).toEqual([0, 20, Number.NaN]);
    expect([...second]).toEqual([10, 0, Number.NaN]);
    expect(() => split([1], [1.5])).toThrow('from 0 to 1');
  });

  it('by the closest site’s own share in each area equals one share where all are the same, in 300 random towns', () => {
    for (const seed of seeds(300)) {
      const {times, open, residents, random} = randomTown(seed);
      const share = random();
      const [base, option] = [
        legsToClosest(closest(times, open)),
        legsToClosest(
          closest(
            times,
            open.map(() => 1),
          ),
        ),
      ];
      const {first, second} = split(
        residents,
        residents.map(() => share),
      );
      const both = addLedgers(
        ledger(base, option, first, visits),
        ledger(base, option, second, {...visits, shareUsingClosest: 0}),
      );
      const whole = ledger(base, option, residents, {...visits, shareUsingClosest: share});
      expect(both.total.minutes).toBeCloseTo(whole.total.minutes, 4);
      expect(both.users).toBeCloseTo(whole.users, 6);
      expect(both.legs.same).toBeCloseTo(whole.legs.same, 6);
    }
  });
});

describe('avoided admissions', () => {
  const study = {low: 0.05, central: 0.1, high: 0.2, source: 'A local evaluation, 2024'};

  it('is the worked example of the methods: 100 admissions, travel a quarter shorter', () => {
    expect(avoidedAdmissions([100], [20], [15], study)).toEqual({
      low: 1.25,
      central: 2.5,
      high: 5,
      baseline: 100,
      source: 'A local evaluation, 2024',
      areasNotKnown: 0,
    });
  });

  it('is none without a source, and none for a range that is not one', () => {
    const unsourced = avoidedAdmissions([100], [20], [15], {...study, source: ' '});
    expect(isNoAnswer(unsourced) && unsourced.because).toBe('no-source');
    const upsideDown = avoidedAdmissions([100], [20], [15], {...study, low: 1});
    expect(isNoAnswer(upsideDown) && upsideDown.because).toBe('bad-number');
  });

  it('is below 0 where travel gets longer, and leaves out what it cannot know', () => {
    const answer = avoidedAdmissions([100, 100, Number.NaN, 100], [10, 0, 5, Infinity], [15, 0, 5, 5], study);
    expect(answer).toMatchObject({low: -10, central: -5, high: -2.5, baseline: 200, areasNotKnown: 2});
  });
});
