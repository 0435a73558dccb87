import { BLOCK_COLUMNS } from './micro';
import { at } from './units';

/** C = alpha·block + beta·C on the first `rows` x `columns` of a block of the registers; with beta 0, C is not read. */
export function mergeBlock(block: usize, c: usize, stride: i32, rows: i32, columns: i32, alpha: f32, beta: f32): void {
  const scale = f32x4.splat(alpha);
  const keep = f32x4.splat(beta);
  for (let r = 0; r < rows; r++) {
    const from = block + usize(r) * (usize(BLOCK_COLUMNS) << 2);
    const to = at(c, r, stride, 0);
    if (columns == BLOCK_COLUMNS) {
      for (let j: usize = 0; j < usize(BLOCK_COLUMNS) << 2; j += 32) {
        let left = f32x4.mul(v128.load(from + j), scale);
        let right = f32x4.mul(v128.load(from + j, 16), scale);
        if (beta != 0) {
          left = f32x4.add(left, f32x4.mul(v128.load(to + j), keep));
          right = f32x4.add(right, f32x4.mul(v128.load(to + j, 16), keep));
        }
        v128.store(to + j, left);
        v128.store(to + j, right, 16);
      }
    } else {
      for (let j: usize = 0; j < usize(columns) << 2; j += 4) {
        const value = load<f32>(from + j) * alpha;
        store<f32>(to + j, beta == 0 ? value : value + load<f32>(to + j) * beta);
      }
    }
  }
}
