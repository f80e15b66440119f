import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {ready} from './asking.ts';
import {type Planner, planner} from './planner.ts';

const OPTION = 'bridge-shut';
const asked = {service: 'general-practice', mode: 'drive', within: 15} as const;
const compared = {...asked, option: OPTION, against: 'as-now'} as const;

let at: Planner;
beforeAll(async () => {
  at = planner();
  await at.ask('project.sample', {});
  await at.ask('options.add', {name: 'Bridge shut'});
  await at.ask('travel.measure', {mode: 'drive'});
});
afterAll(() => at.leave());

async function bridge() {
  return at.ask('streets.named', {name: 'Bridge Street'});
}

async function close(said: object = {}) {
  const {name, lines, ways} = await bridge();
  await at.ask('streets.close', {option: OPTION, name, lines, ways, ...said});
}

async function answered() {
  await at.ask('travel.measure', {mode: 'drive', option: OPTION});
  return ready(at, compared);
}

describe('a bridge closed in an option', () => {
  it('makes people lose who came over it, by name, and undoing it finds the old times at once', async () => {
    const now = await ready(at, asked);
    expect(await at.ask('travel.status', {mode: 'drive', option: OPTION})).toMatchObject({missing: 0});
    await close({reason: 'Repairs'});
    expect((await at.ask('travel.status', {mode: 'drive', option: OPTION})).missing).toBeGreaterThan(0);
    const {audit, against} = await answered();
    expect(audit.addsUp).toBe(true);
    expect(against!.difference).toMatchObject({quicker: 0, addsUp: true});
    expect(against!.losers.length).toBeGreaterThan(5);
    for (const loser of against!.losers) expect(loser.minutesMore).toBeGreaterThan(0);
    expect(against!.difference.slower).toBe(against!.losers.reduce((sum, {people}) => sum + people, 0));
    // As now is as it was, and nothing of it is measured again.
    expect(await at.ask('travel.status', {mode: 'drive'})).toMatchObject({missing: 0});
    expect((await ready(at, asked)).minutes).toEqual(now.minutes);

    const worst = against!.losers[0]!;
    const areas = await at.ask('score.areas', asked);
    if ('state' in areas) throw new Error('Not ready.');
    const site = areas.site[areas.code.indexOf(worst.code)]!;
    const route = (option: string) => at.ask('travel.route', {area: worst.code, site, mode: 'drive', option});
    const [before, after] = [await route('as-now'), await route(OPTION)];
    expect(before.steps.map(({street}) => street)).toContain('Bridge Street');
    expect(after.steps.map(({street}) => street)).not.toContain('Bridge Street');
    expect(before.minutes).toBe(worst.minutesBefore);
    expect(after.minutes).toBeGreaterThanOrEqual(worst.minutesAfter!);

    await at.ask('history.undo', {});
    expect(await at.ask('travel.status', {mode: 'drive', option: OPTION})).toMatchObject({missing: 0});
    expect((await ready(at, compared)).against!.losers).toEqual([]);
    await at.ask('history.redo', {});
    expect((await ready(at, compared)).against!.losers.length).toBe(against!.losers.length);
  });

  it('is listed with its reason and what it comes to, and is found again in the file', async () => {
    const [line, ...more] = await at.ask('streets.changes', {option: 'Bridge shut'});
    expect(more).toEqual([]);
    expect(line).toMatchObject({
      kind: 'closed',
      name: 'Bridge Street',
      reason: 'Repairs',
      inherited: false,
      isLost: false,
    });
    expect(line!.sentence).toMatch(/^\d+ m closed to everyone, both ways\.$/);
    await at.ask('project.save', {to: at.pick(at.path('shut.gpkg'))});
    await at.ask('project.open', {file: at.pick(at.path('shut.gpkg'))});
    expect(await at.ask('streets.changes', {option: OPTION})).toEqual([line]);
    expect((await ready(at, compared)).against!.losers.length).toBeGreaterThan(5);
  });

  it('said once more is changed, not doubled; a copy of the option has it; the option takes it along when it goes', async () => {
    await close({reason: 'Flood'});
    expect(await at.ask('streets.changes', {option: OPTION})).toMatchObject([{reason: 'Flood'}]);
    await at.ask('options.copy', {option: OPTION, name: 'Copy'});
    expect(await at.ask('streets.changes', {option: 'copy'})).toMatchObject([{reason: 'Flood', option: 'copy'}]);
    expect(await at.ask('travel.status', {mode: 'drive', option: 'copy'})).toMatchObject({missing: 0});
    await at.ask('options.remove', {option: 'copy'});
    await at.ask('history.undo', {});
    expect(await at.ask('streets.changes', {option: 'copy'})).toHaveLength(1);
  });

  it('closed to cars alone is passed on foot as before', async () => {
    await close({closedTo: 'cars'});
    await at.ask('travel.measure', {mode: 'walk'});
    await at.ask('travel.measure', {mode: 'walk', option: OPTION});
    const minutes = async (option: string) => {
      const areas = await at.ask('score.areas', {...asked, mode: 'walk', option, against: option});
      return 'state' in areas ? null : areas.minutes;
    };
    expect(await minutes(OPTION)).toEqual(await minutes('as-now'));
    await at.ask('history.undo', {});
  });
});

