import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {count, decimal, percent} from '../../renderer/words/numbers.ts';
import {aPlanner, type Planner, SHELL} from './driver.ts';

const QUESTION = {service: 'general-practice', mode: 'drive', within: 15} as const;

/** One planner, who asks once and reads on: each test goes on where the one before ended. */
let planner: Planner;
beforeAll(async () => {
  planner = await aPlanner();
});
afterAll(() => planner.leaves());

async function engineAnswer() {
  const scored = await planner.asksEngine('score.answer', QUESTION);
  if (scored.state !== 'ready') throw new Error(`The engine is ${scored.state}.`);
  return scored.answer;
}

async function engineAreas() {
  const areas = await planner.asksEngine('score.areas', QUESTION);
  if ('state' in areas) throw new Error(`The engine is ${areas.state}.`);
  return areas;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

describe(`a planner who reads the answer about general practice (${SHELL})`, () => {
  it('finds the engine’s own numbers on the screen, and every line adds up', async () => {
    await planner.opensSample();
    await planner.asks({service: 'General practice', by: 'by car', within: 15});
    const {audit, share, gap, sites, ...answer} = await engineAnswer();
    // A line for areas whose deprivation is not known is shown only where somebody lives in them.
    const byFifth = answer.byFifth.filter(({fifth, residents}) => fifth !== null || residents > 0);
    const {served, beyond, unreachable, residents} = await planner.reads();
    expect({served, beyond, unreachable, residents}).toEqual({
      served: audit.served,
      beyond: audit.beyond,
      unreachable: audit.unreachable,
      residents: audit.residents,
    });
    expect(served + beyond + unreachable).toBe(residents);
    expect(await planner.headline()).toEqual([
      {share: percent(share), base: `${count(served)} of ${count(residents)}`},
      {
        share: percent(gap.mostDeprived.share),
        base: `${count(gap.mostDeprived.served)} of ${count(gap.mostDeprived.residents)}`,
      },
    ]);

    const fifths = await planner.readsBars('By deprivation');
    expect(fifths.map((line) => line[''])).toEqual(byFifth.map(({label}) => label));
    const numbers = (heading: string) => fifths.map((line) => Number(line[heading]!.replaceAll(',', '')));
    expect(numbers('Residents')).toEqual(byFifth.map((line) => line.residents));
    expect(sum(numbers('Residents'))).toBe(residents);
    expect(sum(numbers('Within'))).toBe(served);
    expect(sum(numbers('Beyond'))).toBe(beyond);
    expect(sum(numbers('Unreachable'))).toBe(unreachable);

    const ranking = await planner.ranking();
    expect(ranking).toEqual(sites.slice(0, ranking.length).map(({name, newlyServed}) => ({name, newlyServed})));
  });

  it('finds in the table twin, row by row, what the map says', async () => {
    const areas = await engineAreas();
    const sites = new Map((await planner.asksEngine('plan.read', {})).site.map(({id, name}) => [id, name]));
    const rows = new Map((await planner.readsTable('Areas')).map((row) => [row.Area!, row]));
    expect(rows.size).toBe(areas.code.length);
    areas.name.forEach((name, at) => {
      expect(rows.get(name), name).toMatchObject({
        Residents: count(areas.residents[at]),
        Minutes: decimal(areas.minutes[at]),
        'Closest site': sites.get(areas.site[at]!),
      });
    });

    const {title, lines} = await planner.legend();
    expect(title).toContain('Minutes to the closest site');
    expect(sum(lines.map(({people}) => people))).toBe(sum(areas.residents.map((each) => each ?? 0)));
    const classes = ['up to 5 minutes', '5–10 minutes', '10–15 minutes', '15–20 minutes', '20–30 minutes'];
    const breaks = [0, 5, 10, 15, 20, 30];
    for (const [at, label] of classes.entries()) {
      const people = sum(
        areas.minutes.map((minutes, area) =>
          minutes !== null && minutes <= breaks[at + 1]! && (at === 0 || minutes > breaks[at]!)
            ? areas.residents[area]!
            : 0,
        ),
      );
      expect(lines.find((line) => line.label === label)?.people ?? 0, label).toBe(people);
    }

    const pointed = (await planner.pointsAround())
      .map((words) => words.split('\n'))
      .filter(([name]) => rows.has(name!));
    expect(pointed.length).toBeGreaterThan(5);
    for (const [name, people, minutes] of pointed) {
      expect(people, name).toContain(`${rows.get(name!)!.Residents} residents`);
      expect(minutes, name).toContain(`${rows.get(name!)!.Minutes} min to`);
    }
  });

  it('can ask of every number why it is so', async () => {
    await planner.looksAt('Who is served');
    const {audit} = await engineAnswer();
    expect(await planner.asksWhy()).toHaveLength(4);
    const why = await planner.whyOf('The audit line');
    for (const number of [audit.served, audit.beyond, audit.unreachable, audit.residents])
      expect(why).toContain(count(number));
    const [best] = await planner.ranking();
    await planner.choosesCandidate(best!.name);
    expect(await planner.asksWhy()).toHaveLength(2);
    await planner.looksAt('Journeys');
    await planner.ledgerShown(best!.name);
    expect(await planner.asksWhy()).toHaveLength(10);
  });
});
