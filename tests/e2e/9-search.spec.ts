import {afterEach, describe, expect, it} from 'vitest';
import {aPlanner, type Planner, SHELL} from './driver.ts';

let planner: Planner;
afterEach(() => planner.leaves());

const optionsIn = async () => (await planner.asksEngine('plan.read', {})).option.length;

describe(`a planner who asks which buildings (${SHELL})`, () => {
  it('finds, looks, compares, adopts in one step and takes it back; and is told what cannot be had together', async () => {
    planner = await aPlanner();
    await planner.opensSample();
    await planner.asks({service: 'Pharmacy', by: 'by car', within: 15});
    const {page} = planner;
    await planner.showsPanel('Search');
    const before = await optionsIn();
    const panel = page.getByRole('complementary', {name: 'Search'});
    const found = panel.getByRole('region', {name: 'What the search found'});
    const search = panel.getByRole('button', {name: 'Search', exact: true});
    await panel.getByLabel('New sites').fill('2');
    await page.keyboard.press('Enter');
    await panel.getByRole('checkbox', {name: /^The next two/}).check();
    await search.click();
    await found.getByRole('heading', {name: /^(Checked all|Proven best)/}).waitFor();
    await page.getByRole('button', {name: 'Clear what was found'}).waitFor();
    expect(await found.getByRole('listitem').count()).toBeGreaterThanOrEqual(4);
    await found.getByRole('button', {name: 'Second best'}).click();
    await panel.getByRole('button', {name: 'More or fewer'}).click();
    const curve = panel.getByRole('region', {name: 'What each further site buys'});
    await curve.getByRole('button', {name: /^3 new sites: mean/}).press('Enter');
    await curve.getByRole('button', {name: /show as a table$/}).click();
    await curve.getByRole('row', {name: /^3 new sites/}).waitFor();
    await found.getByRole('button', {name: 'Adopt as an option'}).click();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(optionsIn).toBe(before + 1);
    // One step adopted it, and one takes it back.
    await page.getByRole('dialog').waitFor({state: 'detached'});
    await planner.undoes();
    await expect.poll(optionsIn).toBe(before);

    await panel.getByRole('radio', {name: /^Most people/}).check();
    await panel.getByText('Further demands').click();
    await panel.getByLabel('Residents, at least').fill('100');
    await page.keyboard.press('Enter');
    await panel.getByRole('checkbox', {name: /^Keep the sites/}).uncheck();
    await panel.getByLabel('Sites in all').fill('1');
    await page.keyboard.press('Enter');
    await search.click();
    await found.getByRole('heading', {name: 'No arrangement does all of that'}).waitFor();
    await found.getByText(/^These cannot be had together: exactly 1 site and 100 % of residents/).waitFor();
  });
});
