import {describe, expect, it} from 'vitest';
import {defaultSpeedSettings} from '../../src/core/graph/speeds.ts';
import {FIGURES} from '../../src/domain/figures.ts';
import {TIMES_OF_DAY, type TimeOfDay, type Travel, travelOf, travelPhrase} from '../../src/domain/mode.ts';
import {assumptionsUsed, figureRows, figureValue, timeFactor, travelSettings} from '../../src/engine/assumptions.ts';
import {speedFigures, speedSettings} from '../../src/engine/speeds.ts';
import {aPlan} from '../builders.ts';
import {changed, changeOf, refusalOf} from './plan-changes.ts';

const plan = aPlan().plan();
const ALL = [...FIGURES, ...speedFigures()];

describe('a figure', () => {
  it('stands as it shipped until a planner puts another in its place, and can be put back', () => {
    const set = changed(plan, 'assumptions.set', {key: 'carbon-car', value: 0.12, reason: 'Half electric'});
    expect([figureValue(plan, 'carbon-car'), figureValue(set, 'carbon-car')]).toEqual([0.16725, 0.12]);
    expect(figureRows(set, ['carbon-car'])[0]).toMatchObject({
      value: 0.12,
      original: 0.16725,
      changed: true,
      reason: 'Half electric',
    });
    expect(changed(set, 'assumptions.reset', {key: 'carbon-car'})).toEqual(plan);
  });

  it('is named in the step with its unit', () => {
    expect(changeOf(plan, 'assumptions.set', {key: 'travel-limit', value: 60, reason: ''}).label).toBe(
      'Set Longest journey that is measured to 60 minutes',
    );
  });

  it.each([
    ['assumptions.set', {key: 'tea', value: 1, reason: ''}, 'There is no figure “tea”.'],
    ['assumptions.set', {key: 'constructor', value: 1, reason: ''}, 'There is no figure “constructor”.'],
    ['assumptions.reset', {key: 'tea'}, 'There is no figure “tea”.'],
    ['assumptions.reset', {key: 'carbon-car'}, 'Carbon of a kilometre by average car has not been changed.'],
    ['assumptions.set', {key: 'carbon-car', value: -1, reason: ''}, '“value” is -1; it must be from 0 to 1000000.'],
    [
      'assumptions.set',
      {key: 'speed-drive-motorway', value: 0, reason: ''},
      'Driving on motorway can’t be 0 km/h; it must be from 0.5 to 200.',
    ],
    [
      'assumptions.set',
      {key: 'speed-walk-step-free', value: 0.01, reason: ''},
      'Walking without steps: speed of those who cannot climb can’t be 0.01 km/h; it must be from 0.5 to 10.',
    ],
    [
      'assumptions.set',
      {key: 'travel-limit', value: 2000, reason: ''},
      'Longest journey that is measured can’t be 2000 minutes; it must be from 1 to 1080.',
    ],
    [
      'assumptions.set',
      {key: 'speed-drive-limit-factor', value: 0, reason: ''},
      'Share of the speed limit that is driven can’t be 0 share; it must be from 0.05 to 2.',
    ],
  ] as const)('is refused by %s of %o', (name, input, message) => {
    expect(refusalOf(plan, name, input).message).toBe(message);
  });

  it('that another program made impossible is said to be that where it is used, and can be put right', () => {
    const broken = aPlan().withAssumption('travel-limit', 5000).withAssumption('carbon-car', -1).plan();
    expect(() => travelSettings(broken, travelOf({mode: 'walk'}))).toThrow(
      'Longest journey that is measured can’t be 5000 minutes; it must be from 1 to 1080. Change it under Assumptions.',
    );
    expect(() => figureValue(broken, 'carbon-car')).toThrow('it must be from 0 to 1000000');
    expect(figureRows(broken, ['travel-limit'])[0]).toMatchObject({value: 5000, changed: true});
    const right = changed(broken, 'assumptions.reset', {key: 'travel-limit'});
    expect(travelSettings(right, travelOf({mode: 'walk'}))).toEqual(travelSettings(plan, travelOf({mode: 'walk'})));
  });

  it('can be set to any end of the range in which planners should hold it', () => {
    for (const {key, low, high} of ALL)
      for (const value of [low, high])
        if (value !== null)
          expect(figureValue(changed(plan, 'assumptions.set', {key, value, reason: ''}), key)).toBe(value);
  });
});

