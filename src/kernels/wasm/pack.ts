import { BLOCK_COLUMNS } from './micro';
import { at } from './units';

/** Packs `count` rows x `depth` values of a matrix into panels of 6 rows: [panel][depth][6], missing rows are 0. Strides in values. */
export function packRows(to: usize, from: usize, count: i32, depth: i32, stride: i32, depthStride: i32): void {
  const step = usize(depthStride) << 2;
  for (let first = 0; first < count; first += 6) {
    const p0 = at(from, first, stride, 0);
    if (first + 6 <= count) {
      const s = usize(stride) << 2;
      const p1 = p0 + s;
      const p2 = p1 + s;
      const p3 = p2 + s;
      const p4 = p3 + s;
      const p5 = p4 + s;
      for (let k = 0, o: usize = 0; k < depth; k++, o += step, to += 24) {
        store<f32>(to, load<f32>(p0 + o));
        store<f32>(to, load<f32>(p1 + o), 4);
        store<f32>(to, load<f32>(p2 + o), 8);
        store<f32>(to, load<f32>(p3 + o), 12);
        store<f32>(to, load<f32>(p4 + o), 16);
        store<f32>(to, load<f32>(p5 + o), 20);
      }
    } else {
      for (let k = 0; k < depth; k++, to += 24) {
        for (let i = 0; i < 6; i++) {
          const value: f32 = first + i < count ? load<f32>(at(p0, i, stride, 0) + usize(k) * step) : 0;
          store<f32>(to + (usize(i) << 2), value);
        }
      }
    }
  }
}

/** The bytes from one row of a packed panel of columns to the next. */
const PITCH: usize = usize(BLOCK_COLUMNS) << 2;

/** Packs `count` columns x `depth` values of a matrix into panels of 8 (16) columns: [panel][depth][8], missing columns are 0. Strides in values. */
export function packColumns(to: usize, from: usize, count: i32, depth: i32, stride: i32, depthStride: i32): void {
  const step = usize(depthStride) << 2;
  for (let first = 0; first < count; first += BLOCK_COLUMNS, to += PITCH * usize(depth)) {
    const p0 = at(from, first, stride, 0);
    if (first + BLOCK_COLUMNS <= count) {
      if (stride == 1) {
        for (let k = 0, p = p0, row = to; k < depth; k++, p += step, row += PITCH) {
          v128.store(row, v128.load(p));
          v128.store(row, v128.load(p, 16), 16);
          if (BLOCK_COLUMNS == 16) {
            v128.store(row, v128.load(p, 32), 32);
            v128.store(row, v128.load(p, 48), 48);
          }
        }
        continue;
      }
      for (let c = 0; c < BLOCK_COLUMNS; c += 8)
        packEight(to + (usize(c) << 2), at(p0, c, stride, 0), depth, usize(stride) << 2, step);
    } else {
      for (let k = 0, row = to; k < depth; k++, row += PITCH) {
        for (let i = 0; i < BLOCK_COLUMNS; i++) {
          const value: f32 = first + i < count ? load<f32>(at(p0, i, stride, 0) + usize(k) * step) : 0;
          store<f32>(row + (usize(i) << 2), value);
        }
      }
    }
  }
}

// Eight columns that do not lie side by side; strides in bytes.
function packEight(to: usize, p0: usize, depth: i32, stride: usize, step: usize): void {
  const p1 = p0 + stride;
  const p2 = p1 + stride;
  const p3 = p2 + stride;
  const p4 = p3 + stride;
  const p5 = p4 + stride;
  const p6 = p5 + stride;
  const p7 = p6 + stride;
  for (let k = 0, o: usize = 0; k < depth; k++, o += step, to += PITCH) {
    store<f32>(to, load<f32>(p0 + o));
    store<f32>(to, load<f32>(p1 + o), 4);
    store<f32>(to, load<f32>(p2 + o), 8);
    store<f32>(to, load<f32>(p3 + o), 12);
    store<f32>(to, load<f32>(p4 + o), 16);
    store<f32>(to, load<f32>(p5 + o), 20);
    store<f32>(to, load<f32>(p6 + o), 24);
    store<f32>(to, load<f32>(p7 + o), 28);
  }
}
