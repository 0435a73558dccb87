import { parse } from 'csv-parse/sync';
import { titleKey } from '#state/programme-titles.ts';
import { mostDrafts, problem, type Reading, type ReadOptions } from '#programme/read/draft.ts';
import type { FieldName, Fields } from '#programme/read/fields.ts';
import { unreadable } from '#programme/read/unreadable.ts';
import { gatherLines, type FieldLine } from '#programme/read/gather.ts';

/** What the columns are called, in French, in English and by ticketing systems; without accents nor signs. */
const columnNames: Readonly<Record<string, FieldName>> = {
  ...names('date', 'date jour day datedeseance dateseance showdate'),
  ...names('time', 'heure horaire horaires time hour heuredebut heureseance'),
  ...names('starts', 'debut starts start datetime dateheure dateethorre datedebut showtime startdate'),
  ...names('title', 'titre film title nom movie nomdufilm titredufilm titlecnc'),
  ...names('venue', 'cinema lieu venue site etablissement theatre commune ville place location'),
  ...names('screen', 'salle ecran screen room auditorium'),
  ...names('version', 'version langue language vfvo'),
  ...names('features', 'mentions mention options features accessibilite accessibility particularites format tags'),
  ...names('minutes', 'duree durees duration minutes runtime'),
  ...names('price', 'tarif prix price'),
  ...names(
    'booking',
    'lien billetterie reservation booking url link ticketing lienbilletterie lienreservation tickets',
  ),
  ...names('note', 'note notes remarque remarques commentaire comment comments'),
  ...names('origin', 'id identifiant idseance session sessionid uid'),
  ...names('year', 'annee year anneedeproduction anneeproduction'),
  ...names('director', 'realisateur realisatrice realisation director directors de'),
  ...names('imdb', 'imdb imdbid idimdb tt filmid'),
  ...names('visa', 'visa visacnc numvisa numerodevisa visanumber cnc'),
  ...names('allocine', 'allocine idallocine allocineid idfilmallocine'),
  ...names('eidr', 'eidr'),
  ...names('tmdb', 'tmdb tmdbid idtmdb'),
  ...names('cancelled', 'annule annulee cancelled canceled statut status'),
};

function names(field: FieldName, list: string): Record<string, FieldName> {
  return Object.fromEntries(list.split(' ').map((name) => [name, field]));
}

/** The field that a column's name means; null when none. */
export const fieldNamed = (name: string): FieldName | null => {
  const key = titleKey(name).replaceAll(' ', '');
  return Object.hasOwn(columnNames, key) ? (columnNames[key] ?? null) : null;
};

/** Whether the first line of a text names the columns of a programme. */
export function isCsv(text: string): boolean {
  const fields = headerOf(text).fields;
  return fields.includes('title') && fields.some((field) => field === 'date' || field === 'starts');
}

/**
 * Reads a table: columns in any order, named in French or in English, parted by `;`, `,` or tabs.
 * @throws PROGRAMME_UNREADABLE when the needed columns are missing, or a quote is never closed
 */
export function readCsv(text: string, options: ReadOptions & { readonly file: string }): Reading {
  const { delimiter, fields, titles } = headerOf(text);
  const whole =
    fields.includes('title') && (fields.includes('starts') || (fields.includes('date') && fields.includes('time')));
  if (!whole) throw unreadable(options.file, 'columns', titles.slice(0, 12).join(', '));
  const lines: FieldLine[] = rowsOf(text, delimiter, options.file)
    .slice(1, mostDrafts + 2)
    .map(({ line, cells }) => ({
      line,
      text: cells.join(delimiter === '\t' ? ' ' : delimiter),
      fields: asFields(fields, cells),
    }));
  const unknown = titles.filter((name, at) => fields[at] === null && name.trim() !== '');
  const reading = gatherLines('csv', lines, options);
  return unknown.length === 0
    ? reading
    : { ...reading, notes: [{ line: 1, ...problem('columns', { text: unknown.join(', ') }) }, ...reading.notes] };
}

function asFields(known: readonly (FieldName | null)[], cells: readonly string[]): Fields {
  const fields: Fields = {};
  for (const [at, name] of known.entries()) {
    const cell = cells[at]?.trim() ?? '';
    if (name !== null && cell !== '' && fields[name] === undefined) fields[name] = cell;
  }
  return fields;
}

function headerOf(text: string): {
  readonly delimiter: string;
  readonly fields: readonly (FieldName | null)[];
  readonly titles: readonly string[];
} {
  const first = (/^\s*([^\n]{1,4000})/.exec(text)?.[1] ?? '').trim();
  const count = (delimiter: string): number => first.split(delimiter).length;
  const delimiter = [';', '\t', ','].toSorted((a, b) => count(b) - count(a))[0] ?? ';';
  const cells = first.split(delimiter).map((cell) => cell.trim().replaceAll(/^"|"$/g, ''));
  return { delimiter, fields: cells.map(fieldNamed), titles: cells };
}

function rowsOf(text: string, delimiter: string, file: string): { readonly line: number; readonly cells: string[] }[] {
  try {
    const rows: { readonly line: number; readonly cells: string[] }[] = [];
    parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      to: mostDrafts + 2,
      max_record_size: 20_000,
      on_record: (cells: string[], { lines }) => {
        // a spreadsheet leaves rows of nothing but separators at its end
        if (cells.some((cell) => cell.trim() !== '')) rows.push({ line: firstLine(lines, cells), cells });
        return null;
      },
    });
    return rows;
  } catch (error) {
    throw unreadable(file, 'table', '', error);
  }
}

/** The first line of a record, from its last one: cells may hold line breaks. */
export const firstLine = (last: number, cells: readonly string[]): number =>
  last - cells.reduce((breaks, cell) => breaks + cell.split('\n').length - 1, 0);
