import {describe, expect, it} from 'vitest';
import {closest, NO_SITE, withSiteOpened} from '../../../src/core/access/closest.ts';
import {badAssumptions, type LedgerAssumptions} from '../../../src/core/journeys/assumptions.ts';
import {type Ledger, ledger, ledgerByGroup} from '../../../src/core/journeys/ledger.ts';
import type {LedgerColumn} from '../../../src/core/journeys/ledger-column.ts';
import {ledgerTerms} from '../../../src/core/journeys/ledger-terms.ts';
import {legsPerYear, legsToClosest} from '../../../src/core/journeys/legs.ts';
import {randomTown, seeds} from '../random-town.ts';

const dialysis: LedgerAssumptions = {
  visitsPerUser: 156,
  shareUsingClosest: 1,
  shareAvoided: 0,
  shareByCar: 1,
  carKgPerKilometre: 0.16725,
  shareByPatientTransport: 1,
  patientTransportPoundsPerLeg: 38,
  patientTransportPoundsPerKilometre: 0,
  patientTransportKgPerLeg: 0,
  poundsPerHour: 5.135,
  priceUplift: 1,
  valuesTimeOnPatientTransport: true,
};

/** 40 miles one way at 40 miles an hour. */
const fortyMiles = {minutes: Float64Array.of(60), kilometres: Float64Array.of(40 * 1.609344)};
const onTheSpot = {minutes: Float64Array.of(0), kilometres: Float64Array.of(0)};

const value = (l: Ledger, assumed: LedgerAssumptions, key: string) =>
  ledgerTerms(l, assumed).find((term) => term.key === key)!.value;

