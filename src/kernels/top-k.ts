/**
 * The indices of the k highest scores, best first; ties go to the lower index. `-Infinity` and `NaN` are never returned.
 * @param scores one score an item
 * @param k how many; fewer come back when fewer are finite
 */
export function topK(scores: Float32Array | Float64Array, k: number): Int32Array {
  const heap = new Int32Array(Math.max(0, Math.min(k, scores.length)));
  if (heap.length === 0) return heap;
  let size = 0;
  // worse(a, b): a deserves its place less than b
  const worse = (a: number, b: number): boolean => scores[a]! < scores[b]! || (scores[a] === scores[b] && a > b);
  const sink = (from: number, value: number): void => {
    let at = from;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && worse(heap[child + 1]!, heap[child]!)) child++;
      if (!worse(heap[child]!, value)) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = value;
  };
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i]!;
    if (!(score > -Infinity)) continue;
    if (size < heap.length) {
      let at = size++;
      while (at > 0) {
        const parent = (at - 1) >> 1;
        if (!worse(i, heap[parent]!)) break;
        heap[at] = heap[parent]!;
        at = parent;
      }
      heap[at] = i;
    } else if (worse(heap[0]!, i)) sink(0, i);
  }
  const ranked = new Int32Array(size);
  for (let last = size - 1; last >= 0; last--) {
    ranked[last] = heap[0]!;
    size--;
    if (size > 0) sink(0, heap[size]!);
  }
  return ranked;
}
