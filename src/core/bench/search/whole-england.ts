import {problemOf, type SiteProblem} from '../../search/problem.ts';
import {randomOf} from '../../search/random.ts';

/** As many areas as England has, and 1,000 sites, in invented towns on a plane of 600 by 500 km; whole seconds by car. */
export function wholeEngland(kind: SiteProblem['kind'], count: number, cutoffMinutes: number): SiteProblem {
  const areas = 33_755;
  const sites = 1000;
  const random = randomOf(7);
  const towns = Array.from({length: 120}, () => [random() * 600, random() * 500, random() ** 3 * 30 + 3] as const);
  const place = () => {
    const [x, y, size] = towns[Math.floor(random() * towns.length)]!;
    const turn = random() * 2 * Math.PI;
    const far = size * 0.6 * Math.sqrt(-2 * Math.log(1 - random() * 0.999));
    return [x + far * Math.cos(turn), y + far * Math.sin(turn)] as const;
  };
  const from = Array.from({length: areas}, place);
  const to = Array.from({length: sites}, place);
  const cost = new Uint16Array(areas * sites);
  for (let site = 0; site < sites; site++)
    for (let area = 0; area < areas; area++) {
      const km = 1.3 * Math.hypot(from[area]![0] - to[site]![0], from[area]![1] - to[site]![1]);
      const seconds = 120 + (km / 45) * 3600;
      cost[site * areas + area] = seconds > 14_400 ? 65_535 : Math.round(seconds);
    }
  const people = Float64Array.from({length: areas}, () => 1000 + Math.floor(random() * 1500));
  return problemOf({
    kind,
    areas,
    sites,
    cost,
    people,
    cutoff: cutoffMinutes * 60,
    count: kind === 'lscp' ? {least: 1, most: sites} : {least: count, most: count},
    leaveOut: true,
  });
}
