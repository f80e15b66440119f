import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {pmtilesFile} from '../store/tiles/pmtiles-file.ts';
import {aPlanner, type Planner} from './driver.ts';

let planner: Planner;
beforeAll(async () => {
  planner = await aPlanner();
});
afterAll(() => planner.leaves());

describe('a planner looks at the map', () => {
  test('and is told of the area under the pointer exactly as the evidence has it', async () => {
    await planner.opensSample();
    const areas = await planner.asksEngine('evidence.areas', {});
    const said = await planner.pointsAround();
    const named = said.map((each) => each.split('\n')[0]!).filter((name) => areas.some((area) => area.name === name));
    expect(new Set(named).size).toBeGreaterThan(10);
  });

  test('which comes back as it was after the graphics card was lost', async () => {
    await planner.colours('Deprivation');
    const before = await planner.seesMap();
    await planner.losesGraphics();
    await expect.poll(() => planner.seesMap().then((after) => after.equals(before))).toBe(true);
    expect((await planner.pointsAround(4)).length).toBeGreaterThan(2);
  });

  test('over a basemap from a file, and without it again', async () => {
    writeFileSync(join(planner.files, 'town.pmtiles'), pmtilesFile(new Map(), 10));
    await planner.choosesBasemap('town.pmtiles');
    await expect.poll(() => planner.page.locator('.attribution').innerText()).toContain('Invented');
    await planner.keepsPicture('9-basemap');
    await planner.removesBasemap();
    await expect.poll(() => planner.page.locator('.attribution').innerText()).not.toContain('© Nobody');
  });
});
