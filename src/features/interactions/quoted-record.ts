/** The longest record with quotes that is looked for: a quote left open does not swallow the file. */
const longest = 1 << 16;

/** One record, and where the next one starts. */
export interface QuotedRecord {
  readonly fields: readonly string[];
  readonly end: number;
}

/**
 * Reads the record that starts at `start`, which may hold quoted fields with separators, doubled quotes and line feeds (RFC 4180).
 * 'open' when the bytes end before a quote is closed; 'broken' when it is closed inside a field, or never within 64 KiB.
 */
export function readQuotedRecord(bytes: Buffer, start: number, separator: number): QuotedRecord | 'open' | 'broken' {
  const fields: string[] = [];
  const limit = Math.min(bytes.length, start + longest);
  let at = start;
  for (;;) {
    if (bytes[at] === 34) {
      const close = closingQuote(bytes, at + 1, limit);
      if (close === -1) return limit === bytes.length ? 'open' : 'broken';
      fields.push(bytes.toString('utf8', at + 1, close).replaceAll('""', '"'));
      at = close + 1;
      if (bytes[at] === 13 && (at + 1 === bytes.length || bytes[at + 1] === 10)) at++;
    } else {
      const from = at;
      while (at < bytes.length && bytes[at] !== separator && bytes[at] !== 10) at++;
      fields.push(bytes.toString('utf8', from, at));
    }
    if (at >= bytes.length) return { fields, end: at };
    if (bytes[at] === 10) return { fields, end: at + 1 };
    if (bytes[at] !== separator) return 'broken';
    at++;
  }
}

function closingQuote(bytes: Buffer, from: number, limit: number): number {
  for (let at = from; at < limit; at++) {
    if (bytes[at] !== 34) continue;
    if (bytes[at + 1] !== 34) return at;
    at++;
  }
  return -1;
}
