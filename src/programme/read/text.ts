import { dayInParis } from '#calendar/week.ts';
import { readDay, weekdayAlone } from '#programme/read/days.ts';
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
import { readTitle, saysMarks, trimTitle } from '#programme/read/titles.ts';
import { tokensOf, type Token } from '#programme/read/tokens.ts';

/** A longer line is no line of a programme. */
const longestLine = 500;

/** A film as its title line, and the lines under it, say it. */
interface Film {
  readonly line: number;
  fields: Fields;
  showings: number;
}

/**
 * Reads a programme as small cinemas write it in mails: a title, then its days and hours; or a day, then its hours and titles; a line that is the name of a
 * venue holds for what follows. What is neither is left aside, and told.
 */
export function readText(text: string, options: ReadOptions): Reading {
  const lines: FieldLine[] = [];
  const faults: Fault[] = [];
  const notes: Note[] = [];
  const aside: number[] = [];
  const films: Film[] = [];
  let venue = '';
  let days: readonly string[] = [];
  let film: Film | null = null;
  let [blank, undated] = [true, false];
  const today = dayInParis(options.now);
  const refuse = (line: number, written: string, wrong: Problem): void =>
    void faults.push({ line, text: shorten(written, 300), problems: [wrong] });
  const show = (line: number, written: string, fields: Fields): void =>
    void lines.push({ line, text: written, fields });

  for (const [at, written] of text.split('\n').entries()) {
    const line = at + 1;
    const trimmed = written.trim();
    if (!/[\p{L}\p{N}]/u.test(trimmed)) {
      blank ||= trimmed === '';
      continue;
    }
    if (options.isVenue?.(trimTitle(trimmed)) === true) {
      [venue, film] = [trimTitle(trimmed), null];
      blank = true;
      continue;
    }
    if (trimmed.length > longestLine) {
      aside.push(line);
      continue;
    }
    const tokens = tokensOf(trimmed);
    undated ||= tokens.some(({ kind, text: said }) => kind === 'day' && weekdayAlone(said) > 0);
    const has = (kind: Token['kind']): boolean => tokens.some((token) => token.kind === kind);
    if (has('range')) {
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
      if (read.wrong !== null) refuse(line, trimmed, read.wrong);
      if (read.showings.length === 0 && read.wrong === null && has('day')) {
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
  if (undated)
    notes.push({ line: 0, ...problem('undated', { from: today.toString(), to: `${today.add({ days: 6 })}` }) });
  if (aside.length > 0) notes.push({ line: 0, ...problem('leftAside', { lines: shorten(aside.join(', '), 100) }) });
  return gatherLines('text', lines, options, { faults, notes });
}

interface ShowingLine {
  /** The days that hold for the lines that follow: “mercredi 25 et samedi 28”. */
  readonly days: readonly string[];
  /** The title that holds for the lines that follow, when the line says one before its days or hours. */
  readonly title: string | null;
  readonly showings: readonly (Fields & { readonly ofFilm?: 'yes' })[];
  readonly wrong: Problem | null;
}

/** A line of days and hours: with its title before them, with a title after each, or without any: of the film above. */
function readShowingLine(
  tokens: readonly Token[],
  above: { readonly days: readonly string[]; readonly film: Film | null },
): ShowingLine {
  const [first] = tokens;
  const rest = first?.kind === 'text' && !saysMarks(first.text) && !isRoom(first.text) ? tokens.slice(1) : tokens;
  const title = rest === tokens ? null : (first?.text ?? null);
  let days = above.days;
  let [afterDay, ofLine] = [false, false];
  let waiting: { readonly day: string; readonly time: string }[] = [];
  const showings: (Fields & { readonly ofFilm?: 'yes' })[] = [];
  const ofFilm: Fields = title === null ? (above.film?.fields ?? {}) : titleFields(title);
  const flush = (said: string): void => {
    for (const one of waiting)
      showings.push({
        ...withMarks(ofFilm, said),
        date: plainDay(one.day),
        time: one.time,
        ...(title === null ? { ofFilm: 'yes' } : {}),
      });
    waiting = [];
  };
  for (const token of rest) {
    if (token.kind === 'day') {
      flush('');
      days = afterDay ? [...days, token.text] : [token.text];
      ofLine = true;
    } else if (token.kind === 'time') {
      // hours under several days, after a title or beside each other, are a table: whose day each is, its columns said
      const table = !ofLine && days.length > 1 && (title !== null || waiting.length > 0);
      if (table) waiting = waiting.map(({ time }) => ({ day: '', time }));
      for (const day of table || days.length === 0 ? [''] : days) waiting.push({ day, time: token.text });
    } else if (waiting.length > 0) {
      if (title !== null || saysMarks(token.text) || isRoom(token.text) || isPrice(token.text)) flush(token.text);
      else {
        for (const one of waiting)
          showings.push({ ...titleFields(token.text), date: plainDay(one.day), time: one.time });
        waiting = [];
      }
    }
    afterDay = token.kind === 'day';
  }
  flush('');
  return { days, title, showings, wrong: null };
}

/** `mer. 25/11` and `mer 25 nov.` without their points, as readDay takes them. */
const plainDay = (text: string): string => text.replaceAll(/(?<=\p{L})\.?,?(?=\s|$)/gu, '').trim();

function titleFields(text: string): Fields {
  const price = /(?:tarif(?: unique)?\s*:?\s*)?(\d{1,2}(?:[.,]\d{1,2})?)\s*(?:€|euros?)/i.exec(text);
  const written = price === null ? text : text.replace(price[0], ' ');
  const room = /\b(?:salle|écran)\s+(\w{1,12})\b/i.exec(written);
  const bare = room === null ? written : written.replace(room[0], ' ');
  return {
    title: trimTitle(bare.replace(/^\s*film\s*:\s+/i, '').replace(/\s+à\s*$/i, '')),
    ...(price === null ? {} : { price: price[1] ?? '' }),
    ...(room === null ? {} : { screen: room[0] }),
  };
}

function withMarks(fields: Fields, said: string): Fields {
  if (said === '') return fields;
  const { price, screen } = titleFields(said);
  return {
    ...fields,
    ...(saysMarks(said) ? { version: said } : {}),
    ...(price === undefined ? {} : { price }),
    ...(screen === undefined ? {} : { screen }),
  };
}

/** What a line under a title adds to it: director, year, length, version; null when it says nothing of the kind. */
function detailFields(text: string): Fields | null {
  const { year, minutes, director, version, features } = readTitle(
    `x (${text.replaceAll(/[()[\]]/g, ',').replaceAll(/\s[-–—|•]\s/g, ', ')})`,
  );
  const said: Fields = {
    ...(year === null ? {} : { year: String(year) }),
    ...(minutes === null ? {} : { minutes: String(minutes) }),
    ...(director === null ? {} : { director }),
    ...(version === 'unknown' && features.length === 0
      ? {}
      : { version: [version, ...features].join(' ').toUpperCase() }),
  };
  return Object.keys(said).length === 0 ? null : said;
}

const isTitle = (text: string): boolean =>
  text.length <= 120 &&
  !/[.!?…]\s+\S.*[.!?…]$/.test(text) &&
  !/^(?:avec|de|synopsis|genre|durée|réal|réalis|tarifs?|programme|cinéma|séances?|voici|à bientôt|merci|retrouvez|horaires|semaine|renseignements|tél|bonjour|cordialement|www|https?)(?![\p{L}])/iu.test(
    text,
  );
/** “De rouille et d’os”, “Avec amour et acharnement”: as titles do, and the line of a director or of a cast. */
const opensAsCredits = (text: string): boolean => text.length <= 60 && /^(?:de|avec)\s[^,:]*$/i.test(text);
const isRoom = (text: string): boolean => /^\W*(?:en\s+)?(?:salle|écran)\s+\w{1,12}\W*$/i.test(text.trim());
const isPrice = (text: string): boolean =>
  /^\W*(?:tarif\s*(?:unique)?\s*:?)?\s*\d{1,2}(?:[.,]\d{1,2})?\s*(?:€|euros?)\W*$/i.test(text.trim());
