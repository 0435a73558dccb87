import { plainDay } from '#programme/read/days.ts';
import type { Fields } from '#programme/read/fields.ts';
import { saysMarks } from '#programme/read/titles.ts';
import type { Token } from '#programme/read/tokens.ts';
import { isPrice, isRoom, titleFields, withMarks } from '#programme/read/words-of-line.ts';

/** A film as its title line, and the lines under it, say it. */
export interface Film {
  readonly line: number;
  fields: Fields;
  showings: number;
}

/** What a line of days and hours says. */
export interface ShowingLine {
  /** The days that hold for the lines that follow: “mercredi 25 et samedi 28”. */
  readonly days: readonly string[];
  /** The title that holds for the lines that follow, when the line says one before its days or hours. */
  readonly title: string | null;
  readonly showings: readonly (Fields & { readonly ofFilm?: 'yes' })[];
}

/** A line of days and hours: with its title before them, with a title after each, or without any: of the film above. */
export function readShowingLine(
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
  return { days, title, showings };
}
