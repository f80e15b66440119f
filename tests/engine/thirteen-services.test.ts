import {afterEach, describe, expect, it} from 'vitest';
import {servicesAt} from '../../src/domain/placement.ts';
import {type Plan, planOf} from '../../src/domain/plan.ts';
import {type Planner, planner} from './planner.ts';

let at: Planner;
afterEach(() => at.leave());

const SITE = 'hollingarth-centre';
const SAID = {
  provider: 'Ellernsea Trust',
  sector: 'nhs',
  capacity: 12_000,
  linkedCare: '2',
  hours: 'Mo-Sa 08:00-20:00',
  contractEnd: '2031-03-31',
} as const;

async function planAsNow(): Promise<Plan> {
  return planOf(await at.ask('plan.read', {}));
}

describe('a centre of thirteen services', () => {
  it('keeps all of them, and all that is said of each, when it is saved and opened again', async () => {
    at = planner();
    await at.ask('project.sample', {});
    const services = [...(await planAsNow()).service.keys()].slice(0, 13);
    for (const service of services) {
      await at.ask('services.place', {service, site: SITE, option: 'as-now'});
      await at.ask('placements.describe', {service, site: SITE, option: 'as-now', ...SAID});
    }
    const file = at.pick(at.path('centre.gpkg'));
    await at.ask('project.save', {to: file});
    await at.ask('project.close', {});
    await at.ask('project.open', {file: at.pick(at.path('centre.gpkg'))});
    const plan = await planAsNow();
    expect(servicesAt(plan, 'as-now', SITE)).toEqual([...services].sort());
    for (const service of services)
      expect(plan.placement.get(`as-now/${SITE}/${service}`)).toMatchObject({...SAID, linkedCare: 2});
  });
});
