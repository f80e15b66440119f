import type {LngLat} from '../../src/domain/evidence.ts';

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Degrees clockwise from north, from one place to another. */
export function bearing([lng, lat]: LngLat, [toLng, toLat]: LngLat): number {
  const across = radians(toLng - lng);
  const y = Math.sin(across) * Math.cos(radians(toLat));
  const x =
    Math.cos(radians(lat)) * Math.sin(radians(toLat)) -
    Math.sin(radians(lat)) * Math.cos(radians(toLat)) * Math.cos(across);
  return (Math.atan2(y, x) * 180) / Math.PI;
}

/** As the crow flies, on a sphere. */
export function kilometresBetween([lng, lat]: LngLat, [toLng, toLat]: LngLat): number {
  const a =
    Math.sin(radians(toLat - lat) / 2) ** 2 +
    Math.cos(radians(lat)) * Math.cos(radians(toLat)) * Math.sin(radians(toLng - lng) / 2) ** 2;
  return 12_742 * Math.asin(Math.sqrt(a));
}

const POINTS = ['north', 'north-east', 'east', 'south-east', 'south', 'south-west', 'west', 'north-west'] as const;

export function compass(turn: number): string {
  return POINTS[Math.round(((turn + 360) % 360) / 45) % 8]!;
}
