import type {LngLat} from '../../src/domain/evidence.ts';

/**
 * Latitude and longitude as people type or paste them: `52.6706, −0.7301`. A pair that only fits the other way round is
 * turned. Gives a sentence where it can't be read.
 */
export function readCoordinates(text: string): LngLat | string {
  const numbers =
    text
      .replaceAll('\u2212', '-')
      .match(/-?\d+(\.\d+)?/g)
      ?.map(Number) ?? [];
  if (numbers.length !== 2) return 'Type two numbers: latitude, then longitude, such as 52.6706, −0.7301.';
  const [first, second] = numbers as [number, number];
  if (isInBritain(second, first)) return [second, first];
  if (isInBritain(first, second)) return [first, second];
  return `${text.trim()} is not in Great Britain. Latitudes here are 49 to 61, longitudes −9 to 3.`;
}

function isInBritain(lng: number, lat: number): boolean {
  return lng > -9 && lng < 3 && lat > 49 && lat < 61.5;
}
