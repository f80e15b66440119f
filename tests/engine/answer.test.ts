import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {answered, question, ready} from './asking.ts';
import {computeHere} from './compute-here.ts';
import {lngLatOf, settle, threeByThree, townFiles} from './invented-town.ts';
import {type Planner, planner} from './planner.ts';

let at: Planner;
let compute: ReturnType<typeof computeHere>;
beforeEach(() => {
  compute = computeHere();
  at = planner({compute});
});
afterEach(() => at.leave());

describe('the answer', () => {
  it('waits for travel times, which the engine measures by itself and tells of', async () => {
    await settle(at);
    const told = at.told(({news}) => news === 'measured');
    expect(await at.ask('score.answer', question)).toEqual({state: 'waiting', missing: 4});
    expect(compute.measured()).toBe(0);
    await told;
    expect((await ready(at)).audit).toMatchObject({residents: 6650, addsUp: true});
    expect(compute.measured()).toBe(4);
    const progress = at.news.filter((news) => news.news === 'progressed' && news.id === 0);
    expect(progress.length).toBeGreaterThan(0);
  });

  it('counts everyone once, and says of each who is served, beyond and why', async () => {
    await settle(at);
    const answer = await answered(at);
    expect(answer.audit).toEqual({
      residents: 6650,
      served: 1900,
      beyond: 4750,
      unreachable: 0,
      areas: 9,
      areasNotKnown: 0,
      addsUp: true,
    });
    expect(answer.share).toBeCloseTo(1900 / 6650, 12);
    expect(answer.byFifth.map((line) => [line.fifth, line.residents, line.served])).toEqual([
      [1, 2900, 0],
      [2, 400, 0],
      [3, 700, 0],
      [4, 1150, 400],
      [5, 1500, 1500],
      [null, 0, 0],
    ]);
    expect(answer.byAge.map((line) => [line.label, line.residents, line.served])).toEqual([
      ['Under 16', 1410, 380],
      ['16 to 64', 4290, 1300],
      ['65 and over', 950, 220],
    ]);
    expect(answer.gap.sharePoints).toBeCloseTo((100 * 1900) / 3750, 9);
    expect(answer.minutes.worst).toBeCloseTo(50, 0);
    expect(answer.minutes.worstArea).toBe('Testham 009A');
    expect(answer.open).toEqual([{id: 'a1', name: 'Corner Surgery', residents: 6650}]);
    expect(answer.against).toBeNull();
    expect(answer.question).toMatchObject({serviceName: 'General practice', optionName: 'As now', weight: 0});
  });

  it('says where people are taken to set out from a field, and says nothing once there are centroids', async () => {
    const files = townFiles(at, threeByThree());
    const [boundaries, centroids, ...others] = files;
    await at.ask('project.create', {name: 'Testham'});
    await at.ask('evidence.import', {files: [boundaries!, ...others]});
    expect((await answered(at)).cautions).toEqual([
      'All areas set out from a point inside them, not from where people live, so times in the country may be several minutes too long. Bring population-weighted centroids.',
    ]);
    await at.ask('evidence.import', {files: [centroids!]});
    expect((await answered(at)).cautions).toEqual([]);
  });

  it('counts somebody exactly at the limit as within it, in the sum and on the map', async () => {
    await settle(at);
    await answered(at);
    const areas = await at.ask('score.areas', question);
    if ('state' in areas) throw new Error('Not ready');
    const within = areas.minutes[1]!;
    expect((await ready(at, {within})).audit.served).toBe(1900);
    expect(await at.ask('score.areas', {...question, within})).toMatchObject({status: {1: 'served', 2: 'beyond'}});
    const less = within - 0.001;
    expect((await ready(at, {within: less})).audit.served).toBeLessThan(1900);
    expect(await at.ask('score.areas', {...question, within: less})).toMatchObject({status: {1: 'beyond'}});
  });

  it('ranks every other site by the people it would newly serve, and says what each would change', async () => {
    await settle(at);
    const answer = await answered(at);
    expect(answer.sites.map((site) => [site.place, site.id, site.standing])).toEqual([
      [1, 'b2', 'candidate'],
      [2, 'b1', 'candidate'],
      [3, 'c1', 'existing'],
    ]);
    // The library in the far corner: its own area and its two neighbours, of whom the corner and the west are most deprived.
    expect(answer.sites[0]).toMatchObject({newlyServed: 3600, newlyServedMostDeprived: 2900, newlyReachable: 0});
    expect(answer.sites[0]!.auditAfter).toMatchObject({served: 5500, addsUp: true});
    // The hall in the middle: the middle, where nobody lives, and the north and east of it.
    expect(answer.sites[1]).toMatchObject({newlyServed: 2100, newlyServedMostDeprived: 1400});
    expect(answer.ranking.decidedBy).toBe('people newly served');
  });

  it('names the editions and the figures that it rests on', async () => {
    await settle(at);
    const answer = await answered(at);
    expect(answer.sources.map((source) => source.kind).sort()).toEqual([
      'boundaries',
      'centroids',
      'deprivation',
      'residents',
      'sites',
      'streets',
    ]);
    expect(answer.assumptions.map((each) => each.key)).toContain('speed-walk-residential');
    expect(answer.version).toBe('0.1.0-test');
  });

  it('is waited for after a site was moved, and is there at once when the move is undone, and redone', async () => {
    await settle(at);
    const before = await answered(at);
    await at.ask('sites.move', {site: 'a1', at: lngLatOf([1, 2])});
    expect(await at.ask('score.answer', question)).toEqual({state: 'waiting', missing: 1});
    await at.told(({news}) => news === 'measured');
    const moved = await ready(at);
    expect(moved.audit.served).toBe(3300);
    expect(compute.measured()).toBe(5);

    expect(await at.ask('history.undo', {})).toMatchObject({history: {redo: 'Move Corner Surgery'}});
    expect(await ready(at)).toEqual(before);
    await at.ask('history.redo', {});
    expect(await ready(at)).toEqual(moved);
    expect(compute.measured()).toBe(5);
  });

  it('is that of the same question after saving, closing and opening again, with its undo', async () => {
    await settle(at);
    await answered(at);
    await at.ask('sites.move', {site: 'a1', at: lngLatOf([1, 2])});
    const moved = await answered(at);
    await at.ask('project.save', {to: at.pick(at.path('town.gpkg'))});
    await at.ask('project.close', {});
    await at.ask('project.open', {file: at.pick(at.path('town.gpkg'))});
    expect(await ready(at)).toEqual(moved);
    await at.ask('history.undo', {});
    expect((await ready(at)).audit.served).toBe(1900);
    expect(compute.measured()).toBe(5);
  });

  it('says what is missing before it can be given', async () => {
    await at.ask('project.create', {name: 'Empty'});
    const needs = ['boundaries', 'sites', 'streets'];
    expect(await at.ask('score.answer', question)).toEqual({state: 'needs', needs});
    const [boundaries, , residents, , sites] = townFiles(at, threeByThree());
    await at.ask('evidence.import', {files: [boundaries!, sites!]});
    expect(await at.ask('score.answer', question)).toEqual({
      state: 'needs',
      needs: ['residents', 'deprivation', 'streets'],
    });
    expect((await at.ask('evidence.sources', {})).needs).toEqual(['residents', 'deprivation', 'streets']);
    await at.ask('evidence.import', {files: [residents!]});
    expect(await at.ask('score.areas', question)).toEqual({state: 'needs', needs: ['deprivation', 'streets']});
    expect(compute.measured()).toBe(0);
  });

  it('by another mode is another answer, measured on its own', async () => {
    await settle(at);
    const both = [at.told(({news}) => news === 'measured'), at.ask('score.answer', question)] as const;
    expect((await at.ask('score.answer', {...question, mode: 'drive'})).state).toBe('waiting');
    await both[0];
    await expect.poll(async () => (await at.ask('score.answer', {...question, mode: 'drive'})).state).toBe('ready');
    expect((await ready(at)).audit.served).toBe(1900);
    expect((await ready(at, {mode: 'drive'})).audit.served).toBe(6650);
  });
});

