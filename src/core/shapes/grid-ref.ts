/**
 * British National Grid (EPSG:27700, metres) to longitude and latitude (WGS84, degrees) and back.
 *
 * Transverse Mercator on the Airy 1830 ellipsoid, then a seven-parameter Helmert shift between OSGB36 and WGS84: formulas
 * and constants of Ordnance Survey, *A guide to coordinate systems in Great Britain*, sections C and 6.6. The shift is an
 * average over the country and is up to 5 metres out: good for placing a building on a street, not for a boundary
 * dispute. `exact-grid.ts` does without it, where the correction table (OSTN15) is at hand. Cost: constant.
 */
export const GRID_ACCURACY_METRES = 5;

interface Ellipsoid {
  a: number;
  b: number;
}

const AIRY: Ellipsoid = {a: 6_377_563.396, b: 6_356_256.909};
const WGS84: Ellipsoid = {a: 6_378_137, b: 6_356_752.3142};

const SCALE = 0.9996012717;
const ORIGIN_LATITUDE = radians(49);
const ORIGIN_LONGITUDE = radians(-2);
const FALSE_EASTING = 400_000;
const FALSE_NORTHING = -100_000;

/** From WGS84 to OSGB36: metres, parts per million, seconds of arc. */
const SHIFT = {tx: -446.448, ty: 125.157, tz: -542.06, s: 20.4894e-6, rx: -0.1502, ry: -0.247, rz: -0.8421};

/** Longitude and latitude of a place given in metres east and north. */
export function lonLatOf(easting: number, northing: number): [lon: number, lat: number] {
  const [lon, lat] = airyOf(easting, northing);
  return shifted(radians(lon), radians(lat), AIRY, WGS84, -1);
}

/** Longitude and latitude in degrees on the ellipsoid of the grid itself (OSGB36), which are not those of a map or a phone. */
export function airyOf(easting: number, northing: number): [lon: number, lat: number] {
  const {a, b} = AIRY;
  const e2 = 1 - (b * b) / (a * a);
  let lat = ORIGIN_LATITUDE;
  let arc = 0;
  do {
    lat += (northing - FALSE_NORTHING - arc) / (a * SCALE);
    arc = meridian(lat);
  } while (Math.abs(northing - FALSE_NORTHING - arc) >= 1e-5);
  const sin = Math.sin(lat);
  const tan2 = Math.tan(lat) ** 2;
  const nu = (a * SCALE) / Math.sqrt(1 - e2 * sin * sin);
  const rho = (a * SCALE * (1 - e2)) / (1 - e2 * sin * sin) ** 1.5;
  const eta2 = nu / rho - 1;
  const sec = 1 / Math.cos(lat);
  const east = easting - FALSE_EASTING;
  const vii = Math.tan(lat) / (2 * rho * nu);
  const viii = (Math.tan(lat) / (24 * rho * nu ** 3)) * (5 + 3 * tan2 + eta2 - 9 * tan2 * eta2);
  const ix = (Math.tan(lat) / (720 * rho * nu ** 5)) * (61 + 90 * tan2 + 45 * tan2 * tan2);
  const x = sec / nu;
  const xi = (sec / (6 * nu ** 3)) * (nu / rho + 2 * tan2);
  const xii = (sec / (120 * nu ** 5)) * (5 + 28 * tan2 + 24 * tan2 * tan2);
  const xiia = (sec / (5040 * nu ** 7)) * (61 + 662 * tan2 + 1320 * tan2 ** 2 + 720 * tan2 ** 3);
  const airyLat = lat - vii * east ** 2 + viii * east ** 4 - ix * east ** 6;
  const airyLon = ORIGIN_LONGITUDE + x * east - xi * east ** 3 + xii * east ** 5 - xiia * east ** 7;
  return [degrees(airyLon), degrees(airyLat)];
}

/** Metres east and north of a place given in longitude and latitude. */
export function gridOf(lon: number, lat: number): [easting: number, northing: number] {
  return gridOfAiry(...shifted(radians(lon), radians(lat), WGS84, AIRY, 1));
}

