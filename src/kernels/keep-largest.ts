/**
 * The places of the values that are largest in size, zeros and one place left out; ties go to the lower place.
 * @param most how many; fewer come back when fewer are not zero
 * @param except a place that is never kept, -1 for none
 * @returns places in rising order
 */
export function keepLargest(values: Float32Array, most: number, except = -1): Int32Array {
  const limit = Math.max(0, Math.min(most, values.length));
  const heap = new Int32Array(limit);
  let size = 0;
  const less = (a: number, b: number): boolean => {
    const [x, y] = [Math.abs(values[a]!), Math.abs(values[b]!)];
    return x < y || (x === y && a > b);
  };
  const sink = (place: number): void => {
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && less(heap[child + 1]!, heap[child]!)) child++;
      if (!less(heap[child]!, place)) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = place;
  };
  let floor = 0;
  for (let place = 0; place < values.length; place++) {
    const value = Math.abs(values[place]!);
    if (!(value > floor) || place === except) continue;
    if (size < limit) {
      let at = size++;
      while (at > 0) {
        const parent = (at - 1) >> 1;
        if (!less(place, heap[parent]!)) break;
        heap[at] = heap[parent]!;
        at = parent;
      }
      heap[at] = place;
    } else if (limit > 0) sink(place);
    if (size === limit && limit > 0) floor = Math.abs(values[heap[0]!]!);
  }
  return heap.slice(0, size).sort();
}
