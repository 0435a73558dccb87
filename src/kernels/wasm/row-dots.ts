/**
 * dots[r] = row r · query for the rows flagged 1, 0 for the others. Rows of `depth` 8-bit whole numbers, a multiple of 16; the query in 32 bits.
 * Each dot product is summed in 16 parts, in the same order everywhere.
 */
export function rowDots(rows: usize, depth: i32, count: i32, flags: usize, query: usize, dots: usize): void {
  for (let r = 0; r < count; r++, rows += usize(depth), dots += 4) {
    store<f32>(dots, load<u8>(flags + usize(r)) == 1 ? rowDot(rows, depth, query) : 0);
  }
}

function rowDot(row: usize, depth: i32, query: usize): f32 {
  let a = f32x4.splat(0);
  let b = f32x4.splat(0);
  let c = f32x4.splat(0);
  let d = f32x4.splat(0);
  for (let k = 0; k < depth; k += 16, row += 16, query += 64) {
    const bytes = v128.load(row);
    const low = i16x8.extend_low_i8x16_s(bytes);
    const high = i16x8.extend_high_i8x16_s(bytes);
    a = f32x4.add(a, f32x4.mul(f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(low)), v128.load(query)));
    b = f32x4.add(b, f32x4.mul(f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(low)), v128.load(query, 16)));
    c = f32x4.add(c, f32x4.mul(f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(high)), v128.load(query, 32)));
    d = f32x4.add(d, f32x4.mul(f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(high)), v128.load(query, 48)));
  }
  return sumOf(a, b, c, d);
}

/** The same for rows of 32-bit values. */
export function rowDotsFloat(rows: usize, depth: i32, count: i32, flags: usize, query: usize, dots: usize): void {
  for (let r = 0; r < count; r++, rows += usize(depth) << 2, dots += 4) {
    store<f32>(dots, load<u8>(flags + usize(r)) == 1 ? rowDotFloat(rows, depth, query) : 0);
  }
}

function rowDotFloat(row: usize, depth: i32, query: usize): f32 {
  let a = f32x4.splat(0);
  let b = f32x4.splat(0);
  let c = f32x4.splat(0);
  let d = f32x4.splat(0);
  for (let k = 0; k < depth; k += 16, row += 64, query += 64) {
    a = f32x4.add(a, f32x4.mul(v128.load(row), v128.load(query)));
    b = f32x4.add(b, f32x4.mul(v128.load(row, 16), v128.load(query, 16)));
    c = f32x4.add(c, f32x4.mul(v128.load(row, 32), v128.load(query, 32)));
    d = f32x4.add(d, f32x4.mul(v128.load(row, 48), v128.load(query, 48)));
  }
  return sumOf(a, b, c, d);
}

function sumOf(a: v128, b: v128, c: v128, d: v128): f32 {
  const sum = f32x4.add(f32x4.add(a, b), f32x4.add(c, d));
  return (
    f32x4.extract_lane(sum, 0) + f32x4.extract_lane(sum, 1) + (f32x4.extract_lane(sum, 2) + f32x4.extract_lane(sum, 3))
  );
}
