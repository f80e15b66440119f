import {afterEach, describe, expect, it} from 'vitest';
import {count, decimal} from '../../renderer/words/numbers.ts';
import {aPlanner, type Planner, SHELL} from './driver.ts';

const QUESTION = {service: 'general-practice', mode: 'drive', within: 15} as const;

let planner: Planner;
afterEach(() => planner.leaves());

describe(`a planner who closes a bridge (${SHELL})`, () => {
  it('without a mouse: finds it by name, closes it in an option, sees who loses and by which way they go, and takes it back', async () => {
    planner = await aPlanner();
    const {page, keyboard} = planner;
    await keyboard.presses(page.getByRole('button', {name: /^Open the sample town/}));
    await planner.answered();
    await keyboard.finds('Options panel');
    await keyboard.presses(page.getByRole('complementary', {name: 'Options'}).getByRole('button', {name: 'Add'}));
    await page.getByRole('dialog', {name: 'Add an option'}).getByRole('textbox').waitFor();
    await planner.presses('Enter');
    await page.getByRole('button', {name: 'Option: Option A'}).waitFor();

    await keyboard.finds('Streets panel');
    const panel = page.getByRole('complementary', {name: 'Streets'});
    await panel.getByRole('searchbox').fill('bridge street');
    await keyboard.presses(panel.getByRole('list', {name: 'Streets found'}).getByRole('button').first());
    const card = panel.getByRole('region', {name: 'Bridge Street'});
    await keyboard.presses(card.getByRole('button', {name: 'Close in Option A…'}));
    await page.getByRole('dialog').getByRole('textbox').fill('Repairs');
    await planner.presses('Enter');
    await panel.getByText(/closed to everyone, both ways\./).waitFor();
    await panel.getByText('Repairs').waitFor();

    const asked = {...QUESTION, option: 'option-a', against: 'as-now'};
    await expect.poll(async () => (await planner.asksEngine('score.answer', asked)).state).toBe('ready');
    const scored = await planner.asksEngine('score.answer', asked);
    if (scored.state !== 'ready') throw new Error('Not ready.');
    const {difference, losers} = scored.answer.against!;
    expect(losers.length).toBeGreaterThan(5);
    expect(losers.reduce((sum, {people}) => sum + people, 0)).toBe(difference.slower);
    await keyboard.presses(panel.getByRole('button', {name: 'Show who gains and who loses'}));
    await page.getByText(count(difference.slower), {exact: true}).first().waitFor();

    // The way from the area that loses most, before and after, from its row of the table.
    const worst = losers[0]!;
    await planner.presses('Control+Shift+L');
    const table = page.getByRole('grid', {name: 'Table of areas'});
    await page.getByRole('searchbox', {name: 'Filter areas'}).fill(worst.name);
    await table.getByRole('row', {name: new RegExp(worst.name)}).click();
    await planner.presses('Enter');
    const way = panel.getByRole('region', {name: 'The way'});
    await way.getByRole('table').nth(1).waitFor();
    const [after, before] = await way.getByRole('table').allInnerTexts();
    expect(before).toContain('Bridge Street');
    expect(after).not.toContain('Bridge Street');
    expect(after).toContain(`${decimal(worst.minutesAfter)} min`);

    await planner.presses('Control+z');
    await panel.getByText('Nothing yet.', {exact: false}).waitFor();
    await expect
      .poll(async () => {
        const again = await planner.asksEngine('score.answer', asked);
        return again.state === 'ready' ? again.answer.against!.losers.length : null;
      })
      .toBe(0);
  });

  it('asks for the morning peak, and everybody is further away', async () => {
    planner = await aPlanner();
    await planner.opensSample();
    const minutes = async (time: 'free-flow' | 'morning-peak') => {
      const scored = await planner.asksEngine('score.answer', {...QUESTION, time});
      return scored.state === 'ready' ? scored.answer.minutes.mean! : null;
    };
    const free = (await minutes('free-flow'))!;
    await planner.page.getByRole('button', {name: /^Mode of travel: /}).click();
    await planner.page.getByRole('menuitemradio', {name: /^by car, morning peak/}).click();
    await planner.page.getByRole('button', {name: 'Mode of travel: by car, morning peak'}).waitFor();
    await planner.answered();
    await expect.poll(() => minutes('morning-peak')).toBeGreaterThan(1.2 * free);
    await planner.page
      .getByText(`${decimal(await minutes('morning-peak'))} min`)
      .first()
      .waitFor();
  });
});
