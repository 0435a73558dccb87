/** Values of a row summed at once, in 8 of the vector registers. */
const STRIP = 32;

/** out = X·B: X is `rows` rows of a sparse matrix; B has `wide` 32-bit values a row, a multiple of 32, as has out. */
export function sparseTimes(
  rows: i32,
  starts: usize,
  columns: usize,
  values: usize,
  wide: i32,
  dense: usize,
  out: usize,
): void {
  const step = usize(wide) << 2;
  for (let r = 0; r < rows; r++, starts += 4, out += step) {
    const from = usize(load<i32>(starts)) << 2;
    const end = usize(load<i32>(starts, 4)) << 2;
    for (let strip: usize = 0; strip < step; strip += STRIP << 2)
      sumStrip(from, end, columns, values, step, dense + strip, out + strip);
  }
}

function sumStrip(from: usize, end: usize, columns: usize, values: usize, step: usize, dense: usize, out: usize): void {
  let s0 = f32x4.splat(0);
  let s1 = f32x4.splat(0);
  let s2 = f32x4.splat(0);
  let s3 = f32x4.splat(0);
  let s4 = f32x4.splat(0);
  let s5 = f32x4.splat(0);
  let s6 = f32x4.splat(0);
  let s7 = f32x4.splat(0);
  for (let k = from; k < end; k += 4) {
    const row = dense + usize(load<i32>(columns + k)) * step;
    const value = v128.load32_splat(values + k);
    s0 = f32x4.add(s0, f32x4.mul(value, v128.load(row)));
    s1 = f32x4.add(s1, f32x4.mul(value, v128.load(row, 16)));
    s2 = f32x4.add(s2, f32x4.mul(value, v128.load(row, 32)));
    s3 = f32x4.add(s3, f32x4.mul(value, v128.load(row, 48)));
    s4 = f32x4.add(s4, f32x4.mul(value, v128.load(row, 64)));
    s5 = f32x4.add(s5, f32x4.mul(value, v128.load(row, 80)));
    s6 = f32x4.add(s6, f32x4.mul(value, v128.load(row, 96)));
    s7 = f32x4.add(s7, f32x4.mul(value, v128.load(row, 112)));
  }
  v128.store(out, s0);
  v128.store(out, s1, 16);
  v128.store(out, s2, 32);
  v128.store(out, s3, 48);
  v128.store(out, s4, 64);
  v128.store(out, s5, 80);
  v128.store(out, s6, 96);
  v128.store(out, s7, 112);
}
