import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import type {LedgerAnswer} from '../../src/engine/journeys.ts';
import {answered, question} from './asking.ts';
import {settle, threeByThree} from './invented-town.ts';
import {type Planner, planner} from './planner.ts';

let at: Planner;
beforeEach(async () => {
  at = planner();
  await settle(at);
  await at.ask('travel.measure', {mode: 'walk'});
});
afterEach(() => at.leave());

type LedgerColumn = LedgerAnswer['ledger']['total'];
type Asked = {service?: string; site?: string; option?: string; shareAvoided?: number};

async function ledgerOf(said: Asked = {}): Promise<LedgerAnswer> {
  const asked = await at.ask('journeys.ledger', {service: 'general-practice', site: 'b2', mode: 'walk', ...said});
  if (asked.state !== 'ready') throw new Error(`Not ready: ${asked.state}`);
  return asked.journeys;
}

function lines(column: LedgerColumn): (keyof LedgerColumn)[] {
  return Object.keys(column) as (keyof LedgerColumn)[];
}

describe('the journeys ledger', () => {
  it('has gains, losses and unchanged that add up to the total, and fifths that add up to the whole', async () => {
    const {ledger, byFifth} = await ledgerOf();
    expect(ledger.addsUp).toBe(true);
    for (const line of lines(ledger.total)) {
      const parts = ledger.gains[line] + ledger.losses[line] + ledger.unchanged[line];
      expect(parts, line).toBeCloseTo(ledger.total[line], 6);
      const fifths = byFifth.reduce((sum, each) => sum + each.ledger.total[line], 0);
      expect(fifths, line).toBeCloseTo(ledger.total[line], 6);
    }
    expect(byFifth.map((each) => each.label)[0]).toBe('Most deprived fifth');
  });

  it('is what going through the areas by hand gives', async () => {
    const option = 'hub';
    await at.ask('options.add', {name: 'Hub'});
    await at.ask('services.place', {service: 'general-practice', site: 'b2', option});
    const now = await at.ask('score.areas', {...question});
    const then = await at.ask('score.areas', {...question, option});
    if ('state' in now || 'state' in then) throw new Error('Not ready');
    const visits = 5.58;
    let minutes = 0;
    let kilometres = 0;
    let people = 0;
    now.residents.forEach((residents, area) => {
      const legs = 2 * residents! * visits;
      minutes += legs * (now.minutes[area]! - then.minutes[area]!);
      kilometres += legs * (now.kilometres[area]! - then.kilometres[area]!);
      people += residents!;
    });
    const {ledger} = await ledgerOf();
    expect(ledger.users).toBeCloseTo(people, 6);
    expect(ledger.total.legs).toBeCloseTo(2 * people * visits, 6);
    expect(ledger.total.minutes).toBeCloseTo(minutes, 4);
    expect(ledger.total.kilometres).toBeCloseTo(kilometres, 4);
    expect(ledger.total.hours).toBeCloseTo(minutes / 60, 6);
    expect(ledger.total.timePounds).toBeCloseTo((minutes / 60) * 5.135, 4);
    expect(ledger.total.kgCO2e).toBeCloseTo(kilometres * 0.7 * 0.16725, 4);
    expect(ledger.total.patientTransportPounds).toBe(0);
    expect(ledger.gains.people).toBeCloseTo(3600, 6);
  });

  it('lists the areas whose journeys would change, the greatest saving first', async () => {
    const {areas} = await ledgerOf();
    expect(areas.map((each) => each.code)).toEqual(['E01990009', 'E01990008', 'E01990006']);
    const saved = areas.map((each) => each.users * (each.minutesBase! - each.minutesOption!));
    expect(saved).toEqual([...saved].sort((a, b) => b - a));
    expect(areas[0]).toMatchObject({from: 'a1', to: 'b2', minutesOption: 0, fifth: 1});
  });

  it('counts whole legs where they no longer occur', async () => {
    const some = (await ledgerOf()).ledger;
    const all = (await ledgerOf({shareAvoided: 1})).ledger;
    expect(some.legs.avoided).toBe(0);
    expect(all.legs.avoided).toBeCloseTo(all.total.legs, 6);
    expect(all.total.minutes).toBeGreaterThan(some.total.minutes);
    expect(all.addsUp).toBe(true);
  });

  it('counts people for whom the service comes into reach apart, and values no journey that was never made', async () => {
    const {ledger} = await ledgerOf({service: 'dialysis'});
    expect(ledger.newlyReachable).toMatchObject({areas: 9});
    expect(ledger.newlyReachable.people).toBeCloseTo((6650 * 0.37) / 1000, 9);
    expect(ledger.total.minutes).toBe(0);
    expect(ledger.addsUp).toBe(true);
  });

  it('says why nothing is saved where nobody offers the service, and what to do', async () => {
    expect((await ledgerOf()).nobodyOffers).toBeNull();
    expect((await ledgerOf({service: 'x-ray'})).nobodyOffers).toBe(
      'Nobody offers X-ray as now, so no journey to it can get shorter: nothing is saved, and people who come within reach are counted apart. To see what is saved, add the site that people go to today, in this place or outside it, and tick X-ray there.',
    );
  });

  it('of a service that an option takes away says that too', async () => {
    await at.ask('options.add', {name: 'Without'});
    await at.ask('sites.close', {site: 'a1', option: 'without', reason: ''});
    const all = await at.ask('journeys.all', {mode: 'walk', option: 'without'});
    if (all.state !== 'ready') throw new Error(all.state);
    const [practice] = all.services;
    expect(practice!.nobodyOffers).toContain(
      'Nobody offers general practice in “Without”, so every journey to it ends',
    );
    expect(all.notes.join(' ')).toMatch(
      /Nobody offers dialysis, diagnostics, X-ray, .* and \d+ more, so no ledger is written for them/,
    );
  });

  it('follows the planner’s own figures and rates', async () => {
    const before = await ledgerOf();
    await at.ask('assumptions.set', {key: 'value-of-time', value: 10.27, reason: 'Twice'});
    await at.ask('services.edit', {service: 'general-practice', visitsPerYear: 11.16});
    const after = await ledgerOf();
    expect(after.ledger.total.timePounds).toBeCloseTo(4 * before.ledger.total.timePounds, 4);
    expect(after.figures.find((each) => each.key === 'value-of-time')).toMatchObject({changed: true, reason: 'Twice'});
  });

  it('takes the ages that a service is for', async () => {
    await at.ask('services.edit', {service: 'general-practice', fromAge: 65, usersPer1000: 500});
    expect((await ledgerOf()).ledger.users).toBeCloseTo(950 / 2, 9);
    await at.ask('services.edit', {service: 'general-practice', fromAge: 0, toAge: 7});
    expect((await ledgerOf()).ledger.users).toBeCloseTo(1410 / 4, 9);
  });

  it('takes a site by its name or code too', async () => {
    const byId = await ledgerOf();
    expect((await ledgerOf({site: 'old library'})).ledger).toEqual(byId.ledger);
    expect((await ledgerOf({site: 'B2'})).site).toEqual({id: 'b2', name: 'Old Library'});
  });

  it.each([
    [
      {site: 'a1'},
      'Corner Surgery already offers general practice in this option, so opening it there changes nothing.',
    ],
    [{site: 'moon'}, 'There is no site “moon” in this project.'],
    [{service: 'tea'}, 'There is no service “tea” in this project.'],
    [{option: 'dream'}, 'There is no option “dream” in this project.'],
    [{shareAvoided: 2}, '“shareAvoided” is 2; it must be from 0 to 1.'],
  ])('of %o is refused', async (said, message) => {
    const error = await at.refusal('journeys.ledger', {service: 'general-practice', site: 'b2', mode: 'walk', ...said});
    expect(error.message).toContain(message);
  });

  it('says what it waits for or needs, like every answer', async () => {
    const asked = {service: 'general-practice', site: 'b2', mode: 'drive'} as const;
    expect(await at.ask('journeys.ledger', asked)).toEqual({state: 'waiting', missing: 4});
    await at.told(({news}) => news === 'measured');
    expect((await at.ask('journeys.ledger', asked)).state).toBe('ready');
  });

  it('counts areas whose people are not known as not known', async () => {
    const town = threeByThree();
    town.areas[0]!.people = null;
    await settle(at, town);
    await answered(at);
    const {ledger} = await ledgerOf();
    expect(ledger).toMatchObject({areasNotKnown: 1, addsUp: true});
    expect(ledger.users).toBeCloseTo(5650, 9);
  });
});
