import { mergeBlock } from './merge';
import { BLOCK_COLUMNS, BLOCK_ROWS, multiplyPanels } from './micro';
import { packColumns, packRows } from './pack';
import { at, nextUnit } from './units';

/** Values of the inner dimension taken at a time: a packed panel of B is then 8 KB (16 KB), in the first-level cache. */
const DEPTH = 256;

/**
 * C (m x n, row stride ldc) = alpha·A·B + beta·C, one tile of C (tileRows x tileColumns) a unit of work. A is m x k, B is k x n; their
 * strides, in values, say how they lie, so that a transpose costs nothing. With `lower`, blocks wholly above the diagonal are left out.
 * `scratch`: 512 + 4·256·(tileRows + tileColumns + 22) bytes.
 */
export function gemm(
  counter: usize,
  m: i32,
  n: i32,
  k: i32,
  a: usize,
  aRow: i32,
  aColumn: i32,
  b: usize,
  bRow: i32,
  bColumn: i32,
  c: usize,
  ldc: i32,
  alpha: f32,
  beta: f32,
  lower: i32,
  tileRows: i32,
  tileColumns: i32,
  scratch: usize,
): i32 {
  const down = (m + tileRows - 1) / tileRows;
  const units = down * ((n + tileColumns - 1) / tileColumns);
  const packedB = scratch + 512;
  const packedA = packedB + usize(DEPTH) * usize(tileColumns + BLOCK_COLUMNS) * 4;
  for (let unit = nextUnit(counter); unit < units; unit = nextUnit(counter)) {
    const top = (unit % down) * tileRows;
    const left = (unit / down) * tileColumns;
    const rows = min(tileRows, m - top);
    const columns = min(tileColumns, n - left);
    if (lower != 0 && top + rows <= left) continue;
    let depth = 0;
    let keep = beta;
    do {
      const deep = min(DEPTH, k - depth);
      packColumns(packedB, at(b, depth, bRow, 0) + at(0, left, bColumn, 0), columns, deep, bColumn, bRow);
      packRows(packedA, at(a, top, aRow, 0) + at(0, depth, aColumn, 0), rows, deep, aRow, aColumn);
      multiplyTile(
        packedA,
        packedB,
        deep,
        rows,
        columns,
        at(c, top, ldc, left),
        ldc,
        alpha,
        keep,
        lower != 0 ? left - top : -columns,
        scratch,
      );
      keep = 1;
      depth += DEPTH;
    } while (depth < k);
  }
  return 0;
}

// `above`: the tile's column 0 lies that many columns to the right of the diagonal of its row 0.
function multiplyTile(
  a: usize,
  b: usize,
  depth: i32,
  rows: i32,
  columns: i32,
  c: usize,
  ldc: i32,
  alpha: f32,
  beta: f32,
  above: i32,
  block: usize,
): void {
  for (let j = 0; j < columns; j += BLOCK_COLUMNS) {
    const panel = b + usize(j) * usize(depth) * 4;
    for (let i = 0; i < rows; i += BLOCK_ROWS) {
      if (i + BLOCK_ROWS <= above + j) continue;
      multiplyPanels(depth, a + usize(i) * usize(depth) * 4, panel, block);
      mergeBlock(block, at(c, i, ldc, j), ldc, min(BLOCK_ROWS, rows - i), min(BLOCK_COLUMNS, columns - j), alpha, beta);
    }
  }
}
