// `sweep.ts` and `take.ts` in AssemblyScript, two lanes an instruction. Places in memory are counted in bytes. What this
// compiles to stands in `pass-kernel.ts`.

/** Labels, sixteen doubles a row; the rows' `first`, `higher` and `weight`; and a byte a row that says what is given. */
export function sweep(
  labels: usize,
  first: usize,
  higher: usize,
  weight: usize,
  given: usize,
  fromRow: u32,
  toRow: u32,
): void {
  const none = f64x2.splat(Infinity);
  let i: u32 = load<u32>(first + (<usize>fromRow << 2));
  for (let row: u32 = fromRow; row < toRow; row++) {
    const at = labels + (<usize>row << 7);
    let ab = none;
    let cd = none;
    let ef = none;
    let gh = none;
    let ij = none;
    let kl = none;
    let mn = none;
    let op = none;
    if (load<u8>(given + row)) {
      store<u8>(given + row, 0);
      ab = v128.load(at);
      cd = v128.load(at, 16);
      ef = v128.load(at, 32);
      gh = v128.load(at, 48);
      ij = v128.load(at, 64);
      kl = v128.load(at, 80);
      mn = v128.load(at, 96);
      op = v128.load(at, 112);
    }
    const end = load<u32>(first + (<usize>row << 2), 4);
    for (; i < end; i++) {
      const from = labels + (<usize>load<u32>(higher + (<usize>i << 2)) << 7);
      const w = v128.load64_splat(weight + (<usize>i << 3));
      ab = f64x2.pmin(ab, f64x2.add(v128.load(from), w));
      cd = f64x2.pmin(cd, f64x2.add(v128.load(from, 16), w));
      ef = f64x2.pmin(ef, f64x2.add(v128.load(from, 32), w));
      gh = f64x2.pmin(gh, f64x2.add(v128.load(from, 48), w));
      ij = f64x2.pmin(ij, f64x2.add(v128.load(from, 64), w));
      kl = f64x2.pmin(kl, f64x2.add(v128.load(from, 80), w));
      mn = f64x2.pmin(mn, f64x2.add(v128.load(from, 96), w));
      op = f64x2.pmin(op, f64x2.add(v128.load(from, 112), w));
    }
    v128.store(at, ab);
    v128.store(at, cd, 16);
    v128.store(at, ef, 32);
    v128.store(at, gh, 48);
    v128.store(at, ij, 64);
    v128.store(at, kl, 80);
    v128.store(at, mn, 96);
    v128.store(at, op, 112);
  }
}

/**
 * The row of each area and its walk in deciseconds and decimetres; the walks of sixteen ends, deciseconds before
 * decimetres; and room for seconds and metres of an even number of lanes.
 */
export function take(
  labels: usize,
  rowOf: usize,
  deciseconds: usize,
  decimetres: usize,
  areas: u32,
  ends: usize,
  lanes: u32,
  timeFactor: f64,
  limitSeconds: f64,
  seconds: usize,
  metres: usize,
): void {
  const unit = f64x2.splat(134217728);
  const share = f64x2.splat(1 / 134217728);
  const factor = f64x2.splat(timeFactor);
  const limit = f64x2.splat(limitSeconds);
  const five = f64x2.splat(5);
  const ten = f64x2.splat(10);
  const unreached = f64x2.splat(65535);
  for (let area: u32 = 0; area < areas; area++) {
    const at = labels + (<usize>load<u32>(rowOf + (<usize>area << 2)) << 7);
    const walkTime = v128.load64_splat(deciseconds + (<usize>area << 3));
    const walkLength = v128.load64_splat(decimetres + (<usize>area << 3));
    for (let lane: u32 = 0; lane < lanes; lane += 2) {
      const weight = v128.load(at + (<usize>lane << 3));
      const end = ends + (<usize>lane << 3);
      const time = f64x2.floor(f64x2.mul(weight, share));
      const times = f64x2.add(f64x2.add(f64x2.mul(time, factor), walkTime), v128.load(end));
      const whole = f64x2.floor(f64x2.div(f64x2.add(times, five), ten));
      const isWithin = f64x2.le(whole, limit);
      const length = f64x2.sub(weight, f64x2.mul(time, unit));
      const lengths = f64x2.add(f64x2.add(length, walkLength), v128.load(end, 128));
      const wholeLength = f64x2.floor(f64x2.div(f64x2.add(lengths, five), ten));
      const s = i32x4.trunc_sat_f64x2_u_zero(v128.bitselect(whole, unreached, isWithin));
      const m = i32x4.trunc_sat_f64x2_u_zero(v128.and(wholeLength, isWithin));
      const out = <usize>lane * areas + area;
      v128.store16_lane(seconds + (out << 1), s, 0);
      v128.store16_lane(seconds + ((out + areas) << 1), s, 2);
      v128.store32_lane(metres + (out << 2), m, 0);
      v128.store32_lane(metres + ((out + areas) << 2), m, 1);
    }
  }
}
