import type { Cinema, MarketBook, MarketSource, Reliability } from '#market/types.ts';

/** A number of the book and the row it stands in. */
export interface Traced {
  readonly id: string;
  readonly year: number;
  readonly value: number;
  readonly unit: string;
  readonly source: MarketSource;
  readonly reliability: Reliability;
}

/** The numbers of a cinema's row that have an id: `cinema.ID.FIELD`. */
export const cinemaFields = {
  entries: '',
  'entries-before': '',
  screens: '',
  seats: '',
  screenings: '',
  films: '',
  'films-in-first-week': '',
  'french-share': 'share',
  'american-share': 'share',
  'art-et-essai-share': 'share',
} as const;

export type CinemaField = keyof typeof cinemaFields;

/**
 * The row of a number: a figure of the book; `cinema.ID.FIELD`; `population.CODE` of a commune; `communes.DEPARTMENT`, the people of all its
 * communes; `age.DEPARTMENT.FROM`, the people of a band. The year counts for figures alone: the other rows have one.
 * @returns null when the book has no such row, or no source for it
 */
export function trace(book: MarketBook, id: string, year?: number): Traced | null {
  const figure = book.figure(id, year);
  if (figure !== null) return sourced(book, { ...figure, from: figure.source });
  const [kind = '', place = '', last = ''] = id.split('.');
  if (kind === 'cinema') {
    const cinema = book.cinemas.find((one) => one.id === place);
    const value = cinema === undefined ? null : cinemaValue(cinema, last);
    return cinema === undefined || value === null
      ? null
      : sourced(book, { id, year: cinema.year, ...value, reliability: 'A', from: cinema.source });
  }
  if (kind === 'population') {
    const commune = book.communes.find((one) => one.code === place);
    return commune === undefined
      ? null
      : sourced(book, {
          id,
          year: commune.year,
          value: commune.population,
          unit: '',
          reliability: 'A',
          from: commune.source,
        });
  }
  if (kind === 'communes') {
    const all = book.communes.filter((one) => one.department === place);
    const [first] = all;
    const value = all.reduce((sum, one) => sum + one.population, 0);
    return first === undefined
      ? null
      : sourced(book, { id, year: first.year, value, unit: '', reliability: 'A', from: first.source });
  }
  if (kind === 'age') {
    const ages = book.ages(place);
    const band = ages?.bands.find((one) => String(one.from) === last);
    return ages === null || band === undefined
      ? null
      : sourced(book, { id, year: ages.year, value: band.people, unit: '', reliability: 'A', from: ages.source });
  }
  return null;
}

/** A share of a cinema's row; null when its file is silent. */
export function cinemaShare(
  cinema: Cinema,
  field: 'french-share' | 'american-share' | 'art-et-essai-share',
): number | null {
  switch (field) {
    case 'french-share':
      return cinema.frenchShare;
    case 'american-share':
      return cinema.americanShare;
    case 'art-et-essai-share':
      return cinema.artEtEssaiShare;
  }
}

function cinemaValue(cinema: Cinema, field: string): { value: number; unit: string } | null {
  const share = (value: number | null): { value: number; unit: string } | null =>
    value === null ? null : { value, unit: 'share' };
  const count = (value: number): { value: number; unit: string } => ({ value, unit: '' });
  switch (field) {
    case 'entries':
      return count(cinema.entries);
    case 'entries-before':
      return count(cinema.entriesBefore);
    case 'screens':
      return count(cinema.screens);
    case 'seats':
      return count(cinema.seats);
    case 'screenings':
      return count(cinema.screenings);
    case 'films':
      return count(cinema.films);
    case 'films-in-first-week':
      return count(cinema.filmsInFirstWeek);
    case 'french-share':
    case 'american-share':
    case 'art-et-essai-share':
      return share(cinemaShare(cinema, field));
    default:
      return null;
  }
}

function sourced(
  book: MarketBook,
  { from, ...row }: Omit<Traced, 'source'> & { readonly from: string },
): Traced | null {
  const source = book.sources.get(from);
  const { id, year, value, unit, reliability } = row;
  return source === undefined ? null : { id, year, value, unit, reliability, source };
}
