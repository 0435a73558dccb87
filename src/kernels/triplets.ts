/** A growing list of (row, column, value) cells on typed arrays. */
export interface Triplets {
  push(row: number, column: number, value: number): void;
  readonly length: number;
  row(): Int32Array;
  column(): Int32Array;
  value(): Float32Array;
}

export function triplets(capacity = 1 << 16): Triplets {
  let rows = new Int32Array(capacity);
  let columns = new Int32Array(capacity);
  let values = new Float32Array(capacity);
  let length = 0;
  return {
    push(row, column, value) {
      if (length === rows.length) {
        const room = Math.max(16, length * 2);
        const [r, c, v] = [new Int32Array(room), new Int32Array(room), new Float32Array(room)];
        r.set(rows);
        c.set(columns);
        v.set(values);
        [rows, columns, values] = [r, c, v];
      }
      rows[length] = row;
      columns[length] = column;
      values[length++] = value;
    },
    get length() {
      return length;
    },
    row: () => rows.subarray(0, length),
    column: () => columns.subarray(0, length),
    value: () => values.subarray(0, length),
  };
}
