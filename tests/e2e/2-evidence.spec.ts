import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
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

    // Another edition of residents, and back to the one before by keyboard, and forward again.
    const table = readFileSync(join(TOWN, 'residents.csv'), 'utf8').trim().split('\n');
    const fewer = table.map((row) => row.replace(/,\d+$|,total$/, '').replace(/,\d+,/, ',9,'));
    writeFileSync(join(planner.files, 'later.csv'), fewer.join('\n'));
    await planner.bringsEvidence('later.csv');
    await expect.poll(() => planner.reads()).not.toEqual(sample);
    const later = await planner.reads();
    await planner.showsPanel('Evidence');
    const {page} = planner;
    for (const [expected, file] of [
      [sample, 'residents.csv'],
      [later, 'later.csv'],
    ] as const) {
      const back = page.getByRole('button', {name: 'Go back to the edition before'});
      await planner.keyboard.presses(back);
      await page.getByRole('alertdialog').getByText(file).waitFor();
      await planner.keepsPicture(`back-to-${file}`);
      await page.keyboard.press('Enter');
      await page.getByText(new RegExp(`\\(${file}\\) is in force again`)).waitFor();
      await expect.poll(() => planner.reads()).toEqual(expected);
      await expect.poll(() => back.evaluate((button) => button === document.activeElement)).toBe(true);
    }
    await planner.keepsPicture('gone-back');
    await planner.resizes(1024, 700);
    await planner.keepsPicture('small');
    await planner.turns('dark');
    await planner.keepsPicture('small-dark');
  });
});
