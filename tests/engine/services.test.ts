import {describe, expect, it} from 'vitest';
import {AS_NOW} from '../../src/domain/option.ts';
import {isOffered, servicesAt} from '../../src/domain/placement.ts';
import type {Plan} from '../../src/domain/plan.ts';
import {aPlan, oneOf, seeded} from '../builders.ts';
import {changed, changeOf, refusalOf} from './plan-changes.ts';

const start = () => aPlan().withSite('Library').withSite('Hall').withOption('Hub');
const pharmacy = {service: 'pharmacy', site: 'library'};

describe('placing and withdrawing a service', () => {
  it('places it as now and withdraws it again without a trace', () => {
    const placed = changed(start().plan(), 'services.place', {...pharmacy, option: AS_NOW});
    expect(servicesAt(placed, AS_NOW, 'library')).toEqual(['pharmacy']);
    expect(changed(placed, 'services.withdraw', {...pharmacy, option: AS_NOW})).toEqual(start().plan());
  });

  it('says in an option that what is there now is withdrawn, and places it there again', () => {
    const plan = start().offering('pharmacy', 'library').plan();
    const without = changed(plan, 'services.withdraw', {...pharmacy, option: 'hub'});
    expect(without.placement.get('hub/library/pharmacy')?.state).toBe('withdrawn');
    expect(isOffered(without, 'hub', 'library', 'pharmacy')).toBe(false);
    expect(isOffered(without, AS_NOW, 'library', 'pharmacy')).toBe(true);
    const again = changed(without, 'services.place', {...pharmacy, option: 'hub'});
    expect(isOffered(again, 'hub', 'library', 'pharmacy')).toBe(true);
  });

  it('leaves no row behind when an option takes back what it alone placed', () => {
    const plan = changed(start().plan(), 'services.place', {...pharmacy, option: 'hub'});
    expect(changed(plan, 'services.withdraw', {...pharmacy, option: 'hub'})).toEqual(start().plan());
  });

  it('labels the step with names', () => {
    const plan = start().plan();
    expect(changeOf(plan, 'services.place', {...pharmacy, option: 'hub'}).label).toBe('Put Pharmacy at Library');
    const placed = changed(plan, 'services.place', {...pharmacy, option: 'hub'});
    expect(changeOf(placed, 'services.withdraw', {...pharmacy, option: 'hub'}).label).toBe(
      'Withdraw Pharmacy from Library',
    );
  });

  it('is refused where it changes nothing', () => {
    const plan = start().offering('pharmacy', 'library').plan();
    expect(refusalOf(plan, 'services.place', {...pharmacy, option: 'hub'})).toEqual({
      kind: 'invalid',
      message: 'Library already has pharmacy in this option.',
      at: 'service',
    });
    expect(refusalOf(plan, 'services.withdraw', {service: 'dialysis', site: 'library', option: 'hub'}).message).toBe(
      'Library doesn’t have dialysis in this option.',
    );
  });

  it.each([
    [{service: 'tea'}, 'service'],
    [{site: 'moon'}, 'site'],
    [{option: 'dream'}, 'option'],
  ])('is refused for %o, which is not there', (said, field) => {
    const input = {...pharmacy, option: 'hub', ...said};
    for (const name of ['services.place', 'services.withdraw'] as const)
      expect(refusalOf(start().plan(), name, input)).toMatchObject({kind: 'missing', at: field});
  });

  it('does what it says in 300 random rows of steps: the service is offered there in that option, or is not', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const random = seeded(seed);
      let plan: Plan = start().plan();
      // What each option says for itself; undefined is "as now".
      const said = new Map<string, boolean | undefined>();
      const is = (option: string, site: string, service: string): boolean => {
        const own = said.get(`${option}/${site}/${service}`);
        return own ?? (option === AS_NOW ? false : is(AS_NOW, site, service));
      };
      for (let step = 0; step < 30; step++) {
        const option = oneOf(random, [AS_NOW, 'hub']);
        const site = oneOf(random, ['library', 'hall']);
        const service = oneOf(random, ['pharmacy', 'dialysis']);
        const name = oneOf(random, ['services.place', 'services.withdraw'] as const);
        const wanted = name === 'services.place';
        if (is(option, site, service) === wanted) {
          expect(refusalOf(plan, name, {service, site, option}).at).toBe('service');
          continue;
        }
        plan = changed(plan, name, {service, site, option});
        // An option that withdraws what it alone offered says nothing any more.
        const silent = !wanted && (option === AS_NOW || !is(AS_NOW, site, service));
        said.set(`${option}/${site}/${service}`, silent ? undefined : wanted);
        for (const o of [AS_NOW, 'hub'])
          for (const p of ['library', 'hall'])
            for (const s of ['pharmacy', 'dialysis'])
              expect(isOffered(plan, o, p, s), `seed ${seed} step ${step} ${o} ${p} ${s}`).toBe(is(o, p, s));
      }
    }
  });
});

