import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {closest} from '../../../src/core/access/closest.ts';
import {threeStep} from '../../../src/core/access/competing-catchments.ts';
import {decayTable} from '../../../src/core/access/decay.ts';
import {RATIONAL_AGENTS, type RationalAccess, rationalAgents} from '../../../src/core/access/rational-agents.ts';
import {spread} from '../../../src/core/access/spread.ts';
import {twoStep} from '../../../src/core/access/two-step.ts';
import {peopleWithin} from '../../../src/core/access/within.ts';
import {UNREACHED} from '../../../src/core/graph/travel-times.ts';
import {drain} from '../../../src/core/job.ts';

/**
 * 205 census tracts of San Francisco and 16 stores: the set with which pysal's spopt is tested. Metres stand for seconds,
 * rounded up, so that "at most 5,000" keeps its meaning. Capacities are 1 to 16, by store.
 */
const folder = join(process.env.CLOSER_DATA ?? '../shared/data', 'known_answers/spopt_sf');
const isHere = existsSync(folder);
if (!isHere) console.info('San Francisco set skipped: no folder of known answers (set CLOSER_DATA to have it).');

function rows(name: string): string[][] {
  const text = readFileSync(join(folder, name), 'utf8').trim();
  return text
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(',').map((cell) => cell.replaceAll('"', '')));
}

function sanFrancisco() {
  const demand = rows('SF_demand_205_centroid_uniform_weight.csv').map((row) => ({
    tract: row[3]!,
    people: Number(row[6]),
  }));
  demand.sort((a, b) => (a.tract < b.tract ? -1 : 1));
  const place = new Map(demand.map(({tract}, i) => [tract, i]));
  const pairs = rows('SF_network_distance_candidateStore_16_censusTract_205_new.csv');
  const number = (store: string) => Number(store.replace('Store_', ''));
  const stores = [...new Set(pairs.map(([, store]) => store!))].sort((a, b) => number(a) - number(b));
  const [areas, sites] = [demand.length, stores.length];
  const seconds = new Uint16Array(areas * sites).fill(UNREACHED);
  for (const [distance, store, tract] of pairs) {
    seconds[stores.indexOf(store!) * areas + place.get(tract!)!] = Math.ceil(Number(distance));
  }
  return {
    times: {areas, sites, seconds, metres: new Uint32Array(areas * sites)},
    people: demand.map((one) => one.people),
    supply: Array.from({length: sites}, (_, i) => i + 1),
    all: new Uint8Array(sites).fill(1),
  };
}

describe.skipIf(!isHere)('San Francisco (skipped where the folder of open data is absent)', () => {
  it('has the known best covers and means over every set of four stores, by our own counts', () => {
    const {times, people} = sanFrancisco();
    const known = new Map(
      rows('expected_values_cbc.csv').map(([problem, , objective]) => [problem!, Number(objective)]),
    );
    let covered = 0;
    let total = Infinity;
    let worst = Infinity;
    for (let set = 0; set < 2 ** 16; set++) {
      const open = Uint8Array.from({length: 16}, (_, i) => (set >> i) & 1);
      if (open.reduce((sum, bit) => sum + bit, 0) !== 4) continue;
      const {seconds} = closest(times, open);
      covered = Math.max(covered, peopleWithin(seconds, people, 5000).served);
      const {meanSeconds, reached, worstSeconds} = spread(seconds, people);
      total = Math.min(total, meanSeconds! * reached);
      worst = Math.min(worst, worstSeconds!);
    }
    const everyone = people.reduce((sum, p) => sum + p, 0);
    expect(covered).toBe([...known].find(([problem]) => problem === 'MCLP')![1]);
    const [median, centre] = ['median', 'cent'].map(
      (word) => [...known].find(([p]) => p.toLowerCase().includes(word))![1],
    );
    // Each rounding up adds less than a metre a person.
    expect(total).toBeGreaterThanOrEqual(median!);
    expect(total - median!).toBeLessThan(everyone);
    expect(worst).toBe(Math.ceil(centre!));
  });

  it('has the numbers of pysal’s access for the floating catchments and the rational agents', () => {
    const {times, people, supply, all} = sanFrancisco();
    const question = {times, open: all, demand: people, supply};
    const first = (values: Float64Array) => [...values.subarray(0, 3)].map((v) => Number(v.toPrecision(9)));
    const sum = (values: Float64Array) => values.reduce((s, v) => s + v, 0);
    const within = drain(twoStep({...question, decay: decayTable({form: 'binary', cutoff: 5000 / 60})}));
    expect(first(within.perPerson)).toEqual([0.000246343888, 0.000246343888, 0.000246343888]);
    expect(sum(within.perPerson)).toBeCloseTo(0.02987268269860349, 12);
    expect(within.audit.found).toBeCloseTo(136, 9);

    const steps = [2000, 4000, 8000].map((metres) => metres / 60);
    const decay = decayTable({form: 'stepped', until: steps, weights: [1, 0.68, 0.22]});
    const enhanced = drain(twoStep({...question, decay}));
    expect(first(enhanced.perPerson)).toEqual([0.000231424835, 0.000251176382, 0.000255629395]);
    expect(sum(enhanced.perPerson)).toBeCloseTo(0.02968462991657056, 12);

    const three = drain(threeStep({...question, decay}));
    expect(first(three.perPerson)).toEqual([0.000374925454, 0.000332628344, 0.00034148045]);
    expect(sum(three.perPerson)).toBeCloseTo(0.030158225754317335, 12);

    const agents = drain(rationalAgents(question, RATIONAL_AGENTS)) as RationalAccess;
    expect(first(agents.cost)).toEqual([0.616709302, 0.843375969, 0.760875969]);
    expect(sum(agents.cost)).toBeCloseTo(342.3407797486065, 9);
  });
});