describe('the journeys ledger', () => {
  it('is the Wigan dialysis case: 156 round trips of 80 miles a year avoided', () => {
    const assumed = {...dialysis, shareAvoided: 1};
    const answer = ledger(fortyMiles, onTheSpot, [1], assumed);
    expect(value(answer, assumed, 'miles')).toBeCloseTo(12_480, 6);
    expect(answer.total.kilometres).toBeCloseTo(20_084.6, 1);
    expect(answer.total.kgCO2e).toBeCloseTo(3359.2, 1);
    expect(answer.legs).toEqual({avoided: 312, shortened: 0, lengthened: 0, same: 0});
    expect(answer.total.patientTransportPounds).toBe(11_856);
    expect(answer.total.hours).toBeCloseTo(312, 9);
    expect(Math.round(answer.total.timePounds)).toBe(1602);
    expect(answer.gains).toEqual(answer.total);
    expect(answer.addsUp).toBe(true);
  });

  it('saves no patient transport leg where a leg is only shorter, but by distance if that has a price', () => {
    const assumed = {...dialysis, patientTransportPoundsPerKilometre: 0.5};
    const answer = ledger(fortyMiles, onTheSpot, [1], assumed);
    expect(answer.legs).toEqual({avoided: 0, shortened: 312, lengthened: 0, same: 0});
    expect(answer.total.patientTransportLegsAvoided).toBe(0);
    expect(answer.total.patientTransportPounds).toBeCloseTo(20_084.613 * 0.5, 2);
    expect(ledger(fortyMiles, onTheSpot, [1], dialysis).total.patientTransportPounds).toBe(0);
    // Never both: avoiding half the legs costs each leg one rate only.
    const half = ledger(fortyMiles, onTheSpot, [1], {...assumed, shareAvoided: 0.5});
    expect(half.total.patientTransportPounds).toBeCloseTo(156 * 38 + (20_084.613 / 2) * 0.5, 2);
  });

  it('keeps gains, losses and unchanged apart, each with its people', () => {
    // docs/methods/journeys.md: three areas, 1 visit a year
    const base = {minutes: Float64Array.of(30, 10, 20), kilometres: Float64Array.of(20, 5, 10)};
    const option = {minutes: Float64Array.of(10, 15, 20), kilometres: Float64Array.of(21, 9, 10)};
    const answer = ledger(base, option, [10, 20, 30], {...dialysis, visitsPerUser: 1});
    expect([answer.gains.people, answer.gains.legs, answer.gains.minutes, answer.gains.kilometres]).toEqual([
      10, 20, 400, -20,
    ]);
    expect([answer.losses.people, answer.losses.legs, answer.losses.minutes, answer.losses.kilometres]).toEqual([
      20, 40, -200, -160,
    ]);
    expect([answer.unchanged.people, answer.unchanged.legs, answer.unchanged.minutes]).toEqual([30, 60, 0]);
    expect([answer.total.minutes, answer.total.kilometres]).toEqual([200, -180]);
    expect(answer.legs).toEqual({avoided: 0, shortened: 20, lengthened: 40, same: 60});
  });

  it('counts those out of reach, now or then, apart and values none of them', () => {
    const base = {
      minutes: Float64Array.of(Infinity, 10, Infinity, 5),
      kilometres: Float64Array.of(Infinity, 5, Infinity, 1),
    };
    const option = {
      minutes: Float64Array.of(10, Infinity, Infinity, 5),
      kilometres: Float64Array.of(5, Infinity, Infinity, 1),
    };
    const answer = ledger(base, option, [1, 2, 4, Number.NaN], {...dialysis, visitsPerUser: 1});
    expect(answer.newlyReachable).toEqual({areas: 1, people: 1, legs: 2});
    expect(answer.noLongerReachable).toEqual({areas: 1, people: 2, legs: 4});
    expect(answer.neverReachable).toEqual({areas: 1, people: 4, legs: 8});
    expect(answer.total.minutes).toBe(0);
    expect([answer.users, answer.areasNotKnown, answer.addsUp]).toEqual([7, 1, true]);
    expect(value(answer, {...dialysis, visitsPerUser: 1}, 'legs')).toBe(14);
  });

  it('needs no way to the new site for journeys that all end', () => {
    const nowhere = {minutes: Float64Array.of(Infinity), kilometres: Float64Array.of(Infinity)};
    expect(ledger(fortyMiles, nowhere, [1], {...dialysis, shareAvoided: 1}).total.legsAvoided).toBe(312);
    expect(ledger(fortyMiles, nowhere, [1], {...dialysis, shareAvoided: 0.9}).noLongerReachable.people).toBe(1);
  });

  it('moves only those who use the closest site', () => {
    const all = ledger(fortyMiles, onTheSpot, [100], dialysis);
    const some = ledger(fortyMiles, onTheSpot, [100], {...dialysis, shareUsingClosest: 0.52});
    expect(some.total.minutes).toBeCloseTo(0.52 * all.total.minutes, 6);
    expect(some.unchanged.people).toBeCloseTo(48, 9);
    expect(some.addsUp).toBe(true);
  });

  it('values no time on patient transport when told not to', () => {
    const assumed = {...dialysis, shareAvoided: 1, shareByPatientTransport: 0.37, valuesTimeOnPatientTransport: false};
    expect(ledger(fortyMiles, onTheSpot, [1], assumed).total.timePounds).toBeCloseTo(312 * 0.63 * 5.135, 6);
  });

  it('can be opened term by term, and the formulas give the values', () => {
    const assumed = {...dialysis, shareAvoided: 1};
    const terms = ledgerTerms(ledger(fortyMiles, onTheSpot, [1], assumed), assumed);
    const formula = (key: string) => terms.find((term) => term.key === key)!.formula;
    expect(formula('legs')).toBe('2 × 1 users × 156 visits');
    expect(formula('patientTransportPoundsAvoided')).toBe('312 legs × £38');
    expect(formula('timePounds')).toBe('312 hours × 1 valued × £5.135 × 1 price uplift');
    expect(formula('kgCO2e')).toContain('0.16725 kg');
    expect(new Set(terms.map((term) => term.key)).size).toBe(terms.length);
    for (const term of terms) expect([term.key, Number.isFinite(term.value)]).toEqual([term.key, true]);
  });

  it('refuses assumptions that cannot be, each with its sentence', () => {
    expect(badAssumptions(dialysis)).toEqual([]);
    expect(badAssumptions({...dialysis, shareByCar: 37})[0]!.sentence).toBe(
      'The share by car is 37; give a share from 0 to 1, such as 0.37 for 37 %.',
    );
    expect(badAssumptions({...dialysis, visitsPerUser: Number.NaN})[0]!.key).toBe('visitsPerUser');
    expect(badAssumptions({...dialysis, patientTransportKgPerLeg: 4.3})[0]!.sentence).toContain('counted twice');
    expect(() => ledger(fortyMiles, onTheSpot, [1], {...dialysis, shareAvoided: -1})).toThrow('legs avoided is -1');
    expect(() => ledger(fortyMiles, onTheSpot, [-1], dialysis)).toThrow('-1 users');
    expect(() => ledger(fortyMiles, onTheSpot, [1, 2], dialysis)).toThrow('1 values, but there are 2 areas');
  });
});

