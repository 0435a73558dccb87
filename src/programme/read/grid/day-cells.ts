import { plainDay, readDay, weekdayOf } from '#programme/read/days.ts';
import { problem, type Problem } from '#programme/read/draft.ts';
import type { WeekSaid } from '#programme/read/grid/week-said.ts';

/** What the heading of a column, or of a row, says of a day. */
export type DayCell =
  | { readonly kind: 'date'; readonly date: Temporal.PlainDate; readonly numbered: boolean }
  | { readonly kind: 'weekday'; readonly weekday: number }
  | { readonly kind: 'wrong'; readonly wrong: Problem };

/** Reads `Mer 25`, `Me 25/11`, `mercredi 25 novembre`, `Mer`, `25/11`; null: no day is meant. */
export function readDayCell(text: string, today: Temporal.PlainDate): DayCell | null {
  if (text.length > 40) return null;
  const plain = plainDay(text.replaceAll(/[\s,:()]+/g, ' ')).replace(/^le /i, '');
  const [, word = '', rest = ''] = /^(\p{L}{2,9})?\s*(.*)$/u.exec(plain) ?? [];
  const weekday = word === '' ? 0 : weekdayOf(word, 2);
  if (weekday > 0 && rest === '') return { kind: 'weekday', weekday };
  const dated = /^\d{1,2}(?:er)?(?:[/.-]\d{1,2}(?:[/.-]\d{2,4})?| \p{L}{3,9}(?: \d{4})?)?$/u.test(rest);
  if (weekday === 0 ? !(word === '' && /^\d{1,2}(?:er)? \p{L}|^\d{1,2}\/\d{1,2}/u.test(rest) && dated) : !dated)
    return /^\d{4}-\d{2}-\d{2}$/.test(plain) ? dateOf(plain, today, false) : null;
  const read = dateOf(plain, today, /^\d{1,2}(?:er)?$/.test(rest));
  // “12 hommes”: a number and a word that is no month
  return weekday === 0 && read.kind === 'wrong' && /\p{L}{2,}/u.test(rest.replace(/^\d+er/, '')) ? null : read;
}

function dateOf(text: string, today: Temporal.PlainDate, numbered: boolean): DayCell {
  const read = readDay(text, today);
  return 'is' in read ? { kind: 'date', date: read.is, numbered } : { kind: 'wrong', wrong: read.wrong };
}

/** A day that stands in order among others. */
export type OrderedDay =
  | { readonly date: Temporal.PlainDate; readonly supposed: boolean }
  | { readonly wrong: Problem };

/** How far a day without its month may be from the one before it. */
const farthest = 14;

/**
 * Makes days of headings in their order: a weekday without a number is the first in the week that the text says, or the first to come (`supposed`), then the
 * first after the day before it.
 */
export function orderDays(
  said: WeekSaid | null,
  today: Temporal.PlainDate,
): (cell: DayCell, text: string) => OrderedDay {
  let last: Temporal.PlainDate | null = null;
  let supposed = false;
  const week = said?.week ?? null;
  return (cell, text) => {
    if (cell.kind === 'wrong') return { wrong: cell.wrong };
    if (cell.kind === 'date') {
      const far: boolean = last !== null && Math.abs(last.until(cell.date).total('days')) > farthest;
      if (cell.numbered && far) return { wrong: problem('weekdayWrong', { text }) };
      [last, supposed] = [cell.date, false];
      return { date: cell.date, supposed: false };
    }
    if (said !== null && week === null) return { wrong: problem('dayUnreadable', { text }) };
    if (last === null) supposed = week === null;
    const from: Temporal.PlainDate = last === null ? (week?.from ?? today) : last.add({ days: 1 });
    const date = from.add({ days: (cell.weekday - from.dayOfWeek + 7) % 7 });
    if (week !== null && Temporal.PlainDate.compare(date, week.to) > 0)
      return { wrong: problem('dayUnreadable', { text }) };
    last = date;
    return { date, supposed };
  };
}
