import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {count} from '../../renderer/words/numbers.ts';
import {aPlanner, type Planner, SHELL} from './driver.ts';

const QUESTION = {service: 'general-practice', mode: 'drive', within: 15} as const;
const CENTRE = 'Hollingarth Centre';
const SURGERY = 'South Shore Surgery';

/** In each part one planner: each test goes on where the one before ended. */
let planner: Planner;

async function idOf(table: 'site' | 'option', wanted: string): Promise<string> {
  const plan = await planner.asksEngine('plan.read', {});
  return (plan[table] as readonly {id: string; name: string}[]).find(({name}) => name === wanted)!.id;
}

/** The engine’s answer in the option, against as now. */
async function answerIn(option: string) {
  const asked = {...QUESTION, option: await idOf('option', option), against: 'as-now'};
  const [scored, areas] = [
    await planner.asksEngine('score.answer', asked),
    await planner.asksEngine('score.areas', asked),
  ];
  if (scored.state !== 'ready' || 'state' in areas) throw new Error(`The engine is ${scored.state}.`);
  return {...scored.answer, areas};
}

/** Adds an option and puts services of it at a site, with the keyboard. */
async function tries(services: readonly string[]): Promise<void> {
  const {page, keyboard} = planner;
  await keyboard.presses(page.getByRole('button', {name: /^Open the sample town/}));
  await planner.answered();
  await keyboard.finds('Options panel');
  await keyboard.presses(page.getByRole('complementary', {name: 'Options'}).getByRole('button', {name: 'Add'}));
  await page.getByRole('dialog', {name: 'Add an option'}).getByRole('textbox').waitFor();
  await planner.presses('Enter');
  await page.getByRole('button', {name: 'Option: Option A'}).waitFor();
  await keyboard.finds(CENTRE);
  for (const service of services) await planner.ticks(CENTRE, service);
  await planner.answered();
}

/** With the keyboard: the year’s journeys of the option, a ledger opened, and in it everyone who loses. */
async function readsJourneys(): Promise<void> {
  const {page, keyboard} = planner;
  await keyboard.finds('Journeys panel');
  const panel = page.getByRole('complementary', {name: 'Journeys'});
  const ledger = panel.locator('.service-ledger', {hasText: 'General practice'});
  await keyboard.presses(ledger.locator('summary').first());
  const asked = {mode: QUESTION.mode, option: await idOf('option', 'Option A'), against: 'as-now'};
  const all = await planner.asksEngine('journeys.all', asked);
  if (all.state !== 'ready') throw new Error(`The engine is ${all.state}.`);
  expect(all.addsUp).toBe(true);
  const {losers} = all.services.find(({service}) => service === QUESTION.service)!;
  expect(losers.length).toBeGreaterThan(0);
  const names = ledger.getByRole('region', {name: 'Who loses, General practice'}).getByRole('rowheader');
  await expect.poll(() => names.allInnerTexts()).toEqual(losers.map(({name}) => name));
  expect(await panel.locator('.conserved').getAttribute('data-adds-up')).toBe('true');
  await planner.keepsPicture('journeys-panel');
}

/** With the keyboard: a bundle ticked, and β moved from one end to the other. */
async function combinesTrips(services: readonly string[]): Promise<void> {
  const {page, keyboard} = planner;
  await keyboard.finds('Together panel');
  const panel = page.getByRole('complementary', {name: 'Together'});
  for (const name of services) await keyboard.presses(panel.getByRole('checkbox', {name, exact: true}), 'Space');
  const slider = panel.getByRole('slider', {name: /^Visits on the same day/});
  await keyboard.goesTo(slider);
  const saved = async () =>
    numberOf(
      await panel
        .getByRole('row', {name: /^Trips saved/})
        .first()
        .getByRole('cell')
        .last()
        .innerText(),
    );
  await planner.presses('Home');
  await expect.poll(saved).toBe(0);
  await planner.presses('End');
  const option = await idOf('option', 'Option A');
  const bundle = ['general-practice', 'pharmacy', 'phlebotomy'];
  const asked = {option, against: 'as-now', mode: QUESTION.mode, services: bundle, sameDayShare: 1};
  const together = await planner.asksEngine('colocation.answer', asked);
  if (together.state !== 'ready') throw new Error(`The engine is ${together.state}.`);
  await expect.poll(saved).toBe(Math.round(together.bundle!.option.tripsSaved));
  await planner.keepsPicture('together-panel');
}

function numberOf(text: string): number {
  return Math.round(Number(text.replaceAll(',', '')));
}

