import {afterEach, describe, expect, it} from 'vitest';
import {aPlanner, type Planner, SHELL} from './driver.ts';

const QUESTION = {service: 'general-practice', mode: 'drive', within: 15} as const;
const SITE = 'South Shore Surgery';

let planner: Planner;
afterEach(() => planner.leaves());

/** The answer if the engine has it now; it measures nothing for this. */
async function readyNow() {
  const scored = await planner.asksEngine('score.answer', QUESTION);
  return scored.state === 'ready' ? scored.answer : scored.state;
}

async function minutesNow(): Promise<(number | null)[]> {
  const areas = await planner.asksEngine('score.areas', QUESTION);
  return 'state' in areas ? [] : areas.minutes;
}

async function whereItIs(): Promise<[number, number]> {
  const {lng, lat} = (await planner.asksEngine('plan.read', {})).site.find(({name}) => name.startsWith(SITE))!;
  return [lng, lat];
}

describe(`a planner who tries a surgery somewhere else (${SHELL})`, () => {
  it('drags it on the map, has a new answer, and the old one again at once; also after saving, another day', async () => {
    planner = await aPlanner();
    await planner.opensSample();
    await planner.asks({service: 'General practice', by: 'by car', within: 15});
    const before = await planner.reads();
    const [answerBefore, minutesBefore, placeBefore] = [await readyNow(), await minutesNow(), await whereItIs()];

    await planner.drags(SITE, [90, 130]);
    await expect.poll(whereItIs).not.toEqual(placeBefore);
    const after = await planner.reads();
    const [answerAfter, minutesAfter, placeAfter] = [await readyNow(), await minutesNow(), await whereItIs()];
    expect(placeAfter[0]).toBeGreaterThan(placeBefore[0]);
    expect(placeAfter[1]).toBeLessThan(placeBefore[1]);
    expect(after.residents).toBe(before.residents);
    expect(after).not.toEqual(before);
    const changed = minutesAfter.filter((minutes, area) => minutes !== minutesBefore[area]);
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.length).toBeLessThan(minutesBefore.length);

    await planner.undoes();
    await expect.poll(whereItIs).toEqual(placeBefore);
    expect(await readyNow()).toEqual(answerBefore);
    expect(await planner.reads()).toEqual(before);
    await planner.redoes();
    await expect.poll(whereItIs).toEqual(placeAfter);
    expect(await readyNow()).toEqual(answerAfter);
    expect(await planner.reads()).toEqual(after);

    await planner.renames(`${SITE} at the pier`);
    await planner.undoes();
    await expect.poll(() => planner.siteNames()).toContain(SITE);
    const saved = await planner.savesAs('Tried.gpkg');
    const {home} = planner;
    await planner.leaves({keep: true});

    planner = await aPlanner({home});
    await planner.opens(saved);
    expect(await planner.reads()).toEqual(after);
    await planner.undoes();
    await expect.poll(whereItIs).toEqual(placeBefore);
    expect(await readyNow()).toEqual(answerBefore);
    expect(await planner.reads()).toEqual(before);
    await planner.redoes();
    await expect.poll(whereItIs).toEqual(placeAfter);
    expect(await readyNow()).toEqual(answerAfter);
    expect(await planner.siteNames()).toContain(SITE);
    await planner.redoes();
    await expect.poll(() => planner.siteNames()).toContain(`${SITE} at the pier`);
    expect(await planner.reads()).toEqual(after);
  });
});
