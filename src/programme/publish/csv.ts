import {
  minutesOfShowing,
  momentOfShowing,
  titleOfShowing,
  webAddress,
  type PublishedShowing,
} from '#programme/publish/published.ts';

/** What a table says in its language. */
export interface CsvWords {
  /** The titles of the columns, in the order of `cellsOf`. */
  readonly columns: readonly string[];
  readonly yes: string;
  readonly no: string;
  /** The name of a day of the week. */
  weekday(day: string): string;
}

/**
 * Showings as a table that a spreadsheet opens with a double click: UTF-8 with a byte order mark; in French a semicolon between cells, days as
 * `25/11/2026` and a decimal comma, in English a comma, `2026-11-25` and a point. No cell is taken for a formula.
 */
export function toCsv(showings: readonly PublishedShowing[], language: 'fr' | 'en', words: CsvWords): string {
  const between = language === 'fr' ? ';' : ',';
  const lines = [words.columns, ...showings.map((one) => cellsOf(one, language, words))];
  return `\ufeff${lines.map((cells) => cells.map((cell) => quotedCell(cell, between)).join(between)).join('\r\n')}\r\n`;
}

function cellsOf(showing: PublishedShowing, language: 'fr' | 'en', words: CsvWords): string[] {
  const { at, day, price } = showing;
  const moment = momentOfShowing(showing);
  const french = language === 'fr';
  const [year = '', month = '', date = ''] = day.split('-');
  const euros = price === null ? '' : (price / 100).toFixed(2);
  return [
    french ? `${date}/${month}/${year}` : day,
    words.weekday(day),
    moment.toPlainTime().toString({ smallestUnit: 'minute' }),
    titleOfShowing(showing),
    showing.version === 'unknown' ? '' : showing.version === 'silent' ? 'muet' : showing.version.toUpperCase(),
    showing.features.map((one) => (one.length < 4 ? one.toUpperCase() : one)).join(', '),
    String(minutesOfShowing(showing) ?? ''),
    at.name,
    showing.communeName,
    at.address ?? '',
    showing.screen,
    french ? euros.replace('.', ',') : euros,
    webAddress(showing.booking) ?? '',
    showing.note ?? '',
    showing.cancelled === null ? words.no : words.yes,
    showing.page,
    showing.film?.id ?? '',
    at.id,
    showing.id,
  ];
}

/** A text that no spreadsheet takes for a formula, on one line (https://owasp.org/www-community/attacks/CSV_Injection): what begins like one begins with an apostrophe. */
function quotedCell(text: string, between: string): string {
  const flat = text.toWellFormed().replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ');
  const safe = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(flat) ? `'${flat}` : flat;
  return /["',;\t]|^\s|\s$/.test(safe) || safe.includes(between) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
