/** A first look at whether streets cover a place, before any mode's graph is made of them. */
import {METRES_PER_DEGREE} from './metres.ts';
import {DEGREE, type StreetNetwork} from './street-network.ts';

/**
 * Which places no street comes near: 1 where no point of any street lies within `metres`, else 0.
 *
 * Streets of every kind count and are known by their points, so a straight street of more than twice that length can be
 * missed between them. Snapping to a mode's own streets (`snap.ts`) is exact, and decides. O(points of streets + places).
 */
export function beyondStreets(
  network: StreetNetwork,
  lng: Float64Array,
  lat: Float64Array,
  metres: number,
): Uint8Array {
  const beyond = new Uint8Array(lng.length).fill(1);
  const furthestNorth = lat.reduce((most, each) => Math.max(most, Math.abs(each)), 0);
  const tall = metres / METRES_PER_DEGREE;
  const wide = tall / Math.max(Math.cos((furthestNorth * Math.PI) / 180), 0.01);
  const cellOf = (column: number, row: number) => column * 4_000_003 + row;
  const cells = new Map<number, number[]>();
  for (let place = 0; place < lng.length; place++) {
    const cell = cellOf(Math.floor(lng[place]! / wide), Math.floor(lat[place]! / tall));
    const inIt = cells.get(cell);
    if (inIt) inIt.push(place);
    else cells.set(cell, [place]);
  }
  let left = lng.length;
  const see = (lngs: Int32Array, lats: Int32Array) => {
    for (let at = 0; at < lngs.length && left > 0; at++) {
      const x = lngs[at]! / DEGREE;
      const y = lats[at]! / DEGREE;
      const column = Math.floor(x / wide);
      const row = Math.floor(y / tall);
      for (let next = 0; next < 9; next++) {
        for (const place of cells.get(cellOf(column + (next % 3) - 1, row + Math.floor(next / 3) - 1)) ?? []) {
          if (beyond[place] === 0) continue;
          const east = (x - lng[place]!) * Math.cos((lat[place]! * Math.PI) / 180);
          if (Math.hypot(east, y - lat[place]!) > tall) continue;
          beyond[place] = 0;
          left--;
        }
      }
    }
  };
  see(network.vertexLng, network.vertexLat);
  see(network.shapeLng, network.shapeLat);
  return beyond;
}
