import { problem, type Problem } from '#programme/read/draft.ts';
import type { Fields } from '#programme/read/fields.ts';
import type { CellShowing } from '#programme/read/grid/cell-showing.ts';
import type { Header } from '#programme/read/grid/header.ts';
import type { Column } from '#programme/read/grid/headings.ts';
import type { RowHead } from '#programme/read/grid/row-head.ts';
import type { Row } from '#programme/read/grid/rows.ts';
import type { ReadRow } from '#programme/read/grid/table.ts';
import { readMarks } from '#programme/read/marks.ts';
import { titleFields } from '#programme/read/words-of-line.ts';

/** The showings of a cell: what it says first, then its column, its row, and the lines over it. */
export function makeShowings(
  { column, text, said }: ReadRow['cells'][number],
  {
    row,
    head,
    film,
    day,
    header,
    wordsAre,
  }: {
    readonly row: Row;
    readonly head: RowHead;
    readonly film: RowHead | null;
    readonly day: string | null;
    readonly header: Header & { readonly left?: string };
    readonly wordsAre: 'place' | 'film';
  },
): { readonly showings: readonly Fields[] } | { readonly wrong: Problem } {
  const unread = { wrong: problem('cell', { text, column: column.label }) };
  if (column.wrong !== null && column.wrong.kind !== 'notDay') return { wrong: column.wrong };
  if (column.wrong !== null || column.role !== 'data')
    return { wrong: problem('notDay', { text, column: column.label || '…' }) };
  if ('wrong' in said)
    return /^(?:timeUnreadable|noSuchHour)$/.test(said.wrong.kind) ? unread : { wrong: withColumn(said.wrong, column) };
  const ofRow = film ?? head;
  const fields: Fields = { ...(film === null ? {} : film.fields), ...head.fields };
  const ofColumn = column.words !== '' && wordsAre === 'film' ? column.words : '';
  const title = header.left === 'days' ? ofColumn : ofRow.title;
  const date = column.fields.date ?? (header.left === 'days' ? day : null);
  const showings: Fields[] = [];
  for (const one of said.showings) {
    if (title !== '' && one.title !== '') return unread;
    if (title === '' && one.title === '') return { wrong: problem('noTitle') };
    if (header.left === 'days' && date === null) return { wrong: problem('noDay') };
    if (date !== null && one.days.length > 0) return unread;
    if (one.time !== '' && (column.fields.time ?? fields.time) !== undefined) return unread;
    const time = one.time || column.fields.time || fields.time || '';
    const venue =
      one.venue || column.fields.venue || (wordsAre === 'place' ? column.words : '') || fields.venue || row.venue;
    const all: Fields = {
      ...fields,
      ...column.fields,
      title: one.title || title,
      time,
      venue,
      ...roomOf(one, [column.fields, fields, { screen: row.room }]),
      ...versionOf(one, [column.fields, fields]),
      ...priceOf(one, fields),
    };
    for (const each of date !== null ? [date] : one.days.length > 0 ? one.days : [''])
      showings.push({ ...all, date: each });
  }
  return { showings };
}

const withColumn = (wrong: Problem, { label }: Column): Problem => ({
  ...wrong,
  values: { ...wrong.values, column: label },
});

const roomOf = ({ marks }: CellShowing, others: readonly Fields[]): Fields => {
  const screen = [...marks.map((mark) => titleFields(mark).screen), ...others.map((one) => one.screen)].find(Boolean);
  return screen === undefined ? {} : { screen };
};
const priceOf = ({ marks }: CellShowing, fields: Fields): Fields => {
  const price = marks.map((mark) => titleFields(mark).price).find(Boolean) ?? fields.price;
  return price === undefined ? {} : { price };
};
/** The version that is said nearest to the hour; what else is offered adds up. */
const versionOf = ({ marks }: CellShowing, others: readonly Fields[]): Fields => {
  const said = [
    ...marks.map((mark) => titleFields(mark).title ?? ''),
    ...others.map((one) => one.version ?? ''),
  ].filter(Boolean);
  const first = said.findIndex((one) => readMarks(one).version !== 'unknown');
  const kept = said.filter((one, at) => at <= first || first === -1 || readMarks(one).version === 'unknown');
  return kept.length === 0 ? {} : { version: kept.join(' | ') };
};
