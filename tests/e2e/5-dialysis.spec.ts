import {afterEach, describe, expect, it} from 'vitest';
import {milesOf} from '../../src/domain/units.ts';
import {aPlanner, type Planner, SHELL} from './driver.ts';

const CENTRE = 'Hollingarth Centre';

let planner: Planner;
afterEach(() => planner.leaves());

describe(`a planner who has no mouse (${SHELL})`, () => {
  it('goes from the question about dialysis to the year of journeys that a local unit would save', async () => {
    planner = await aPlanner();
    const {page, keyboard} = planner;
    await keyboard.presses(page.getByRole('button', {name: /^Open the sample town/}));
    await planner.answered();

    await keyboard.chooses(page.getByRole('button', {name: /^Service: /}), 'Dialysis');
    await page.getByRole('button', {name: 'Service: dialysis'}).waitFor();
    await planner.answered();
    const {residents, served} = await planner.reads();
    expect(served).toBeLessThan(residents / 10);

    await keyboard.goesTo(page.getByRole('tab', {name: 'Who is served'}));
    await planner.presses('ArrowRight');
    const ranking = page.getByRole('grid', {name: 'Candidate sites, best first'});
    await keyboard.finds(CENTRE);
    await keyboard.goesTo(ranking.getByRole('row', {name: CENTRE}));
    await planner.presses('Enter');
    await planner.ledgerShown(CENTRE);
    expect(await page.getByRole('tab', {name: 'Journeys'}).getAttribute('aria-selected')).toBe('true');

    const plan = await planner.asksEngine('plan.read', {});
    const site = plan.site.find(({name}) => name === CENTRE)!.id;
    const reply = await planner.asksEngine('journeys.ledger', {service: 'dialysis', site, mode: 'drive'});
    if (reply.state !== 'ready') throw new Error(reply.state);
    const {total, addsUp} = reply.journeys.ledger;
    expect(addsUp).toBe(true);
    expect(total.kilometres).toBeGreaterThan(10_000);
    const whole = new Intl.NumberFormat('en-GB', {maximumFractionDigits: 0});
    expect(await planner.readsLedger()).toMatchObject({
      Kilometres: `+${whole.format(total.kilometres)}`,
      Miles: `+${whole.format(milesOf(total.kilometres))}`,
      'Carbon kgCO₂e': `+${whole.format(total.kgCO2e)}`,
      'Time £ welfare': `+£${whole.format(total.timePounds)}`,
    });

    const miles = page.getByRole('button', {name: 'Miles', exact: true});
    const sheet = page.getByRole('dialog', {name: /^Why this number\?/});
    await keyboard.presses(miles);
    await sheet.getByRole('heading', {name: 'It does not mean'}).waitFor();
    await planner.presses('Escape');
    await sheet.waitFor({state: 'detached'});
    expect(await miles.evaluate((button) => button === document.activeElement), 'comes back to where it was').toBe(
      true,
    );

    await keyboard.presses(page.getByRole('button', {name: 'A worked example'}));
    const example = sheet.locator('[data-term="example"]');
    await example.getByRole('heading', {name: 'The man in Wigan', exact: false}).waitFor();
    const text = await example.innerText();
    for (const figure of ['12,480', '3,359', '11,856']) expect(text).toContain(figure);
    const isOnScreen = () => example.evaluate((box) => box.getBoundingClientRect().top < innerHeight);
    await expect.poll(isOnScreen).toBe(true);
    await planner.keepsPicture('worked-example');

    await keyboard.presses(sheet.getByRole('button', {name: 'Streets', exact: true}).first());
    const source = page.getByRole('complementary', {name: 'Evidence'}).locator('article[data-asked="true"]');
    await source.waitFor();
    await expect.poll(() => source.evaluate((card) => card === document.activeElement)).toBe(true);
    expect(await planner.usedMouse(), 'presses of a mouse').toBe(0);
  });
});