describe('an option against another', () => {
  beforeEach(async () => {
    await settle(at);
    await at.ask('options.add', {name: 'Hub'});
  });

  it('changes nothing until it holds something', async () => {
    const answer = await answered(at, {option: 'hub', against: 'as-now'});
    expect(answer.against?.difference).toEqual({
      quicker: 0,
      slower: 0,
      unchanged: 6650,
      newlyReachable: 0,
      noLongerReachable: 0,
      addsUp: true,
    });
  });

  it('says who is quicker and who slower when a service moves across town, and they add up', async () => {
    await at.ask('services.place', {service: 'general-practice', site: 'b2', option: 'hub'});
    await at.ask('services.withdraw', {service: 'general-practice', site: 'a1', option: 'hub'});
    const answer = await answered(at, {option: 'hub', against: 'as-now'});
    // North and east of the diagonal are quicker, south and west slower; the diagonal, with nobody in the middle, as far.
    expect(answer.against?.difference).toMatchObject({quicker: 3600, slower: 1900, unchanged: 1150, addsUp: true});
    expect(answer.audit.served).toBe(3600);
    expect(answer.against?.audit).toMatchObject({served: 1900, residents: 6650});
    const areas = await at.ask('score.areas', {...question, option: 'hub', against: 'as-now'});
    if ('state' in areas) throw new Error('Not ready');
    expect(areas.site).toEqual(Array(9).fill('b2'));
    expect(areas.minutesAgainst![0]).toBe(0);
    expect(areas.minutes[8]).toBe(0);
  });

  it('leaves everyone unreachable where nobody offers the service any more, and says so', async () => {
    await at.ask('sites.close', {site: 'a1', option: 'hub', reason: 'Sold'});
    const answer = await answered(at, {option: 'Hub', against: 'as-now'});
    expect(answer.audit).toMatchObject({served: 0, beyond: 0, unreachable: 6650, addsUp: true});
    expect(answer.minutes).toEqual({
      mean: null,
      median: null,
      ninetieth: null,
      worst: null,
      worstArea: null,
      reached: 0,
      unreachable: 6650,
    });
    expect(answer.gap).toMatchObject({sharePoints: 0, minutes: null});
    expect(answer.against?.difference).toMatchObject({noLongerReachable: 6650, addsUp: true});
    expect(answer.open).toEqual([]);
    const areas = await at.ask('score.areas', {...question, option: 'hub'});
    expect(areas).toMatchObject({reason: Array(9).fill('No open site offers the service')});
  });

  it('does not rank a site that is closed in it, and ranks it as now', async () => {
    await at.ask('sites.close', {site: 'b2', option: 'hub'});
    expect((await answered(at, {option: 'hub'})).sites.map((site) => site.id)).toEqual(['b1', 'c1']);
    expect((await ready(at)).sites.map((site) => site.id)).toEqual(['b2', 'b1', 'c1']);
  });

  it('with every site closed has no candidate and no error', async () => {
    for (const site of ['a1', 'b1', 'b2', 'c1']) await at.ask('sites.close', {site, option: 'as-now'});
    const answer = await answered(at);
    expect(answer.sites).toEqual([]);
    expect(answer.ranking.decidedBy).toBe('nothing');
    expect(answer.audit).toMatchObject({unreachable: 6650, addsUp: true});
  });
});
