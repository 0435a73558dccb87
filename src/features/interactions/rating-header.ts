import { fault } from '#errors.ts';
import { readQuotedRecord } from '#features/interactions/quoted-record.ts';
import type { RatingLayout } from '#kernels/scan-ratings.ts';

/** The names that a header may give to its three columns, lower case. */
export interface ColumnNames {
  readonly viewer: readonly string[];
  readonly film: readonly string[];
  readonly rating: readonly string[];
}

export interface Header {
  readonly separator: number;
  /** Lower case, trimmed. */
  readonly names: readonly string[];
}

const separators = [',', ';', '\t'];

/** Reads the first line of a file with a header; its fields are parted by commas, semicolons or tabs, whichever it has most of. */
export function readHeader(line: Buffer): Header {
  const text = line.toString('utf8');
  const [best = ','] = separators.toSorted((a, b) => text.split(b).length - text.split(a).length);
  const separator = best.charCodeAt(0);
  const record = readQuotedRecord(line, 0, separator);
  const fields = typeof record === 'string' ? text.split(best) : record.fields;
  return { separator, names: fields.map((name) => name.trim().toLowerCase()) };
}

/**
 * Where the viewer, the film and the rating stand in the lines that follow.
 * @param expected what the first line must be, for the message
 * @throws RATINGS_HEADER
 */
export function layoutOfHeader({ separator, names }: Header, columns: ColumnNames, file: string, expected: string) {
  const place = (wanted: readonly string[]): number => {
    const places = names.flatMap((name, at) => (wanted.includes(name) ? [at] : []));
    const [first] = places;
    if (first === undefined)
      throw fault('RATINGS_HEADER', { file, problem: `there is no column “${wanted.join('” or “')}”`, expected });
    if (places.length > 1)
      throw fault('RATINGS_HEADER', { file, problem: `the column “${wanted.join('” or “')}” stands twice`, expected });
    return first;
  };
  return {
    separator,
    doubled: false,
    fields: names.length,
    exact: true,
    viewer: place(columns.viewer),
    film: place(columns.film),
    rating: place(columns.rating),
  } satisfies RatingLayout;
}
