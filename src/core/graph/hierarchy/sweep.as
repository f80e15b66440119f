// The pass of `sweep.ts` in AssemblyScript, two lanes an instruction. Arguments are places in memory, in bytes: the labels,
// eight doubles a row, then the rows' `first`, `higher` and `weight`. What it compiles to stands in `sweep-kernel.ts`.
export function sweep(labels: usize, first: usize, higher: usize, weight: usize, fromRow: u32, toRow: u32): void {
  let i: u32 = load<u32>(first + (<usize>fromRow << 2));
  for (let row: u32 = fromRow; row < toRow; row++) {
    const at = labels + (<usize>row << 6);
    let ab = v128.load(at);
    let cd = v128.load(at, 16);
    let ef = v128.load(at, 32);
    let gh = v128.load(at, 48);
    const end = load<u32>(first + (<usize>row << 2), 4);
    for (; i < end; i++) {
      const from = labels + (<usize>load<u32>(higher + (<usize>i << 2)) << 6);
      const w = v128.load64_splat(weight + (<usize>i << 3));
      ab = f64x2.pmin(ab, f64x2.add(v128.load(from), w));
      cd = f64x2.pmin(cd, f64x2.add(v128.load(from, 16), w));
      ef = f64x2.pmin(ef, f64x2.add(v128.load(from, 32), w));
      gh = f64x2.pmin(gh, f64x2.add(v128.load(from, 48), w));
    }
    v128.store(at, ab);
    v128.store(at, cd, 16);
    v128.store(at, ef, 32);
    v128.store(at, gh, 48);
  }
}
