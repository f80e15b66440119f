import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {MEASURES} from '../../src/core/score/measures.ts';
import {KINDS} from '../../src/core/search/problem.ts';
import {answered} from './asking.ts';
import {type InventedTown, settle, threeByThree} from './invented-town.ts';
import {type Planner, planner} from './planner.ts';
import {survivesAt} from './survives.ts';

/** What a planner may say besides, at and beyond the ends of what makes sense. */
const SAID: object[] = [
  {},
  {people: 'users'},
  {option: 'hub'},
  {against: 'hub'},
  {by: 'ward'},
  {by: 'nowhere'},
  {lens: 'income'},
  {lens: 'own:nothing'},
  {k: 2},
  {k: 50},
  {k: 1.5},
  {times: 'imported'},
  {times: 'straight-line'},
  {within: 0},
  {within: 1080},
  {groups: 'areas'},
  {groups: 'local-tenths'},
  {capacity: 'one-each'},
  {decay: {form: 'exponential', rate: 0}},
  {decay: {form: 'exponential', rate: 1e308}},
  {decay: {form: 'stepped', until: [], weights: []}},
  {decay: {form: 'stepped', until: [10], weights: [1]}},
  {decay: {form: 'logistic', inflection: 0, deviation: 0}},
  {decay: {form: 'gravity', least: 0, scale: 0, power: -1}},
  {decay: {form: 'linear', cutoff: 30}},
  {tau: 1},
  {most: 0.001},
  {line: 0},
  {aversion: -5},
  {aversion: 0},
  {shareAvoided: 1},
  {services: []},
  {services: ['general-practice', 'pharmacy', 'nobody']},
  {sameDayShare: 1, shareOfBoth: 1},
  {overlap: 0},
];

const SEARCHES: object[] = [
  {},
  {open: 0},
  {open: 1},
  {open: 2, keep: true},
  {open: 100},
  {close: 1},
  {open: 1, among: 'candidates'},
  {open: 1, within: 0},
  {open: 1, fixOpen: ['nobody']},
  {open: 1, fixOpen: ['b1', 'b2']},
  {open: 1, fixClosed: ['b1', 'b2', 'c1', 'a1']},
  {open: 1, priority: ['E01990009', 'nobody']},
  {open: 1, capacity: true, room: 0},
  {open: 1, floor: 1, floorFor: 'most-deprived'},
  {budget: 0, siteCost: 1},
  {open: 1, times: 'imported'},
];

let at: Planner;
beforeAll(() => {
  at = planner();
});
afterAll(() => at.leave());

function holed(): InventedTown {
  const town = threeByThree();
  town.areas[8]!.people = null;
  town.areas[3]!.people = [0, 0, 0];
  town.areas[0]!.decile = null;
  return town;
}

function deserted(): InventedTown {
  const town = threeByThree();
  for (const area of town.areas) area.people = [0, 0, 0];
  return town;
}

describe.each([
  ['a whole town', threeByThree],
  ['a town with holes', holed],
  ['a town with nobody', deserted],
])('in %s', (_, town) => {
  beforeAll(async () => {
    await settle(at, town());
    await at.ask('options.add', {name: 'Hub'});
    await at.ask('services.place', {service: 'general-practice', site: 'b2', option: 'hub'});
    await at.ask('sites.close', {site: 'a1', option: 'hub'});
    await answered(at);
  });

  it('every measure is a number, or nothing, or a sentence, whatever is said', async () => {
    let ready = 0;
    for (const {key} of MEASURES)
      for (const said of SAID)
        for (const service of ['general-practice', 'dialysis'])
          if (await survivesAt(at, 'measure.answer', {measure: key, service, mode: 'walk', within: 15, ...said}))
            ready++;
    expect(ready).toBeGreaterThan(MEASURES.length * SAID.length);
  });

  it('so is every search for sites', async () => {
    for (const problem of KINDS)
      for (const said of SEARCHES)
        await survivesAt(at, 'search.sites', {
          problem,
          service: 'general-practice',
          mode: 'walk',
          within: 15,
          seconds: 0.2,
          ...said,
        });
  });

  it('so are journeys, co-location and duplicates', async () => {
    for (const said of SAID) {
      await survivesAt(at, 'journeys.all', {mode: 'walk', ...said});
      await survivesAt(at, 'colocation.answer', {mode: 'walk', ...said});
      await survivesAt(at, 'duplication.list', {service: 'general-practice', mode: 'walk', within: 15, ...said});
    }
  });
});
