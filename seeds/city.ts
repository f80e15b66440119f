import {cosine, sine} from './chance.ts';
import {curve, drawn, type Point, simplified} from './plane.ts';
import type {Sheet, Survey} from './sheet.ts';

/**
 * Thorminster, forty miles off: the trunk road there and the few streets between it and the dialysis unit.
 * It lies outside the district, so it has no areas and no residents here: only a place that people travel to.
 */
export const CITY: Point = [-48700, -5200];
export const UNIT: Point = [CITY[0] - 560, CITY[1] + 330];

export function drawCity({blocks, streets, ground}: Survey, sheet: Sheet): void {
  const ends = streets.all
    .filter((s) => s.name === 'Thorminster Road')
    .flatMap((s) => [blocks.edges[s.edge]!.a, blocks.edges[s.edge]!.b]);
  const leave = ends.reduce((a, b) => (ground.nodes[b]![0] < ground.nodes[a]![0] ? b : a));
  const from = ground.nodes[leave]!;
  const gate: Point = [CITY[0] + 900, CITY[1]];
  const road = curve(
    [
      from,
      ...drawn('-12000,-2900 -16500,-1500 -21500,-3600 -27000,-3000 -32000,-5600 -38000,-4700 -43800,-6000'),
      gate,
    ],
    150,
  );
  const [arrive, ...around] = ringRoad();
  const entry = sheet.put(arrive!);
  const between = simplified(road, 4)
    .slice(1, -1)
    .map((p) => sheet.put(p));
  sheet.draw([leave, ...between, entry], {highway: 'trunk', name: 'Thorminster Road', maxspeed: '50 mph'});
  const ring = [entry, ...around.map((p) => sheet.put(p))];
  sheet.draw([...ring, entry], {highway: 'primary', name: 'City Walls', maxspeed: '30 mph'});
  const minster = sheet.put(CITY);
  const spokes = ['Minster Street', 'Fuller Gate', 'Sheaf Street', 'Infirmary Road', 'Palace Row', 'Wool Market'];
  spokes.forEach((name, k) => {
    const end = ring[(k * ring.length) / spokes.length]!;
    const middle = sheet.put([CITY[0] + 430 * cosine(k / 6 + 0.012), CITY[1] + 430 * sine(k / 6 + 0.012)]);
    sheet.draw([minster, middle, end], {highway: 'secondary', name, maxspeed: '20 mph'});
  });
  sheet.put([CITY[0], CITY[1] + 60], {place: 'city', name: 'Thorminster'});
}

function ringRoad(): Point[] {
  return Array.from({length: 24}, (_, k): Point => {
    const r = 900 + 60 * sine((3 * k) / 24) * (k === 0 ? 0 : 1);
    return [CITY[0] + r * cosine(k / 24), CITY[1] + r * sine(k / 24)];
  });
}
