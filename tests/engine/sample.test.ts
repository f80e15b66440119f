import {readdirSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {answered} from './asking.ts';
import {type Planner, planner} from './planner.ts';

let at: Planner;
beforeAll(async () => {
  at = planner();
  await at.ask('project.sample', {});
});
afterAll(() => at.leave());

describe('the sample town', () => {
  it('opens with all its evidence, and every service that is offered can be asked about', async () => {
    const {needs, areas, residents} = await at.ask('evidence.sources', {});
    expect(needs).toEqual([]);
    expect(areas).toBeGreaterThan(80);
    const plan = await at.ask('plan.read', {});
    const services = [...new Set(plan.placement.map((each) => each.service))];
    expect(services.length).toBeGreaterThanOrEqual(10);
    for (const service of services) {
      const answer = await answered(at, {service, mode: 'drive', within: 15});
      expect(answer.audit, service).toMatchObject({residents, addsUp: true, areasNotKnown: 0});
      expect(answer.sites.length, service).toBeGreaterThan(0);
    }
  });

  it('has the case that Closer was made for: dialysis far away, and a building in town that could have it', async () => {
    const answer = await answered(at, {service: 'dialysis', mode: 'drive', within: 30});
    expect(answer.audit).toMatchObject({served: 0, unreachable: 0});
    expect(answer.minutes.mean).toBeGreaterThan(40);
    const [best] = answer.sites;
    expect(best!.newlyServed).toBeGreaterThan(0.9 * answer.audit.residents);
    const asked = await at.ask('journeys.ledger', {
      service: 'dialysis',
      site: best!.id,
      mode: 'drive',
      shareAvoided: 0,
    });
    if (asked.state !== 'ready') throw new Error(asked.state);
    const {ledger} = asked.journeys;
    expect(ledger.addsUp).toBe(true);
    expect(ledger.total.kilometres).toBeGreaterThan(100_000);
    expect(ledger.losses.legs).toBe(0);
  });

  it('says of every source that it is invented, and credits nobody with it but the makers of Closer', async () => {
    const {sources} = await at.ask('evidence.sources', {});
    for (const source of sources)
      expect(`${source.attribution} ${source.publisher}`, source.fileName).toMatch(/[Ii]nvented|planner/);
  });

  it('that is stopped half-way leaves nothing open and nothing behind', async () => {
    const other = planner();
    const told = other.told((news) => news.news === 'progressed' && news.id === 9);
    const job = other.askAs(9, 'project.sample', {}).catch((error: unknown) => error);
    await told;
    other.engine.cancel(9);
    expect(await job).toMatchObject({value: {kind: 'cancelled'}});
    expect((await other.ask('project.state', {})).open).toBeNull();
    expect(readdirSync(join(other.folder, 'app', 'working'))).toEqual([]);
    other.leave();
  });
});
