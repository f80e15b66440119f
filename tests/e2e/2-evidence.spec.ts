import {readdirSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {afterEach, describe, expect, it} from 'vitest';
import {aPlanner, type Planner, SHELL} from './driver.ts';

const TOWN = resolve(import.meta.dirname, '../../seeds/town');

let planner: Planner;
afterEach(() => planner.leaves());

describe(`a planner who brings evidence of their own (${SHELL})`, () => {
  it('gets the same answer as from the sample, saves it, and finds it again another day', async () => {
    planner = await aPlanner();
    await planner.opensSample();
    await planner.asks({service: 'General practice', by: 'by car', within: 15});
    const sample = await planner.reads();
    await planner.leaves();

    planner = await aPlanner();
    await planner.startsProject('Our own town');
    const names = readdirSync(TOWN).filter((name) => !name.endsWith('.md'));
    await planner.bringsEvidence(...names.map((name) => planner.has(join(TOWN, name))));
    await planner.asks({service: 'General practice', by: 'by car', within: 15});
    expect(await planner.reads()).toEqual(sample);
    const saved = await planner.savesAs('Our own town.gpkg');
    expect(readdirSync(planner.files)).toContain(saved);
    const {home} = planner;
    await planner.leaves({keep: true});

    planner = await aPlanner({home});
    await planner.opens(saved);
    await planner.asks({service: 'General practice', by: 'by car', within: 15});
    expect(await planner.reads()).toEqual(sample);
    await planner.resizes(1024, 700);
    await planner.keepsPicture('small');
    await planner.turns('dark');
    await planner.keepsPicture('small-dark');
  });
});
