import { closeSync, openSync } from 'node:fs';
import { writeAll } from '#catalogue/sources/write-all.ts';

export type Cell = string | number | boolean | readonly string[] | null;

export interface TsvWriter extends Disposable {
  row(cells: readonly Cell[]): void;
  /** Writes what is left; leaving by `using` closes the file too, without writing more. */
  close(): void;
}

/**
 * Writes rows for the database to read back: tab-separated, no header, `\N` for null, lists joined by U+001F, no quoting. Tabs and
 * line breaks inside a text become spaces.
 */
export function tsvWriter(path: string): TsvWriter {
  const descriptor = openSync(path, 'w');
  let open = true;
  let pending: string[] = [];
  const flush = (): void => {
    const bytes = Buffer.from(pending.join(''));
    writeAll(descriptor, bytes, bytes.length);
    pending = [];
  };
  const release = (): void => {
    if (open) closeSync(descriptor);
    open = false;
  };
  return {
    row(cells) {
      pending.push(`${cells.map(cellText).join('\t')}\n`);
      if (pending.length >= 4096) flush();
    },
    close() {
      flush();
      release();
    },
    [Symbol.dispose]: release,
  };
}

function cellText(cell: Cell): string {
  if (cell === null || cell === '') return '\\N';
  if (typeof cell === 'string') return cell.replaceAll(/[\t\r\n]+/g, ' ');
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell);
  return cell.length === 0
    ? '\\N'
    : cell.map((item) => item.replaceAll(/[\t\r\n]+/g, ' ').replaceAll('\u001f', ' ')).join('\u001f');
}
