/** Columns of whole numbers, read from text a block of bytes at a time. */
export interface IntegerColumns {
  /** Reads on; a line may be cut anywhere between two blocks. */
  push(bytes: Uint8Array): void;
  /** Ends the last line, and gives the columns: one array each, of the same length. */
  end(): Int32Array<ArrayBuffer>[];
}

/**
 * Reads the first `columns` numbers of every line, whatever bytes stand between them (`::`, a comma, a tab). Decimals are cut off: 4.5 reads as 4.
 * Lines with fewer numbers, such as a header, are left out.
 */
export function integerColumns(columns: number): IntegerColumns {
  let capacity = 1 << 16;
  let out = Array.from({ length: columns }, () => new Int32Array(capacity));
  let length = 0;
  let column = 0;
  let value = 0;
  let inNumber = false;
  let inDecimals = false;
  const endNumber = (): void => {
    if (column < columns) out[column]![length] = value;
    column++;
    value = 0;
    inNumber = false;
  };
  const endLine = (): void => {
    if (inNumber) endNumber();
    if (column >= columns) length++;
    column = 0;
    inDecimals = false;
    if (length < capacity) return;
    capacity *= 2;
    out = out.map((held) => {
      const larger = new Int32Array(capacity);
      larger.set(held);
      return larger;
    });
  };
  return {
    push(bytes) {
      for (let at = 0; at < bytes.length; at++) {
        const byte = bytes[at]!;
        if (byte >= 48 && byte <= 57) {
          if (inDecimals) continue;
          value = value * 10 + byte - 48;
          inNumber = true;
        } else if (byte === 10) endLine();
        else {
          inDecimals = byte === 46 && inNumber;
          if (inNumber) endNumber();
        }
      }
    },
    end() {
      endLine();
      return out.map((held) => held.slice(0, length));
    },
  };
}
