import type { Locality } from '#advice/locality.ts';
import { placeName } from '#market/places.ts';
import type { AgeBand, MarketBook } from '#market/types.ts';

/** The ages that CNC tells apart, from and to; the oldest go on to the age that few pass. */
const bands = [
  { from: 3, to: 24, key: 'under-25', film: ['3-14', '15-24'] },
  { from: 25, to: 49, key: '25-49', film: ['25-49'] },
  { from: 50, to: 85, key: '50-plus', film: ['50-plus'] },
] as const;
/** CNC's and JP Box-Office's classes, by IMDb's names of genres. */
const audienceOf = new Map([['Comedy', 'comedy']]);
const entriesOf = new Map([
  ['Animation', 'animation'],
  ['Comedy', 'comedy'],
  ['Action', 'action'],
  ['Drama', 'drama'],
  ['Thriller', 'thriller'],
  ['Fantasy', 'fantasy'],
  ['Horror', 'horror'],
  ['Sci-Fi', 'science-fiction'],
]);
/** The cinemas of one department differ among themselves by as much. */
const originSpread = 0.1;
/** What is neither French nor American is one figure, for Europe and the rest of the world alike. */
const restSpread = 0.2;

/**
 * What the book says of the audience of its home: the origins of the films seen in its department, by entries, against France's; the ages of its entries, by
 * people × penetration × entries a viewer of each band (CNC, national) over its own people; what genres draw. What the book lacks is not known, and does not count.
 * @param year the year of the answer
 */
export function localityOf(book: MarketBook, year: number): Locality {
  const { department } = book.home;
  const value = (topic: string, place = 'FR'): number | null => book.figure(`${topic}.${place}`)?.value ?? null;
  const local = originsOf(book, department);
  const national = rest(value('french-share'), value('american-share'));
  const ages = book.ages(department)?.bands ?? [];
  const nationalAges = bands.map(({ key }) => value(`audience-entries-share-${key}`));
  const entries = bands.map(({ from, to, key }) => {
    const [penetration, frequency] = [value(`audience-penetration-${key}`), value(`audience-frequency-${key}`)];
    return penetration === null || frequency === null ? null : peopleOf(ages, from, to) * penetration * frequency;
  });
  const all = entries.reduce((sum: number, one) => sum + (one ?? 0), 0);
  const known = all > 0 && [...entries, ...nationalAges].every((one) => one !== null);
  return {
    name: placeName(department) ?? department,
    year,
    origins: {
      french: { local: local.french, national: national.french, spread: originSpread },
      american: { local: local.american, national: national.american, spread: originSpread },
      european: { local: local.rest, national: national.rest, spread: restSpread },
      other: { local: local.rest, national: national.rest, spread: restSpread },
    },
    ages: known
      ? bands.map(({ from, to }, at) => ({
          from,
          to,
          local: (entries[at] ?? 0) / all,
          national: nationalAges[at] ?? 0,
        }))
      : [],
    heritage: heritageOf(book),
    genreAges: new Map(
      [...audienceOf].flatMap(([genre, topic]) => {
        const shares = bands.map(({ film }) => film.map((band) => value(`film-audience-${topic}-${band}`)));
        if (shares.flat().some((share) => share === null)) return [];
        return [[genre, shares.map((some) => some.reduce((sum: number, share) => sum + (share ?? 0), 0))] as const];
      }),
    ),
    genreEntries: new Map(
      [...entriesOf].flatMap(([genre, topic]) => {
        const share = value(`genre-entries-share-${topic}`);
        return share === null ? [] : [[genre, share] as const];
      }),
    ),
  };
}

function heritageOf(book: MarketBook): Locality['heritage'] {
  const [entries, films] = [book.figure('heritage-entries-share.FR'), book.figure('heritage-films-share.FR')];
  return entries === null || films === null || entries.year !== films.year
    ? null
    : { entries: entries.value, films: films.value, year: entries.year };
}

interface Shares {
  readonly french: number | null;
  readonly american: number | null;
  readonly rest: number | null;
}

const rest = (french: number | null, american: number | null): Shares => ({
  french,
  american,
  rest: french === null || american === null ? null : Math.max(0, 1 - french - american),
});

/** Shares of the entries of the cinemas of a department; not known unless all its cinemas are. */
function originsOf(book: MarketBook, department: string): Shares {
  if (book.cinemasComplete?.(department) === false) return rest(null, null);
  const told = book.cinemas.filter(
    (one) => one.department === department && one.frenchShare !== null && one.americanShare !== null,
  );
  const entries = told.reduce((sum, one) => sum + one.entries, 0);
  if (entries === 0) return rest(null, null);
  const share = (of: 'frenchShare' | 'americanShare'): number =>
    told.reduce((sum, one) => sum + one.entries * (one[of] ?? 0), 0) / entries;
  return rest(share('frenchShare'), share('americanShare'));
}

/** People of some ages, both included: bands that straddle give their part, as if ages were even within a band. */
function peopleOf(ages: readonly AgeBand[], from: number, to: number): number {
  const last = bands.at(-1)?.to ?? to;
  return ages.reduce((sum, band) => {
    // the oldest of an open band are counted with the last ages that are looked at
    const end = band.to ?? Math.max(last, band.from);
    const shared = Math.min(to, end) - Math.max(from, band.from) + 1;
    return shared <= 0 ? sum : sum + (band.people * shared) / (end - band.from + 1);
  }, 0);
}
