import {afterEach, describe, expect, it} from 'vitest';
import {aPlanner, type Planner, SHELL} from './driver.ts';

let planner: Planner;
afterEach(() => planner.leaves());

const optionsIn = async () => (await planner.asksEngine('plan.read', {})).option;

describe(`a planner who asks which buildings (${SHELL})`, () => {
  it('finds, looks, compares, adopts at one press and takes it back; stops when it is good enough; is told what cannot be had together', async () => {
    planner = await aPlanner();
    await planner.opensSample();
    await planner.asks({service: 'Pharmacy', by: 'by car', within: 15});
    const {page} = planner;
    await planner.showsPanel('Search');
    const before = (await optionsIn()).length;
    const panel = page.getByRole('complementary', {name: 'Search'});
    const found = panel.getByRole('region', {name: 'What the search found'});
    const onMap = panel.getByRole('region', {name: 'On the map'});
    const search = panel.getByRole('button', {name: 'Search', exact: true});
    const demands = panel.getByText('Demands', {exact: false}).first();
    const opens = (demand: string) => panel.locator('.demand > summary', {hasText: demand}).click();
    const says = async (label: string, value: string) => {
      await panel.getByLabel(label).fill(value);
      await page.keyboard.press('Enter');
    };

    await says('New sites', '2');
    await demands.click();
    await opens('How it is searched');
    await panel.getByRole('checkbox', {name: /^The next two/}).check();
    await search.click();
    await found.getByRole('heading', {name: /^(Checked all|Proven best)/}).waitFor();
    expect(await found.getByRole('listitem').count()).toBeGreaterThanOrEqual(4);
    await found.getByRole('button', {name: 'Second best'}).click();
    await onMap.getByText('second best').waitFor();
    await panel.getByRole('button', {name: 'More or fewer'}).click();
    const curve = panel.getByRole('region', {name: 'What each further site buys'});
    await curve.getByRole('button', {name: /^3 new sites: mean/}).press('Enter');
    await onMap.getByText('3 new sites').waitFor();
    await curve.getByRole('button', {name: /show as a table$/}).click();
    await curve.getByRole('row', {name: /^3 new sites/}).waitFor();
    // One press adopts what is on the map, with what was asked; and one takes it back.
    await onMap.getByRole('button', {name: 'Adopt as an option'}).click();
    await expect.poll(async () => (await optionsIn()).length).toBe(before + 1);
    expect((await optionsIn()).at(-1)).toMatchObject({
      name: '3 new sites',
      note: expect.stringMatching(/^3 new sites\. Which 3 new/),
    });
    await planner.undoes();
    await expect.poll(async () => (await optionsIn()).length).toBe(before);

    // Room so scarce that proving takes half a minute: good enough at the first answer, which keeps its gap.
    await panel.getByRole('checkbox', {name: /^The next two/}).uncheck();
    await panel.getByRole('checkbox', {name: /^Keep the sites/}).uncheck();
    await says('Sites in all', '6');
    await opens('Room');
    await panel.getByRole('checkbox', {name: /^Send people only/}).check();
    await says('Any other site has room for', '28000');
    await search.click();
    await panel.getByRole('button', {name: 'Good enough'}).click();
    await found.getByRole('heading', {name: /^Within [\d.]+ % of the best possible/}).waitFor();
    const rooms = found.getByRole('region', {name: 'Room', exact: true});
    expect(await rooms.getByRole('table').first().getByRole('row').count()).toBe(7);
    await rooms.getByText(/^\d+ areas with [\d,]+ residents go past the closest site/).waitFor();
    await panel.getByRole('checkbox', {name: /^Send people only/}).uncheck();

    await panel.getByRole('radio', {name: /^Most people/}).check();
    await opens('Floors');
    await says('Of residents, at least', '100');
    await says('Sites in all', '1');
    await search.click();
    await found.getByRole('heading', {name: 'No arrangement does all of that'}).waitFor();
    await found.getByText(/^These cannot be had together: exactly 1 site and 100 % of residents/).waitFor();
    await found.getByRole('button', {name: 'Open 4'}).click();
    await found.getByRole('heading', {name: /^(Checked all|Proven best)/}).waitFor();

    // A search of before comes back as it was asked.
    await panel.getByText('Asked before').click();
    await panel.getByRole('button', {name: /^Which 6 sites .*where there is room/}).click();
    expect(await panel.getByRole('checkbox', {name: /^Send people only/}).isChecked()).toBe(true);
    expect(await panel.getByLabel('Any other site has room for').inputValue()).toBe('28,000');
  });
});