/** The same from longitude and latitude on the ellipsoid of the grid. */
export function gridOfAiry(lon: number, lat: number): [easting: number, northing: number] {
  const [airyLon, airyLat] = [radians(lon), radians(lat)];
  const {a, b} = AIRY;
  const e2 = 1 - (b * b) / (a * a);
  const sin = Math.sin(airyLat);
  const cos = Math.cos(airyLat);
  const tan2 = Math.tan(airyLat) ** 2;
  const nu = (a * SCALE) / Math.sqrt(1 - e2 * sin * sin);
  const rho = (a * SCALE * (1 - e2)) / (1 - e2 * sin * sin) ** 1.5;
  const eta2 = nu / rho - 1;
  const one = meridian(airyLat) + FALSE_NORTHING;
  const two = (nu / 2) * sin * cos;
  const three = (nu / 24) * sin * cos ** 3 * (5 - tan2 + 9 * eta2);
  const threeA = (nu / 720) * sin * cos ** 5 * (61 - 58 * tan2 + tan2 * tan2);
  const four = nu * cos;
  const five = (nu / 6) * cos ** 3 * (nu / rho - tan2);
  const six = (nu / 120) * cos ** 5 * (5 - 18 * tan2 + tan2 * tan2 + 14 * eta2 - 58 * tan2 * eta2);
  const east = airyLon - ORIGIN_LONGITUDE;
  return [
    FALSE_EASTING + four * east + five * east ** 3 + six * east ** 5,
    one + two * east ** 2 + three * east ** 4 + threeA * east ** 6,
  ];
}

/** Whether a pair of metres can be a place on the grid: the 700 by 1,300 kilometres that it covers. */
export function isOnGrid(easting: number, northing: number): boolean {
  return easting >= 0 && easting <= 700_000 && northing >= 0 && northing <= 1_300_000;
}

/** Length along the central meridian from the true origin to a latitude, in metres. */
function meridian(lat: number): number {
  const {a, b} = AIRY;
  const n = (a - b) / (a + b);
  const less = lat - ORIGIN_LATITUDE;
  const more = lat + ORIGIN_LATITUDE;
  return (
    b *
    SCALE *
    ((1 + n + (5 / 4) * n ** 2 + (5 / 4) * n ** 3) * less -
      (3 * n + 3 * n ** 2 + (21 / 8) * n ** 3) * Math.sin(less) * Math.cos(more) +
      ((15 / 8) * n ** 2 + (15 / 8) * n ** 3) * Math.sin(2 * less) * Math.cos(2 * more) -
      (35 / 24) * n ** 3 * Math.sin(3 * less) * Math.cos(3 * more))
  );
}

/** Radians on one ellipsoid to degrees on another, at height 0, by the shift or (−1) its reverse. */
function shifted(lon: number, lat: number, from: Ellipsoid, to: Ellipsoid, direction: 1 | -1): [number, number] {
  const e2 = 1 - from.b ** 2 / from.a ** 2;
  const nu = from.a / Math.sqrt(1 - e2 * Math.sin(lat) ** 2);
  const x = nu * Math.cos(lat) * Math.cos(lon);
  const y = nu * Math.cos(lat) * Math.sin(lon);
  const z = nu * (1 - e2) * Math.sin(lat);
  const scale = 1 + direction * SHIFT.s;
  const [rx, ry, rz] = [SHIFT.rx, SHIFT.ry, SHIFT.rz].map((seconds) => direction * radians(seconds / 3600)) as [
    number,
    number,
    number,
  ];
  const x2 = direction * SHIFT.tx + scale * x - rz * y + ry * z;
  const y2 = direction * SHIFT.ty + rz * x + scale * y - rx * z;
  const z2 = direction * SHIFT.tz - ry * x + rx * y + scale * z;
  const f2 = 1 - to.b ** 2 / to.a ** 2;
  const p = Math.hypot(x2, y2);
  let lat2 = Math.atan2(z2, p * (1 - f2));
  for (let step = 0; step < 5; step++) {
    const nu2 = to.a / Math.sqrt(1 - f2 * Math.sin(lat2) ** 2);
    lat2 = Math.atan2(z2 + f2 * nu2 * Math.sin(lat2), p);
  }
  return [degrees(Math.atan2(y2, x2)), degrees(lat2)];
}

function radians(value: number): number {
  return (value * Math.PI) / 180;
}

function degrees(value: number): number {
  return (value * 180) / Math.PI;
}
