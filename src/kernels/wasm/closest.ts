/**
 * The columns that one film is closest to: their sums over shared terms, term by term in 32 bits, plus `scale` x the dot product of the latent
 * vectors. The largest `most` that are above 0 go to `columns` and `sums`, largest first; of equals the lower column.
 * The film has `count` terms (rising) with their values, and `deep` 16-bit numbers, a multiple of 8; `starts`, `holders` and `values` list the columns of
 * each term; `latent` holds `deep` 8-bit numbers a column, and no dot product with the film's is beyond `limit` / `scale`. `scratch`: 4·n bytes.
 */
export function closest(
  n: i32,
  count: i32,
  terms: usize,
  weights: usize,
  starts: usize,
  holders: usize,
  values: usize,
  deep: i32,
  query: usize,
  latent: usize,
  scale: f64,
  limit: f64,
  most: i32,
  columns: usize,
  sums: usize,
  scratch: usize,
): void {
  memory.fill(scratch, 0, usize(n) << 2);
  for (let k = 0; k < count; k++) {
    const weight = f64(load<f32>(weights + (usize(k) << 2)));
    const list = starts + (usize(load<i32>(terms + (usize(k) << 2))) << 2);
    const end = usize(load<i32>(list, 4)) << 2;
    for (let at = usize(load<i32>(list)) << 2; at < end; at += 4) {
      const sum = scratch + (usize(load<i32>(holders + at)) << 2);
      store<f32>(sum, f32(f64(load<f32>(sum)) + weight * f64(load<f32>(values + at))));
    }
  }
  memory.fill(columns, 0xff, usize(most) << 2);
  memory.fill(sums, 0, usize(most) << 2);
  const last = sums + (usize(most - 1) << 2);
  let least: f32 = 0;
  for (let column = 0; column < n; column++) {
    const sum = f64(load<f32>(scratch + (usize(column) << 2)));
    // Rounding keeps the order, so what cannot pass the last kept even at the limit does not pass it.
    if (sum + limit <= f64(least)) continue;
    const bond = deep > 0 ? f32(sum + scale * f64(shortDot(query, latent + usize(column * deep), deep))) : f32(sum);
    if (bond <= least) continue;
    insert(columns, sums, most, column, bond);
    least = load<f32>(last);
  }
}

function shortDot(query: usize, row: usize, deep: i32): i32 {
  let sum = i32x4.splat(0);
  const end = row + usize(deep);
  for (; row < end; row += 8, query += 16)
    sum = i32x4.add(sum, i32x4.dot_i16x8_s(v128.load(query), v128.load_ext<i8>(row)));
  return (
    i32x4.extract_lane(sum, 0) + i32x4.extract_lane(sum, 1) + i32x4.extract_lane(sum, 2) + i32x4.extract_lane(sum, 3)
  );
}

function insert(columns: usize, sums: usize, most: i32, column: i32, bond: f32): void {
  let place = usize(most - 1) << 2;
  for (; place > 0 && load<f32>(sums + place - 4) < bond; place -= 4) {
    store<f32>(sums + place, load<f32>(sums + place - 4));
    store<i32>(columns + place, load<i32>(columns + place - 4));
  }
  store<f32>(sums + place, bond);
  store<i32>(columns + place, column);
}
