import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {answered, question, ready} from './asking.ts';
import {computeHere} from './compute-here.ts';
import {lngLatOf, settle} from './invented-town.ts';
import {type Planner, planner} from './planner.ts';

let at: Planner;
let compute: ReturnType<typeof computeHere>;
beforeEach(() => {
  compute = computeHere();
  at = planner({compute});
});
afterEach(() => at.leave());

describe('measuring', () => {
  it('by itself says once why it failed, and tries again', async () => {
    let fail = true;
    const here = computeHere();
    at.leave();
    at = planner({
      compute: {
        ...here,
        times: (...given) => (fail ? Promise.reject(new Error('A thread broke.')) : here.times(...given)),
      },
    });
    await settle(at);
    const told = at.told(({news}) => news === 'measured');
    expect((await at.ask('score.answer', question)).state).toBe('waiting');
    await told;
    expect(await at.refusal('score.answer', question)).toMatchObject({kind: 'bug'});
    fail = false;
    expect((await answered(at)).audit.addsUp).toBe(true);
  });

  it('on request measures only what is not known yet', async () => {
    await settle(at);
    expect(await at.ask('travel.status', {mode: 'walk'})).toEqual({measured: 0, missing: 4, needs: []});
    expect(await at.ask('travel.measure', {mode: 'walk'})).toEqual({
      mode: 'walk',
      areas: 9,
      sites: 4,
      measured: 4,
      reused: 0,
      pairs: 36,
      unreachable: 0,
      areasOffStreets: 0,
      sitesOffStreets: 0,
    });
    await at.ask('sites.add', {name: 'New', at: lngLatOf([1, 2]), standing: 'candidate'});
    // A second site on the same spot has the same times.
    await at.ask('sites.add', {name: 'Beside', at: lngLatOf([1, 2]), standing: 'candidate'});
    expect(await at.ask('travel.status', {mode: 'walk'})).toEqual({measured: 4, missing: 2, needs: []});
    expect(await at.ask('travel.measure', {mode: 'walk'})).toMatchObject({measured: 2, reused: 4, pairs: 54});
    expect(compute.measured()).toBe(5);
    expect(await at.ask('travel.measure', {mode: 'walk'})).toMatchObject({measured: 0, reused: 6});
  });

  it('finds old times again when a speed is put back, and keeps all when a price changes', async () => {
    await settle(at);
    const before = await answered(at);
    await at.ask('assumptions.set', {key: 'speed-walk-residential', value: 2.4, reason: 'Hills'});
    const slower = await answered(at);
    expect(slower.minutes.worst).toBeCloseTo(2 * before.minutes.worst!, 0);
    await at.ask('assumptions.reset', {key: 'speed-walk-residential'});
    expect(await ready(at)).toEqual(before);
    await at.ask('assumptions.set', {key: 'nepts-leg', value: 45, reason: 'Contract'});
    expect((await ready(at)).audit).toEqual(before.audit);
  });

  it('needs areas, sites and streets, and says which are missing', async () => {
    await at.ask('project.create', {name: 'Empty'});
    expect(await at.refusal('travel.measure', {mode: 'walk'})).toEqual({
      kind: 'invalid',
      message:
        'Travel times need the boundaries of small areas and sites and streets, and this project has none yet. Import them first.',
    });
    expect(await at.ask('travel.status', {mode: 'walk'})).toMatchObject({measured: 0, missing: 0});
  });

  it('goes on while a site is moved and another removed, and spoils nothing', async () => {
    await settle(at);
    const job = at.ask('travel.measure', {mode: 'walk'});
    await at.ask('sites.move', {site: 'b1', at: lngLatOf([1, 2])});
    await at.ask('sites.remove', {site: 'c1'});
    expect(await job).toMatchObject({sites: 4, measured: 4, pairs: 36});
    expect((await answered(at)).sites.map((site) => site.id)).toEqual(['b2', 'b1']);
    await at.ask('history.undo', {});
    await at.ask('history.undo', {});
    expect((await ready(at)).sites.map((site) => site.id)).toEqual(['b2', 'b1', 'c1']);
    expect(compute.measured()).toBe(5);
  });

  it('that is stopped has written nothing, and can be begun again', async () => {
    await settle(at);
    const told = at.told((news) => news.news === 'progressed' && news.id === 77);
    const job = at.askAs(77, 'travel.measure', {mode: 'walk'}).catch((error: unknown) => error);
    await told;
    at.engine.cancel(77);
    expect(await job).toMatchObject({value: {kind: 'cancelled', message: 'Stopped. Nothing was changed.'}});
    expect(await at.ask('travel.status', {mode: 'walk'})).toMatchObject({measured: 0, missing: 4});
    expect((await answered(at)).audit.addsUp).toBe(true);
  });

  it('that is stopped while threads go on regardless has written nothing', async () => {
    let finish = () => {};
    at.leave();
    at = planner({
      compute: {
        ...compute,
        async times(request, _signal, onProgress) {
          await new Promise<void>((resume) => {
            finish = resume;
          });
          return compute.times(request, new AbortController().signal, onProgress);
        },
      },
    });
    await settle(at);
    const told = at.told((news) => news.news === 'progressed' && news.id === 78);
    const job = at.askAs(78, 'travel.measure', {mode: 'walk'}).catch((error: unknown) => error);
    await told;
    at.engine.cancel(78);
    finish();
    expect(await job).toMatchObject({value: {kind: 'cancelled'}});
    expect(await at.ask('travel.status', {mode: 'walk'})).toMatchObject({measured: 0, missing: 4});
  });

  it('is begun once, however many answers wait for it', async () => {
    await settle(at);
    const told = at.told(({news}) => news === 'measured');
    for (const service of ['general-practice', 'pharmacy', 'dialysis'])
      expect((await at.ask('score.answer', {...question, service})).state).toBe('waiting');
    await told;
    expect((await ready(at)).audit.addsUp).toBe(true);
    await new Promise((resume) => setTimeout(resume, 50));
    expect(compute.measured()).toBe(4);
    expect(at.news.filter(({news}) => news === 'measured')).toHaveLength(1);
  });

  it('for a project that is closed is stopped, and the next project is measured for itself', async () => {
    const signals: AbortSignal[] = [];
    at.leave();
    at = planner({
      compute: {
        ...compute,
        times(request, signal, onProgress) {
          signals.push(signal);
          if (signals.length === 1) return new Promise(() => {});
          return compute.times(request, signal, onProgress);
        },
      },
    });
    await settle(at);
    await at.ask('score.answer', question);
    await expect.poll(() => signals.length).toBe(1);
    await settle(at);
    expect(signals[0]!.aborted).toBe(true);
    expect((await answered(at)).audit.addsUp).toBe(true);
    expect(signals).toHaveLength(2);
  });
});