describe(`a planner who tries options (${SHELL})`, () => {
  beforeAll(async () => {
    planner = await aPlanner();
  });
  afterAll(() => planner.leaves());

  it('puts three services on one site, sees who gains, closes another, and sees who loses', async () => {
    const {keyboard} = planner;
    await tries(['General practice', 'Pharmacy', 'Phlebotomy']);
    expect(await planner.servicesAt(CENTRE)).toEqual(['General practice', 'Pharmacy', 'Phlebotomy']);

    const opened = await answerIn('Option A');
    const gains = opened.against!.difference;
    expect(gains.quicker).toBeGreaterThan(0);
    expect(gains.slower).toBe(0);
    expect(await planner.readsDifference()).toEqual({
      '▼ Quicker': gains.quicker,
      '▲ Slower': 0,
      Unchanged: gains.unchanged,
      '+ Newly reachable': 0,
      '− No longer reachable': 0,
      'Residents ✓': opened.audit.residents,
    });

    await keyboard.finds(SURGERY);
    await keyboard.finds(`Close ${SURGERY}`);
    await planner.answersText(`Close ${SURGERY}`, 'The lease ends');
    await planner.sees(SURGERY, 'Closed in “Option A”: The lease ends');
    await expect.poll(async () => (await planner.readsDifference())['▲ Slower']).toBeGreaterThan(0);
    const both = await answerIn('Option A');
    const {quicker, slower, unchanged} = both.against!.difference;
    expect(slower).toBeGreaterThan(0);
    expect(quicker + slower + unchanged).toBe(both.audit.residents);
    expect(await planner.readsDifference()).toMatchObject({'▼ Quicker': quicker, '▲ Slower': slower});

    await readsJourneys();
    await combinesTrips(['General practice', 'Pharmacy', 'Phlebotomy']);

    await keyboard.finds('Colour the map by change');
    await expect.poll(async () => (await planner.legend()).title).toContain('Change in minutes against as now');
    const {lines} = await planner.legend();
    const {minutes, minutesAgainst, residents} = both.areas;
    const changes = minutes.map((now, area) => now! - minutesAgainst![area]!);
    const people = (is: (change: number) => boolean) =>
      changes.reduce((sum, change, area) => sum + (is(change) ? residents[area]! : 0), 0);
    const shown = (words: RegExp) =>
      lines.filter(({label}) => words.test(label)).reduce((sum, line) => sum + line.people, 0);
    expect(shown(/quicker/)).toBe(people((change) => change <= -1));
    expect(shown(/slower/)).toBe(people((change) => change >= 1));
    expect(shown(/same/)).toBe(people((change) => Math.abs(change) < 1));
    expect(shown(/quicker/)).toBeGreaterThan(0);
    expect(shown(/slower/)).toBeGreaterThan(0);
    await planner.keepsPicture('option-change');

    await keyboard.finds(`Reopen ${SURGERY}`);
    await planner.answered();
    await expect.poll(() => planner.readsDifference()).toMatchObject({'▼ Quicker': gains.quicker, '▲ Slower': 0});
    await planner.asks({against: 'Option A'});
    expect(await planner.readsDifference(), 'an option against itself').toEqual({});
  });
});

describe(`a planner who tries one service somewhere else (${SHELL})`, () => {
  beforeAll(async () => {
    planner = await aPlanner();
  });
  afterAll(() => planner.leaves());

  it('draws the catchment of a site and how far people get, and counts them', async () => {
    const {keyboard} = planner;
    await tries(['General practice']);
    const {areas, open} = await answerIn('Option A');
    const site = await idOf('site', CENTRE);
    await keyboard.finds(`Draw the catchment of ${CENTRE}`);
    const nearest = areas.site.filter((each) => each === site).length;
    expect(nearest).toBeGreaterThan(0);
    const {residents} = open.find(({id}) => id === site)!;
    await planner.sees(CENTRE, `${count(residents)} residents in ${nearest} areas`);
    await planner.keepsPicture('catchment');

    await keyboard.finds(`Draw how far people get to ${CENTRE}`);
    const bands = await planner.asksEngine('travel.bands', {site, mode: 'drive', minutes: [5, 10, 15, 20, 30]});
    const people = bands.features.map(({properties}) => Number(properties.people));
    expect(people).toHaveLength(5);
    expect(Math.max(...people)).toBeGreaterThan(0);
    for (const each of bands.features)
      await planner.sees(CENTRE, `${each.properties.minutes} min\t${count(Number(each.properties.people))}`);
    expect(await planner.legend()).toMatchObject({title: 'Minutes to the site'});
    expect((await planner.legend()).lines.map(({label}) => label)).toEqual(
      [5, 10, 15, 20, 30].map((minutes) => `within ${minutes}`),
    );
    await planner.keepsPicture('bands');
  });

  it('renames and removes sites, services and the option, and takes every step back', async () => {
    const {page, keyboard} = planner;
    const gaining = await answerIn('Option A');
    await planner.renames('Hollingarth Health Hub');
    await planner.ticks('Hollingarth Health Hub', 'General practice');
    await expect.poll(() => planner.servicesAt('Hollingarth Health Hub')).toEqual([]);
    await expect.poll(() => planner.readsDifference()).toMatchObject({'▼ Quicker': 0, '▲ Slower': 0});
    await planner.undoes();
    const {quicker} = gaining.against!.difference;
    await expect.poll(() => planner.readsDifference()).toMatchObject({'▼ Quicker': quicker});

    await planner.presses('Delete');
    const asked = page.getByRole('alertdialog', {name: 'Remove Hollingarth Health Hub?'});
    await asked.waitFor();
    await planner.presses('Enter');
    await expect.poll(() => planner.siteNames()).not.toContain('Hollingarth Health Hub');
    await planner.undoes();
    await expect.poll(() => planner.siteNames()).toContain('Hollingarth Health Hub');

    await planner.showsPanel('Options');
    const options = page.getByRole('complementary', {name: 'Options'});
    await keyboard.presses(options.getByRole('button', {name: 'Rename Option A'}));
    await planner.answersText('Rename the option', 'North first');
    await page.getByRole('button', {name: 'Option: North first'}).waitFor();
    await keyboard.presses(options.getByRole('button', {name: 'Remove North first'}));
    await page.getByRole('alertdialog', {name: 'Remove North first?'}).waitFor();
    await planner.presses('Enter');
    await page.getByRole('button', {name: 'Option: as now'}).waitFor();
    await expect.poll(() => planner.reads()).toMatchObject({served: gaining.against!.audit.served});
    await planner.undoes();
    await options.getByRole('button', {name: 'North first', exact: true}).waitFor();
  });
});
