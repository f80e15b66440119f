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
 * decimetres; and room for seconds and metres, all areas of one lane after the other. Four areas and two lanes at once,
 * so `areas` is a multiple of four, and an even number of lanes is written. The labels of the next four are touched while
 * these are worked on, which halves the time; so four more rows are read than there are areas. Gives what was touched,
 * which nobody needs, for else it would not be.
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
): u32 {
  let touched: u32 = 0;
  const factor = f64x2.splat(timeFactor);
  const limit = f64x2.splat(limitSeconds);
  for (let area: u32 = 0; area < areas; area += 4) {
    const row = rowOf + (<usize>area << 2);
    const a = labels + (<usize>load<u32>(row) << 7);
    const b = labels + (<usize>load<u32>(row, 4) << 7);
    const c = labels + (<usize>load<u32>(row, 8) << 7);
    const d = labels + (<usize>load<u32>(row, 12) << 7);
    touched |= touch(labels, load<u32>(row, 16)) | touch(labels, load<u32>(row, 20));
    touched |= touch(labels, load<u32>(row, 24)) | touch(labels, load<u32>(row, 28));
    const walkTime = deciseconds + (<usize>area << 3);
    const walkLength = decimetres + (<usize>area << 3);
    for (let lane: u32 = 0; lane < lanes; lane += 2) {
      const at = <usize>lane << 3;
      const endTime = v128.load(ends + at);
      const endLength = v128.load(ends + at, 128);
      const wa = v128.load(a + at);
      const wb = v128.load(b + at);
      const wc = v128.load(c + at);
      const wd = v128.load(d + at);
      const ta = wholeTime(wa, factor, v128.load64_splat(walkTime), endTime);
      const tb = wholeTime(wb, factor, v128.load64_splat(walkTime, 8), endTime);
      const tc = wholeTime(wc, factor, v128.load64_splat(walkTime, 16), endTime);
      const td = wholeTime(wd, factor, v128.load64_splat(walkTime, 24), endTime);
      const la = wholeLength(wa, v128.load64_splat(walkLength), endLength);
      const lb = wholeLength(wb, v128.load64_splat(walkLength, 8), endLength);
      const lc = wholeLength(wc, v128.load64_splat(walkLength, 16), endLength);
      const ld = wholeLength(wd, v128.load64_splat(walkLength, 24), endLength);
      // Each pair of areas as a, b of the first lane and a, b of the second.
      const tab = v128.shuffle<i32>(timeWithin(ta, limit), timeWithin(tb, limit), 0, 4, 1, 5);
      const tcd = v128.shuffle<i32>(timeWithin(tc, limit), timeWithin(td, limit), 0, 4, 1, 5);
      const lab = v128.shuffle<i32>(lengthWithin(la, ta, limit), lengthWithin(lb, tb, limit), 0, 4, 1, 5);
      const lcd = v128.shuffle<i32>(lengthWithin(lc, tc, limit), lengthWithin(ld, td, limit), 0, 4, 1, 5);
      const times = i16x8.narrow_i32x4_u(v128.shuffle<i64>(tab, tcd, 0, 2), v128.shuffle<i64>(tab, tcd, 1, 3));
      const out = <usize>lane * areas + area;
      v128.store64_lane(seconds + (out << 1), times, 0);
      v128.store64_lane(seconds + ((out + areas) << 1), times, 1);
      v128.store(metres + (out << 2), v128.shuffle<i64>(lab, lcd, 0, 2));
      v128.store(metres + ((out + areas) << 2), v128.shuffle<i64>(lab, lcd, 1, 3));
    }
  }
  return touched;
}

@inline
function touch(labels: usize, row: u32): u32 {
  const at = labels + (<usize>row << 7);
  return load<u32>(at) | load<u32>(at, 64);
}

@inline
function wholeTime(weight: v128, factor: v128, walk: v128, end: v128): v128 {
  const deciseconds = f64x2.floor(f64x2.mul(weight, f64x2.splat(1 / 134217728)));
  const together = f64x2.add(f64x2.add(f64x2.mul(deciseconds, factor), walk), end);
  return f64x2.floor(f64x2.div(f64x2.add(together, f64x2.splat(5)), f64x2.splat(10)));
}

@inline
function wholeLength(weight: v128, walk: v128, end: v128): v128 {
  const deciseconds = f64x2.floor(f64x2.mul(weight, f64x2.splat(1 / 134217728)));
  const decimetres = f64x2.sub(weight, f64x2.mul(deciseconds, f64x2.splat(134217728)));
  return f64x2.floor(
    f64x2.div(f64x2.add(f64x2.add(f64x2.add(decimetres, walk), end), f64x2.splat(5)), f64x2.splat(10)),
  );
}

@inline
function timeWithin(time: v128, limit: v128): v128 {
  return i32x4.trunc_sat_f64x2_u_zero(v128.bitselect(time, f64x2.splat(65535), f64x2.le(time, limit)));
}

@inline
function lengthWithin(length: v128, time: v128, limit: v128): v128 {
  return i32x4.trunc_sat_f64x2_u_zero(v128.and(length, f64x2.le(time, limit)));
}
