import {isOnGrid} from './grid-ref.ts';

/**
 * A grid reference as people type it, in metres east and north: `SK 86 05`, `sk8605`, `SK 8600 0500`, `SK 86000-05000`,
 * or plain metres `486000, 305000` (with `E` and `N` before or after, thousands separated or not).
 *
 * Letters name a square of 100 km; the digits behind them, two to ten of them and an even number, are halved into east and
 * north. Fewer digits name a larger square, and its south-west corner is what is given, as Ordnance Survey does; `square` is
 * its side in metres, so that a reference to a square of 10 km is not taken for a doorstep. Null for what is none, and for
 * squares that lie off the grid.
 */
export interface GridReference {
  easting: number;
  northing: number;
  /** Side of the square that was named, in metres: 10,000 for two digits, 1 for ten. */
  square: number;
}

const LETTERS = 'ABCDEFGHJKLMNOPQRSTUVWXYZ';

export function parseGridReference(typed: string): GridReference | null {
  const text = typed.trim().toUpperCase();
  const lettered = /^([A-HJ-Z])([A-HJ-Z])[\s:,-]*((?:\d[\s,-]*){2,10})$/.exec(text);
  if (lettered) return fromLetters(lettered[1]!, lettered[2]!, lettered[3]!);
  const plain =
    /^E?[\s:]*(\d{1,3}(?:,?\d{3})+(?:\.\d+)?)\s*(?:M|ME|E)?\s*[\s,;/]\s*N?[\s:]*(\d{1,3}(?:,?\d{3})+(?:\.\d+)?)\s*(?:M|MN|N)?$/.exec(
      text,
    );
  if (!plain) return null;
  const [easting, northing] = [plain[1]!, plain[2]!].map((each) => Number(each.replaceAll(',', ''))) as [
    number,
    number,
  ];
  return isOnGrid(easting, northing) ? {easting, northing, square: 1} : null;
}

function fromLetters(first: string, second: string, rest: string): GridReference | null {
  const groups = rest.split(/[\s,-]+/).filter((each) => each !== '');
  // “SK 860 05” says one half to ten metres and the other to a kilometre: nobody can say where that is.
  if (groups.length === 2 && groups[0]!.length !== groups[1]!.length) return null;
  const digits = groups.join('');
  if (digits.length % 2 === 1) return null;
  const half = digits.length / 2;
  const square = 10 ** (5 - half);
  // Squares of 500 km and of 100 km are both lettered from the north-west, five by five, without I; false origin at SV.
  const [large, small] = [LETTERS.indexOf(first), LETTERS.indexOf(second)];
  const east = ((large % 5) - 2) * 500_000 + (small % 5) * 100_000;
  const north = (3 - Math.floor(large / 5)) * 500_000 + (4 - Math.floor(small / 5)) * 100_000;
  const easting = east + Number(digits.slice(0, half)) * square;
  const northing = north + Number(digits.slice(half)) * square;
  return isOnGrid(easting, northing) ? {easting, northing, square} : null;
}
