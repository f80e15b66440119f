// Reads bytes from `at` on, 64 at a time, as fast as memory gives them: the limit of every pass over the same bytes.
export function read(at: usize, bytes: usize): i32 {
  let a = i32x4.splat(0);
  let b = a;
  let c = a;
  let d = a;
  for (const end = at + bytes; at < end; at += 64) {
    a = v128.or(a, v128.load(at));
    b = v128.or(b, v128.load(at, 16));
    c = v128.or(c, v128.load(at, 32));
    d = v128.or(d, v128.load(at, 48));
  }
  return v128.any_true(v128.or(v128.or(a, b), v128.or(c, d))) ? 1 : 0;
}
