import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterEach, describe, expect, it} from 'vitest';
import {aPlanner, type Planner, SHELL} from './driver.ts';

let planner: Planner;
afterEach(() => planner.leaves());

const POSTCODES = Array.from({length: 100}, (_, at) => `ZZ1 ${1 + (at % 9)}A${String.fromCharCode(65 + (at % 26))}`);

describe(`a planner who brings an estate and starts a place of their own (${SHELL})`, () => {
  it('says which column is which, puts a postcode right, and takes the rest', async () => {
    planner = await aPlanner();
    await planner.opensSample();
    const {page} = planner;
    const unique = [...new Set(POSTCODES)];
    writeFileSync(
      join(planner.files, 'postcodes.csv'),
      `Postcode,Longitude,Latitude\n${unique.map((code, at) => `${code},${(1.15 + at / 1000).toFixed(3)},53.65\n`).join('')}`,
    );
    const rows = unique.slice(0, 20).map((code, at) => `Building ${at},${at % 10 === 3 ? 'soon' : code}\n`);
    writeFileSync(join(planner.files, 'estate.csv'), `Premises,Where\n${rows.join('')}`);
    await planner.looksIntoFiles('estate.csv', 'postcodes.csv');
    await page.getByText('Say what it holds').click();
    await page.getByLabel('What Premises is').selectOption('site name');
    await page.getByLabel('What Where is').selectOption('postcode');
    await page.getByText('2 rows would be left out').first().click();
    await page.getByLabel('Where of row 5', {exact: true}).fill(unique[50]!);
    await page.keyboard.press('Enter');
    await page.getByText('1 row would be left out').first().waitFor();
    expect(await page.getByRole('dialog').textContent()).toContain('19 sites within 10 km of where people live here.');
    await planner.keepsPicture('sheet');
    await page.getByRole('button', {name: 'Take', exact: true}).click();
    await page.getByRole('button', {name: 'Done'}).click();
    const {site} = await planner.asksEngine('plan.read', {});
    expect(site.filter(({name}) => name.startsWith('Building'))).toHaveLength(19);

    await planner.presses('Control+1');
    await page.getByRole('button', {name: 'Start a place within this one'}).click();
    await page.getByRole('radio', {name: 'Boundary'}).press('Space');
    await page.getByRole('button', {name: 'Draw on the map'}).click();
    const areas = await planner.asksEngine('evidence.areas', {});
    const lngs = areas.map(({lng}) => lng).sort((a, b) => a - b);
    const middle = (lngs[Math.floor(lngs.length / 2) - 1]! + lngs[Math.floor(lngs.length / 2)]!) / 2;
    for (const corner of [`53.4, 1.0`, `53.9, 1.0`, `53.9, ${middle}`, `53.4, ${middle}`]) {
      await page.getByLabel('Latitude, longitude of a corner').fill(corner);
      await page.keyboard.press('Enter');
    }
    await page.getByRole('button', {name: 'Finish'}).click();
    const west = areas.filter(({lng}) => lng < middle);
    await page.getByLabel('Name of the place').fill('West side');
    await page.getByRole('button', {name: `Start with ${west.length} areas`}).click();
    await page.getByRole('button', {name: 'Close without saving'}).click();
    await page.getByRole('button', {name: 'West side, not saved yet. File menu'}).waitFor();
    await planner.asks({service: 'General practice', by: 'by car', within: 15});
    const audit = await planner.reads();
    expect(audit.residents).toBe(west.reduce((sum, {residents}) => sum + (residents ?? 0), 0));
    expect(audit.served + audit.beyond + audit.unreachable).toBe(audit.residents);
    await planner.keepsPicture('place');
  });
});