describe('other changes of streets', () => {
  it('a change of as now holds in every option, and is said to come from there', async () => {
    const {name, lines, ways} = await bridge();
    await at.ask('streets.limit', {option: 'as-now', name, lines, ways, mph: 10});
    const lines_ = await at.ask('streets.changes', {option: OPTION});
    expect(lines_.map(({kind, inherited}) => [kind, inherited])).toEqual([
      ['speed', true],
      ['closed', false],
    ]);
    expect((await bridge()).mph).toBe(10);
    await at.ask('history.undo', {});
  });

  it('a street added where none joins says that nobody can use it', async () => {
    await at.ask('streets.add', {
      option: OPTION,
      name: 'Nowhere',
      line: [
        [-1.5, 53],
        [-1.5, 53.01],
      ],
      sort: 'residential',
    });
    const added = (await at.ask('streets.changes', {option: OPTION})).find(({kind}) => kind === 'added')!;
    expect(added).toMatchObject({isLost: true});
    expect(added.sentence).toContain('joins no street');
    await at.ask('streets.takeBack', {change: added.id});
  });

  it('a street added one way says so, and keeps to it in the file', async () => {
    const {lines} = await bridge();
    const [[from]] = lines as [[[number, number]]];
    await at.ask('streets.add', {
      option: OPTION,
      name: 'Ramp',
      line: [from, [from[0] + 0.002, from[1] + 0.002]],
      sort: 'residential',
      oneWay: true,
    });
    const added = (await at.ask('streets.changes', {option: OPTION})).find(({kind}) => kind === 'added')!;
    expect(added).toMatchObject({oneWay: 1});
    expect(added.sentence).toContain('added one way, as it is drawn');
    await at.ask('streets.takeBack', {change: added.id});
  });

  it.each([
    ['streets.named', {name: 'Nowhere Road'}, 'No street is called “Nowhere Road” here.'],
    ['streets.takeBack', {change: 'x'}, 'There is no change of a street “x” in this project.'],
    ['streets.close', {option: 'as-now', name: '', lines: [], ways: []}, 'A street needs two points at least.'],
    ['streets.close', {option: 'nope', name: '', lines: [], ways: []}, 'There is no option “nope” in this project.'],
  ])('%s with %o is refused', async (name, input, sentence) => {
    expect((await at.refusal(name, input)).message).toContain(sentence);
  });

  it('a street is found by a click, by its name and by part of it', async () => {
    const {lines} = await bridge();
    const point = lines[0]![0]!;
    const found = await at.ask('streets.at', {at: point, within: 30});
    expect(found?.stretch.extent).toMatch(/^the stretch /);
    expect((await at.ask('streets.find', {words: 'bridge str'})).map(({name}) => name)).toContain('Bridge Street');
    expect(await at.ask('streets.at', {at: [-3, 51], within: 30})).toBeNull();
  });
});
