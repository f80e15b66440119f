import {describe, expect, it} from 'vitest';
import {AS_NOW} from '../../src/domain/option.ts';
import {
  closureId,
  isClosed,
  isOffered,
  isPlaced,
  newPlacement,
  placementId,
  servicesAt,
  sitesOffering,
} from '../../src/domain/placement.ts';
import {type PlanRows, planOf} from '../../src/domain/plan.ts';
import {aPlan, oneOf, seeded} from '../builders.ts';

describe('what a site offers in an option', () => {
  const start = () => aPlan().withSite('Library').withSite('Hall').withOption('Hub').withOption('Other');

  it('is what it offers as now, until the option says otherwise', () => {
    const plan = start().offering('pharmacy', 'library').plan();
    expect(isOffered(plan, AS_NOW, 'library', 'pharmacy')).toBe(true);
    expect(isOffered(plan, 'hub', 'library', 'pharmacy')).toBe(true);
    expect(servicesAt(plan, 'hub', 'library')).toEqual(['pharmacy']);
  });

  it('may be opened in an option alone', () => {
    const plan = start().offering('dialysis', 'hall', 'hub').plan();
    expect(isOffered(plan, 'hub', 'hall', 'dialysis')).toBe(true);
    expect(isOffered(plan, AS_NOW, 'hall', 'dialysis')).toBe(false);
    expect(isOffered(plan, 'other', 'hall', 'dialysis')).toBe(false);
  });

  it('may be withdrawn in an option alone', () => {
    const plan = start().offering('pharmacy', 'library').withdrawing('pharmacy', 'library', 'hub').plan();
    expect(isOffered(plan, 'hub', 'library', 'pharmacy')).toBe(false);
    expect(isOffered(plan, AS_NOW, 'library', 'pharmacy')).toBe(true);
    expect(sitesOffering(plan, 'hub', 'pharmacy')).toEqual([]);
    expect(sitesOffering(plan, 'other', 'pharmacy')).toEqual(['library']);
  });

  it('is nothing while the site is closed, though the service stays placed there', () => {
    const plan = start().offering('pharmacy', 'library').closing('library').plan();
    expect(isOffered(plan, AS_NOW, 'library', 'pharmacy')).toBe(false);
    expect(isPlaced(plan, AS_NOW, 'library', 'pharmacy')).toBe(true);
    expect(servicesAt(plan, 'hub', 'library')).toEqual([]);
  });

  it('is there again in an option that reopens a site which is closed now', () => {
    const plan = start().offering('pharmacy', 'library').closing('library').reopening('library', 'hub').plan();
    expect(isClosed(plan, AS_NOW, 'library')).toBe(true);
    expect(isClosed(plan, 'hub', 'library')).toBe(false);
    expect(servicesAt(plan, 'hub', 'library')).toEqual(['pharmacy']);
    expect(sitesOffering(plan, AS_NOW, 'pharmacy')).toEqual([]);
  });

  it('is listed in id order', () => {
    const plan = start().withSite('Annexe').offering('pharmacy', 'library').offering('pharmacy', 'annexe').plan();
    expect(sitesOffering(plan, AS_NOW, 'pharmacy')).toEqual(['annexe', 'library']);
  });

  it('is nothing for a site, service or option that is not there', () => {
    const plan = start().offering('pharmacy', 'library').plan();
    expect(isOffered(plan, 'hub', 'nowhere', 'pharmacy')).toBe(false);
    expect(isOffered(plan, 'hub', 'library', '__proto__')).toBe(false);
    expect(servicesAt(plan, 'constructor', 'nowhere')).toEqual([]);
  });

  it('agrees with going through all rows by hand, in 500 random plans', () => {
    for (let seed = 1; seed <= 500; seed++) {
      const random = seeded(seed);
      const sites = ['a', 'b', 'c', 'd'];
      const services = ['gp', 'pool', 'advice'];
      const options = [AS_NOW, 'one', 'two'];
      const placements = new Map<string, PlanRows['placement'][number]>();
      const closures = new Map<string, PlanRows['closure'][number]>();
      for (let n = Math.floor(random() * 20); n > 0; n--) {
        const [option, site, service] = [oneOf(random, options), oneOf(random, sites), oneOf(random, services)];
        const state = option !== AS_NOW && random() < 0.4 ? 'withdrawn' : 'offered';
        placements.set(placementId(option, site, service), {...newPlacement(option, site, service), state});
        const closed = random() < 0.6 ? 1 : 0;
        if (random() < 0.3)
          closures.set(closureId(option, site), {id: closureId(option, site), option, site, closed, reason: ''});
      }
      const plan = planOf({placement: [...placements.values()], closure: [...closures.values()]});

      /** The option's own row if there is one, else that of now: by going through the lists. */
      const own = <R extends {option: string}>(rows: Iterable<R>, option: string, fits: (row: R) => boolean) => {
        const all = [...rows].filter(fits);
        return all.find((each) => each.option === option) ?? all.find((each) => each.option === AS_NOW);
      };
      for (const option of options) {
        const offered = (site: string, service: string) => {
          const closure = own(closures.values(), option, (each) => each.site === site);
          const placed = own(placements.values(), option, (each) => each.site === site && each.service === service);
          return closure?.closed !== 1 && placed?.state === 'offered';
        };
        for (const service of services)
          expect(sitesOffering(plan, option, service), `seed ${seed}`).toEqual(
            sites.filter((site) => offered(site, service)),
          );
        for (const site of sites)
          expect(servicesAt(plan, option, site), `seed ${seed}`).toEqual(
            services.filter((service) => offered(site, service)).sort(),
          );
      }
    }
  });
});