describe('the ledger of 1,000 random towns', () => {
  const cases = seeds(1000).map((seed) => {
    const town = randomTown(seed);
    const {random, times} = town;
    const base = closest(times, town.open);
    const option =
      random() < 0.5
        ? closest(
            times,
            Uint8Array.from({length: times.sites}, () => (random() < 0.4 ? 1 : 0)),
          )
        : withSiteOpened(base, times, Math.floor(random() * times.sites));
    const assumed: LedgerAssumptions = {
      visitsPerUser: Math.floor(random() * 200),
      shareUsingClosest: random() < 0.5 ? 1 : random(),
      shareAvoided: random() < 0.5 ? 0 : random() < 0.3 ? 1 : random(),
      shareByCar: random() / 2,
      carKgPerKilometre: 0.16725,
      shareByPatientTransport: random() / 2,
      patientTransportPoundsPerLeg: 38,
      patientTransportPoundsPerKilometre: random(),
      patientTransportKgPerLeg: random() * 5,
      poundsPerHour: 5.135,
      priceUplift: 1 + random(),
      valuesTimeOnPatientTransport: random() < 0.5,
    };
    return {seed, town, base, option, assumed};
  });

  it('equals a naive account of every area', () => {
    for (const {seed, town, base, option, assumed: a} of cases) {
      const answer = ledger(legsToClosest(base), legsToClosest(option), town.residents, a);
      const all = a.shareAvoided * a.shareUsingClosest;
      const want = {minutes: 0, km: 0, kg: 0, pounds: 0, time: 0, gains: 0, losses: 0, out: 0};
      town.residents.forEach((users, area) => {
        if (Number.isNaN(users)) return;
        const legs = 2 * users * a.visitsPerUser;
        if (base.site[area] === NO_SITE || (option.site[area] === NO_SITE && all < 1)) {
          want.out += users;
          return;
        }
        const avoided = legs * a.shareUsingClosest * a.shareAvoided;
        const moved = legs * a.shareUsingClosest * (1 - a.shareAvoided);
        const before = base.seconds[area]! / 60;
        const less = all < 1 ? (base.seconds[area]! - option.seconds[area]!) / 60 : 0;
        const kmBefore = base.metres[area]! / 1000;
        const kmLess = all < 1 ? (base.metres[area]! - option.metres[area]!) / 1000 : 0;
        const minutes = avoided * before + moved * less;
        want.minutes += minutes;
        want.km += avoided * kmBefore + moved * kmLess;
        want.gains += avoided * before + Math.max(0, moved * less);
        want.losses += Math.min(0, moved * less);
        want.kg +=
          (avoided * kmBefore + moved * kmLess) * a.shareByCar * a.carKgPerKilometre +
          avoided * a.shareByPatientTransport * a.patientTransportKgPerLeg;
        want.pounds +=
          a.shareByPatientTransport * (avoided * 38 + moved * kmLess * a.patientTransportPoundsPerKilometre);
        want.time +=
          (minutes / 60) * 5.135 * a.priceUplift * (a.valuesTimeOnPatientTransport ? 1 : 1 - a.shareByPatientTransport);
      });
      const {total} = answer;
      const out = answer.newlyReachable.people + answer.noLongerReachable.people + answer.neverReachable.people;
      const got = [total.minutes, total.kilometres, total.kgCO2e, total.patientTransportPounds, total.timePounds];
      const pairs = [
        ...got.map((g, i) => [g, [want.minutes, want.km, want.kg, want.pounds, want.time][i]!] as const),
        [answer.gains.minutes, want.gains] as const,
        [answer.losses.minutes, want.losses] as const,
        [out, want.out] as const,
      ];
      for (const [g, w] of pairs)
        expect([seed, Math.abs(g - w) <= 1e-6 * Math.max(1, Math.abs(w))]).toEqual([seed, true]);
    }
  });

  it('adds up: gains, losses and unchanged to the total, and groups to the whole', () => {
    for (const {seed, town, base, option, assumed} of cases) {
      const [from, to] = [legsToClosest(base), legsToClosest(option)];
      const whole = ledger(from, to, town.residents, assumed);
      const parts = ledgerByGroup(from, to, town.residents, town.deciles, 11, assumed);
      expect([seed, whole.addsUp, parts.every((part) => part.addsUp)]).toEqual([seed, true, true]);
      for (const line of Object.keys(whole.total) as (keyof LedgerColumn)[]) {
        const sum = parts.reduce((s, part) => s + part.total[line], 0);
        const columns = whole.gains[line] + whole.losses[line] + whole.unchanged[line];
        const size = 1 + whole.total.legs / 1000; // a few billion leg-kilometres, to the thousandth
        expect([seed, line, Math.abs(sum - whole.total[line]) / size < 1e-9]).toEqual([seed, line, true]);
        expect([seed, line, Math.abs(columns - whole.total[line]) / size < 1e-9]).toEqual([seed, line, true]);
      }
    }
  });

  it('has no losses when a site only opens', () => {
    for (const {seed, town, base, assumed} of cases) {
      const opened = withSiteOpened(base, town.times, 0);
      const answer = ledger(legsToClosest(base), legsToClosest(opened), town.residents, assumed);
      expect([seed, answer.losses.legs, answer.noLongerReachable.areas]).toEqual([seed, 0, 0]);
    }
  });

  it('counts legs as twice the visits, and does not guess users', () => {
    expect([...legsPerYear([1, 0, Number.NaN], 156)]).toEqual([312, 0, Number.NaN]);
  });
});