describe('speeds', () => {
  it('as they ship are those of the streets, but for how far a place may be from one', () => {
    const shipped = speedSettings((key) => figureValue(plan, key), travelOf({mode: 'drive'}));
    expect({...shipped, furthestAccessMetres: 0}).toEqual({...defaultSpeedSettings(), furthestAccessMetres: 0});
    expect(shipped.furthestAccessMetres).toBe(figureValue(plan, 'snap-limit'));
  });

  /** Everything that decides travel times: what the graph is made by, and the factor of the time of day. */
  const EVERY_TRAVEL = [
    ...TIMES_OF_DAY.map((time) => travelOf({mode: 'drive', time})),
    travelOf({mode: 'walk'}),
    travelOf({mode: 'walk', stepFree: true}),
    travelOf({mode: 'cycle'}),
  ];
  const decided = (of: typeof plan, travel: Travel) =>
    JSON.stringify([travelSettings(of, travel), timeFactor(of, travel)]);
  const measuredBy = (of: typeof plan, travel: Travel) =>
    JSON.stringify([speedSettings((key) => figureValue(of, key), travel), timeFactor(of, travel)]);

  it('each reach what times are measured by', () => {
    for (const key of [...speedFigures().map((each) => each.key), 'walk-access-speed', 'snap-limit']) {
      const set = changed(plan, 'assumptions.set', {key, value: figureValue(plan, key) * 1.05 || 1, reason: ''});
      expect(
        EVERY_TRAVEL.some((travel) => measuredBy(set, travel) !== measuredBy(plan, travel)),
        key,
      ).toBe(true);
    }
  });

  it('make other travel times findable, and prices do not', () => {
    for (const {key, value} of ALL) {
      const set = changed(plan, 'assumptions.set', {key, value: value * 1.05 || 1, reason: ''});
      const touched = EVERY_TRAVEL.filter((travel) => decided(set, travel) !== decided(plan, travel)).map(travelPhrase);
      const car = (time: TimeOfDay) => travelPhrase(travelOf({mode: 'drive', time}));
      const expected = ['walk-access-speed', 'snap-limit', 'travel-limit'].includes(key)
        ? EVERY_TRAVEL.map(travelPhrase)
        : key === 'speed-drive-time-factor'
          ? [car('free-flow')]
          : key.startsWith('speed-drive-factor-')
            ? [car(key.slice('speed-drive-factor-'.length) as TimeOfDay)]
            : key.startsWith('speed-drive-')
              ? TIMES_OF_DAY.map(car)
              : key === 'speed-walk-step-free'
                ? ['on foot, without steps']
                : EVERY_TRAVEL.filter(({mode}) => key.startsWith(`speed-${mode}-`) || isPushed(key, mode)).map(
                    travelPhrase,
                  );
      expect(touched, key).toEqual(expected);
    }
  });

  /** A cycle is pushed at walking speed where it may not be ridden. */
  const isPushed = (key: string, mode: string) => mode === 'cycle' && key.startsWith('speed-walk-');

  it('of another time of day leave the graph as it is, so nothing is prepared anew', () => {
    const graphs = TIMES_OF_DAY.map((time) => JSON.stringify(travelSettings(plan, travelOf({mode: 'drive', time}))));
    expect(new Set(graphs).size).toBe(1);
    expect(TIMES_OF_DAY.map((time) => timeFactor(plan, travelOf({mode: 'drive', time})))).toEqual([1, 1.3, 1.15, 1.3]);
    expect(timeFactor(plan, travelOf({mode: 'walk', time: 'evening'}))).toBe(1);
  });

  it('and everything else that a planner changed stand under the answer', () => {
    const set = changed(plan, 'assumptions.set', {key: 'nepts-leg', value: 40, reason: 'Our contract'});
    const keys = (of: typeof plan) => assumptionsUsed(of, travelOf({mode: 'walk'})).map((each) => each.key);
    expect(keys(plan)).not.toContain('nepts-leg');
    expect(keys(set)).toContain('nepts-leg');
    expect(keys(plan)).toContain('travel-limit');
    expect(keys(plan).some((key) => key.startsWith('speed-drive'))).toBe(false);
  });
});