describe('the list of services', () => {
  it('takes a new one with rates that say they are assumed', () => {
    const plan = changed(start().plan(), 'services.add', {name: 'Baby Clinic', visitsPerYear: 6, toAge: 4});
    expect(plan.service.get('baby-clinic')).toMatchObject({
      name: 'Baby Clinic',
      visitsPerYear: 6,
      fromAge: 0,
      toAge: 4,
      confidence: 'assumed',
      source: 'Added by a planner',
    });
  });

  it('keeps the source of a service that is only renamed, and not of one whose rates a planner changed', () => {
    const plan = aPlan().plan();
    const old = plan.service.get('dialysis')!;
    expect(
      changed(plan, 'services.edit', {service: 'dialysis', name: 'Renal dialysis'}).service.get('dialysis'),
    ).toEqual({
      ...old,
      name: 'Renal dialysis',
    });
    expect(changed(plan, 'services.edit', {service: 'dialysis', visitsPerYear: 104}).service.get('dialysis')).toEqual({
      ...old,
      visitsPerYear: 104,
      confidence: 'assumed',
      source: 'Changed by a planner',
    });
    const source = 'Local renal unit, 2025';
    expect(
      changed(plan, 'services.edit', {service: 'dialysis', visitsPerYear: 104, source}).service.get('dialysis'),
    ).toMatchObject({source});
  });

  it('takes how sure a planner is, with or without new rates', () => {
    const plan = aPlan().plan();
    const sure = {service: 'dialysis', confidence: 'published', source: 'Local renal unit, 2025'};
    expect(changed(plan, 'services.edit', sure).service.get('dialysis')).toMatchObject({confidence: 'published'});
    expect(changed(plan, 'services.edit', {...sure, visitsPerYear: 104}).service.get('dialysis')).toMatchObject({
      visitsPerYear: 104,
      confidence: 'published',
    });
  });

  it('lets a service go with all its placements', () => {
    const plan = start()
      .offering('pharmacy', 'library')
      .withdrawing('pharmacy', 'library', 'hub')
      .offering('dialysis', 'hall')
      .plan();
    const gone = changed(plan, 'services.remove', {service: 'pharmacy'});
    expect(gone.service.has('pharmacy')).toBe(false);
    expect([...gone.placement.keys()]).toEqual(['as-now/hall/dialysis']);
  });

  it.each([
    [
      {shareCar: 0.7, shareNepts: 0.4},
      'shareCar',
      'The shares by car and by patient transport add up to 1.10; they can be at most 1.',
    ],
    [{shareCar: 1.1}, 'shareCar', '“shareCar” is 1.1; it must be from 0 to 1.'],
    [{fromAge: 60, toAge: 20}, 'fromAge', 'The ages run from 60 to 20; put the younger first.'],
    [{visitsPerYear: 1e9}, 'visitsPerYear', '“visitsPerYear” is 1000000000; it must be from 0 to 1000.'],
    [{usersPer1000: Number.NaN}, 'usersPer1000', '“usersPer1000” must be a number.'],
  ])('refuses rates that cannot be: %o', (said, field, message) => {
    expect(refusalOf(aPlan().plan(), 'services.edit', {service: 'dialysis', ...said})).toMatchObject({
      at: field,
      message,
    });
    expect(refusalOf(aPlan().plan(), 'services.add', {name: 'New', ...said})).toMatchObject({at: field, message});
  });

  it('takes shares that add up to one but for the rounding of a computer', () => {
    const plan = changed(aPlan().plan(), 'services.edit', {service: 'dialysis', shareCar: 0.9, shareNepts: 0.1});
    expect(plan.service.get('dialysis')).toMatchObject({shareCar: 0.9, shareNepts: 0.1});
    expect(
      changed(aPlan().plan(), 'services.edit', {service: 'dialysis', shareCar: 0.7, shareNepts: 0.3}),
    ).toBeDefined();
  });

  it('has to hold what is edited or removed', () => {
    for (const name of ['services.edit', 'services.remove'] as const)
      expect(refusalOf(aPlan().plan(), name, {service: 'tea'})).toMatchObject({kind: 'missing', at: 'service'});
  });
});
