import { dayInParis } from '#calendar/week.ts';
import { plainDay, readDay, weekdayAlone, weekEnds } from '#programme/read/days.ts';
import {
  problem,
  shorten,
  type Fault,
  type Note,
  type Problem,
  type Reading,
  type ReadOptions,
} from '#programme/read/draft.ts';
import type { Fields } from '#programme/read/fields.ts';
import { gatherLines, type FieldLine } from '#programme/read/gather.ts';
import { tableAt, tableNotes } from '#programme/read/grid/grid.ts';
import type { Around } from '#programme/read/grid/headings.ts';
import type { Table } from '#programme/read/grid/table.ts';
import { weeksSaid } from '#programme/read/grid/week-said.ts';
import { readShowingLine, type Film } from '#programme/read/showing-line.ts';
import { trimTitle } from '#programme/read/titles.ts';
import { isUnclear, tokensOf, type Token } from '#programme/read/tokens.ts';
import { detailFields, isTitle, opensAsCredits, titleFields } from '#programme/read/words-of-line.ts';

/** A longer line is no line of a programme. */
const longestLine = 500;

/**
 * Reads a programme as small cinemas write it in mails: a title, then its days and hours; or a day, then its hours and titles; a line that is the name of a
 * venue holds for what follows; or a table, wherever it stands in the text. What is neither is left aside, and told.
 */
export function readText(text: string, options: ReadOptions): Reading {
  const lines: FieldLine[] = [];
  const faults: Fault[] = [];
  const notes: Note[] = [];
  const aside: number[] = [];
  const films: Film[] = [];
  const tables: Table[] = [];
  let venue = '';
  let days: readonly string[] = [];
  let film: Film | null = null;
  let [blank, undated] = [true, false];
  const today = dayInParis(options.now);
  const refuse = (line: number, written: string, wrong: Problem): void =>
    void faults.push({ line, text: shorten(written, 300), problems: [wrong] });
  const show = (line: number, written: string, fields: Fields): void =>
    void lines.push({ line, text: written, fields });

  const written = text.split('\n');
  const isVenue = options.isVenue ?? ((): boolean => false);
  const around: Around = { lines: written, today, isVenue, weeks: weeksSaid(written, today) };
  let next = 0;
  for (const [at, words] of written.entries()) {
    if (at < next) continue;
    const line = at + 1;
    const trimmed = words.trim();
    if (!/[\p{L}\p{N}]/u.test(trimmed)) {
      blank ||= trimmed === '';
      continue;
    }
    if (isVenue(trimTitle(trimmed))) {
      [venue, film] = [trimTitle(trimmed), null];
      blank = true;
      continue;
    }
    const table = tableAt(around, at, venue);
    if (table !== null) {
      tables.push(table);
      lines.push(...table.lines);
      faults.push(...table.faults);
      aside.push(...table.aside);
      [next, film, days, blank] = [table.next, null, [], true];
      continue;
    }
    if (trimmed.length > longestLine) {
      aside.push(line);
      continue;
    }
    const tokens = tokensOf(trimmed, today);
    undated ||= tokens.some(({ kind, text: said }) => kind === 'day' && weekdayAlone(said) > 0);
    const has = (kind: Token['kind']): boolean => tokens.some((token) => token.kind === kind);
    const unclear = tokens.find(isUnclear);
    if (unclear !== undefined) {
      refuse(line, trimmed, problem('dayUnreadable', { text: unclear.text }));
      [film, days] = [null, []];
    } else if (has('range')) {
      if (has('time')) refuse(line, trimmed, problem('range', { text: trimmed }));
      else aside.push(line);
      days = [];
    } else if (has('time') || has('day')) {
      const read = readShowingLine(tokens, { days, film });
      days = read.days;
      for (const one of read.showings) show(line, trimmed, { ...one, venue });
      if (read.title !== null) {
        film = { line, fields: titleFields(read.title), showings: read.showings.length };
        films.push(film);
      } else if (film !== null) film.showings += read.showings.filter(({ ofFilm }) => ofFilm === 'yes').length;
      if (read.showings.length === 0 && has('day')) {
        const known = readDay(plainDay(days.at(-1) ?? ''), today);
        if ('wrong' in known) refuse(line, trimmed, known.wrong);
      }
    } else if (film !== null && !blank && film.showings === 0) {
      const more = detailFields(trimmed);
      if (more === null) aside.push(line);
      else film.fields = { ...film.fields, ...more };
    } else if (isTitle(trimmed) || (blank && film?.showings !== 0 && opensAsCredits(trimmed))) {
      film = { line, fields: titleFields(trimmed), showings: 0 };
      films.push(film);
    } else {
      aside.push(line);
      // what stands alone may have been a title: the hours under it are not those of the film before
      if (blank && film?.showings !== 0) film = null;
    }
    blank = false;
  }
  for (const { line, fields, showings } of films)
    if (showings === 0) notes.push({ line, ...problem('titleAlone', { text: fields.title ?? '' }) });
  if (undated) {
    const last = today.add({ days: weekEnds(today) ? 7 : 6 });
    notes.push({ line: 0, ...problem('undated', { from: today.toString(), to: last.toString() }) });
  }
  notes.push(...tableNotes(tables));
  if (aside.length > 0) notes.push({ line: 0, ...problem('leftAside', { lines: shorten(aside.join(', '), 100) }) });
  return gatherLines('text', lines, options, { faults, notes });
}
