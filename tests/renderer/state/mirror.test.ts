// @vitest-environment jsdom
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {aDesk, type Desk} from '../desk.ts';

let desk: Desk;
let plan: typeof import('../../../renderer/state/plan.ts');
let view: typeof import('../../../renderer/state/view.ts');
let project: typeof import('../../../renderer/actions/project.ts');
let sites: typeof import('../../../renderer/actions/sites.ts');
let history: typeof import('../../../renderer/actions/history.ts');
let bridge: typeof import('../../../renderer/bridge.ts');

beforeAll(async () => {
  desk = aDesk();
  plan = await import('../../../renderer/state/plan.ts');
  view = await import('../../../renderer/state/view.ts');
  project = await import('../../../renderer/actions/project.ts');
  sites = await import('../../../renderer/actions/sites.ts');
  history = await import('../../../renderer/actions/history.ts');
  bridge = await import('../../../renderer/bridge.ts');
  plan.followEngine((error) => {
    throw error;
  });
  await project.openSample();
  await desk.until(() => plan.mirror().areas.length > 0);
});
afterAll(() => desk.leaves());

describe('the mirror of the plan', () => {
  it('holds what the engine holds', async () => {
    const rows = await bridge.ask('plan.read', {});
    expect([...plan.mirror().plan.site.values()]).toEqual(rows.site);
    expect(plan.mirror().areas).toHaveLength(100);
  });

  it('keeps tables that a change did not touch, so that little is drawn again', async () => {
    const before = plan.mirror().plan;
    const [id, site] = [...before.site][0]!;
    await sites.moveSite(id, [site.lng + 0.001, site.lat]);
    await desk.until(() => plan.mirror().plan !== before);
    expect(plan.mirror().plan.site.get(id)?.lng).toBeCloseTo(site.lng + 0.001, 9);
    expect(plan.mirror().plan.service).toBe(before.service);
    expect(plan.mirror().plan.placement).toBe(before.placement);
    expect(plan.mirror().state?.open?.unsaved).toBe(true);
    await history.undo();
    // The plan and its history come one after the other.
    await desk.until(() => plan.mirror().plan.site.get(id)?.lng === site.lng && plan.mirror().history.redo !== null);
    expect(plan.mirror().history.redo).toMatch(/^Move /);
    expect(view.view().spoken).toMatch(/^Undone: Move /);
  });

  it('is told of a save, and no longer says that there are changes', async () => {
    desk.picks(desk.path('Town.gpkg'));
    expect(await project.saveProjectAs()).toBe(true);
    await desk.until(() => plan.mirror().state?.open?.unsaved === false);
    expect(plan.mirror().state?.open?.fileName).toBe('Town.gpkg');
  });

  it('is read anew after the engine was started again', async () => {
    const before = plan.mirror();
    await desk.tells({news: 'restarted'});
    await desk.until(() => plan.mirror().edition === before.edition + 1);
    expect([...plan.mirror().plan.site.keys()]).toEqual([...before.plan.site.keys()]);
  });

  it('is empty once the project is closed', async () => {
    await project.closeProject();
    await desk.until(() => plan.mirror().state?.open === null);
    expect(plan.mirror().plan.site.size).toBe(0);
    expect(plan.mirror().areas).toHaveLength(0);
    expect(plan.mirror().state?.recent.map(({name}) => name)).toContain('Town.gpkg');
  });
});
