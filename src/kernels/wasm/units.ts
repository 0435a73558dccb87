/** The next unit of work of the call that runs, 0 first. Shared by all threads. */
export function nextUnit(counter: usize): i32 {
  return atomic.add<i32>(counter, 1);
}

/** The byte address of element `row * stride + column` of 4-byte values. */
export function at(base: usize, row: i32, stride: i32, column: i32): usize {
  return base + ((usize(row) * usize(stride) + usize(column)) << 2);
}
