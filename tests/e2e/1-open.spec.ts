import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {aPlanner, type Planner, SHELL} from './driver.ts';

/** One planner from the first minute on: each test goes on where the one before ended. */
let planner: Planner;
beforeAll(async () => {
  planner = await aPlanner();
});
afterAll(() => planner.leaves());

describe(`a planner who opens Closer for the first time (${SHELL})`, () => {
  it('has an answer about the sample town within a minute, and it adds up', async () => {
    await planner.keepsPicture('opening');
    await planner.opensSample();
    const {served, beyond, unreachable, residents} = await planner.reads();
    expect(served + beyond + unreachable).toBe(residents);
    expect(residents).toBeGreaterThan(100_000);
    expect(await planner.knowsOfFolders()).toEqual([]);
    await planner.keepsPicture('sample');
  });

  it('changes the question and gets another answer about the same people', async () => {
    const before = await planner.reads();
    await planner.asks({service: 'Pharmacy', by: 'on foot', within: 20});
    const after = await planner.reads();
    expect(after.residents).toBe(before.residents);
    expect(after.served).not.toBe(before.served);
    const ranking = await planner.ranking();
    expect(ranking.length).toBeGreaterThan(3);
    expect(ranking[0]!.newlyServed).toBeGreaterThan(0);
  });

  it('adds a site, undoes it and redoes it, also after the engine died', async () => {
    await planner.addsSite('Corn Exchange', [0.09, 53.71]);
    expect(await planner.siteNames()).toContain('Corn Exchange');
    await planner.losesEngine();
    expect(await planner.siteNames()).toContain('Corn Exchange');
    await planner.undoes();
    await expect.poll(() => planner.siteNames()).not.toContain('Corn Exchange');
    await planner.redoes();
    await expect.poll(() => planner.siteNames()).toContain('Corn Exchange');
    await planner.page.reload();
    await expect.poll(() => planner.siteNames()).toContain('Corn Exchange');
  });
});
