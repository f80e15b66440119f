import {describe, expect, it} from 'vitest';
import {toLonLat, WARDS} from '../../seeds/place.ts';
import {makeTown} from '../../seeds/town.ts';
import {type Mode, StreetOracle} from './street-oracle.ts';

/** What a newcomer should find in the sample town, found here without the product. */
const town = makeTown();
const homes = town.areas.map((a) => toLonLat(town.survey.ground.middle[a.heart]!));
const people = town.areas.map((a) => a.people);
const isMostDeprived = town.deprivation.map((d) => d.decile[0]! <= 2);
const offering = (service: string) => town.buildings.filter((b) => b.services.includes(service));
const candidates = town.buildings.filter((b) => b.standing === 'candidate');
const everyone = () => true;
const mostDeprived = (i: number) => isMostDeprived[i]!;

function count(which: (i: number) => boolean): number {
  return people.reduce((sum, p, i) => sum + (which(i) ? p : 0), 0);
}

function asked(mode: Mode, within: number, pace: number) {
  const surgeries = offering('general-practice');
  const {minutes} = new StreetOracle(town.streets, mode, pace).table(
    homes,
    [...surgeries, ...candidates].map((b) => b.at),
  );
  const now = homes.map((_, i) => Math.min(...surgeries.map((__, j) => minutes[j]![i]!)));
  const shareServed = (who: (i: number) => boolean) => count((i) => who(i) && now[i]! <= within) / count(who);
  const ranked = (weight: (i: number) => number) =>
    candidates
      .map((c, j) => {
        const then = minutes[surgeries.length + j]!;
        const isNew = (i: number) => now[i]! > within && then[i]! <= within;
        const saved = people.reduce((sum, p, i) => sum + weight(i) * p * Math.max(0, now[i]! - then[i]!), 0);
        return {name: c.name, newly: people.reduce((sum, p, i) => sum + (isNew(i) ? weight(i) * p : 0), 0), saved};
      })
      .sort((a, b) => b.newly - a.newly || b.saved - a.saved);
  return {now, shareServed, ranked};
}

describe('the story of Ellernsea', () => {
  // Drivers who keep to the limit, and drivers who manage seven tenths of it: the story holds for both.
  for (const pace of [1, 0.7]) {
    describe(`general practice within 15 minutes by car, at ${pace * 100} % of the speed limits`, () => {
      const {now, shareServed, ranked} = asked('drive', 15, pace);

      it('reaches most people, not all, and everyone has some way to a surgery', () => {
        expect(shareServed(everyone)).toBeGreaterThan(0.55);
        expect(shareServed(everyone)).toBeLessThan(0.8);
        expect(now.every(Number.isFinite)).toBe(true);
      });

      it('serves the most deprived fifth much worse than the rest', () => {
        expect(shareServed(mostDeprived)).toBeLessThan(shareServed((i) => !mostDeprived(i)) - 0.15);
      });

      it('would serve most people more from Ashmere, and most of the most deprived from the local centre', () => {
        const all = ranked(() => 1);
        expect(all[0]!.name).toBe('Ashmere Pavilion');
        expect(all[0]!.newly).toBeGreaterThan(1.1 * all[1]!.newly);
        expect(all[0]!.saved).toBeGreaterThan(1.05 * all[1]!.saved);
        const deprived = ranked((i) => (mostDeprived(i) ? 1 : 0));
        expect(deprived[0]!.name).toBe('Hollingarth Centre');
        expect(deprived[0]!.newly).toBeGreaterThan(2 * deprived[1]!.newly);
        expect(ranked((i) => (mostDeprived(i) ? 2.5 : 1))[0]!.name).toBe('Hollingarth Centre');
      });
    });
  }

  it('leaves most people more than a 20-minute walk from a surgery, the most deprived more than the rest', () => {
    const {shareServed, ranked} = asked('walk', 20, 1);
    expect(shareServed(everyone)).toBeLessThan(0.5);
    expect(shareServed(everyone)).toBeGreaterThan(0.2);
    expect(shareServed(mostDeprived)).toBeLessThan(shareServed((i) => !mostDeprived(i)));
    expect(ranked((i) => (mostDeprived(i) ? 1 : 0))[0]!.name).toBe('Hollingarth Centre');
  });

  it('lets people on foot cross the marsh that cars must drive round', () => {
    const from = town.buildings.find((b) => b.name === 'Hollingarth Centre')!.at;
    const to = town.buildings.find((b) => b.name === 'Northgarth Church Hall')!.at;
    const metres = (mode: Mode) => new StreetOracle(town.streets, mode).table([from], [to]).metres[0]![0]!;
    expect(metres('walk')).toBeLessThan(0.75 * metres('drive'));
  });

  it('sends dialysis patients from Hollingarth eighty miles there and back, and the local centre would spare them it', () => {
    const unit = offering('dialysis')[0]!;
    const centre = candidates.find((c) => c.name === 'Hollingarth Centre')!;
    const {metres, minutes} = new StreetOracle(town.streets, 'drive').table(homes, [unit.at, centre.at]);
    const ward = WARDS.findIndex((w) => w.name === 'Hollingarth');
    const here = town.areas.flatMap((a, i) => (a.ward === ward ? [i] : []));
    for (const i of here) {
      const miles = (2 * metres[0]![i]!) / 1609.344;
      expect(Math.abs(miles - 80)).toBeLessThan(3);
      expect(minutes[0]![i]!).toBeGreaterThan(55);
      expect(minutes[1]![i]!).toBeLessThan(10);
    }
    // From all the town the local centre is nearer than the city.
    expect(homes.every((_, i) => minutes[1]![i]! < minutes[0]![i]!)).toBe(true);
  });
});
