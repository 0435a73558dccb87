import { fault } from '#errors.ts';
import { builtIn, completeDepartments, type Contents } from '#market/built-in.ts';
import { departmentOf, departments } from '#market/places.ts';
import { derivedFigures } from '#market/regions.ts';
import {
  marketStamp,
  readEntries,
  readOutlines,
  readPart,
  type Entry,
  type Outline,
  type Part,
} from '#market/store.ts';
import type { AgeBand, Cinema, Commune, Figure, MarketBook, MarketSource } from '#market/types.ts';

/**
 * The book of the market: our own tables, and over them what `lanterne import market` stored in the data folder. Figures of the same id and
 * year give way to imported ones, communes and cinemas to those of a file of the same year or a later one.
 * @param options.commune INSEE code of the cinema that asks; a department of which no commune is known may be asked for
 * @throws COMMUNE_UNKNOWN, MARKET_UNUSABLE
 */
export function openMarket(dataFolder: string, { commune }: { readonly commune: string }): MarketBook {
  const own = builtIn();
  const { entries, parts } = readStored(dataFolder);
  const sources = new Map([own, ...parts].flatMap((part) => part.sources).map((source) => [source.id, source]));
  const figures = gatherFigures(own.figures, parts);
  const communes = gatherCommunes(own, parts);
  const home = homeOf(commune, communes);
  const cinemas = gatherCinemas(own, parts);
  let outlines: ReadonlyMap<string, Outline> | null = null;
  const ages = new Map<string, ReturnType<MarketBook['ages']>>();
  return {
    sources,
    figures: [...figures.values()].flat(),
    figure: (id, year) => {
      const series = figures.get(id) ?? [];
      return (year === undefined ? series.at(-1) : series.find((one) => one.year === year)) ?? null;
    },
    series: (id) => figures.get(id) ?? [],
    communes,
    cinemas,
    cinemasComplete: (department) => cinemas !== own.cinemas || completeDepartments.has(department),
    // Outlines are heavy, and most questions do not look at them.
    get outlines() {
      outlines ??= gatherOutlines(dataFolder, entries, communes);
      return outlines;
    },
    ages(department) {
      const known = ages.get(department);
      if (known !== undefined) return known;
      const found = agesOf(department, figures);
      ages.set(department, found);
      return found;
    },
    home,
    imported: entries.map(({ file, date, rows }) => ({ file, date, rows })),
  };
}

/** An import may replace files between the reading of their list and theirs: then the new list is read. */
function readStored(dataFolder: string): { entries: readonly Entry[]; parts: readonly Part[] } {
  const stamp = marketStamp(dataFolder);
  try {
    const entries = readEntries(dataFolder);
    return { entries, parts: entries.map((entry) => readPart(dataFolder, entry)) };
  } catch (error) {
    if (marketStamp(dataFolder) === stamp) throw error;
    return readStored(dataFolder);
  }
}

function gatherFigures(own: readonly Figure[], parts: readonly Part[]): Map<string, Figure[]> {
  const byId = new Map<string, Map<number, Figure>>();
  const put = (figure: Figure): void => {
    const years = byId.get(figure.id);
    if (years === undefined) byId.set(figure.id, new Map([[figure.year, figure]]));
    else years.set(figure.year, figure);
  };
  for (const figure of own) put(figure);
  for (const { series } of parts)
    for (const { years, values, ...shared } of series)
      for (const [place, year] of years.entries()) {
        const value = values[place];
        if (value !== undefined) put({ ...shared, year, value });
      }
  const sorted = (): Map<string, Figure[]> =>
    new Map([...byId].map(([id, years]) => [id, [...years.values()].sort((a, b) => a.year - b.year)]));
  if (parts.length > 0) for (const figure of derivedFigures(sorted())) put(figure);
  return sorted();
}

/** A file of populations says which communes a department has: of two files the later year does, of one year the later import. */
function gatherCommunes(own: Contents, parts: readonly Part[]): Commune[] {
  const centres = new Map(parts.flatMap((part) => part.centres).map(([code, ...place]) => [code, place]));
  const groups = new Map(
    parts.flatMap((part) => part.groups).map(([commune, code, name]) => [commune, { code, name }]),
  );
  const ours = new Map(own.communes.map((one) => [one.code, one]));
  const byDepartment = new Map(Object.entries(Object.groupBy(own.communes, (one) => one.department)));
  for (const { communes } of parts)
    for (const [department, some = []] of Object.entries(Object.groupBy(communes, (one) => one.department))) {
      const year = byDepartment.get(department)?.[0]?.year ?? 0;
      if ((some[0]?.year ?? 0) < year) continue;
      const placed = some.flatMap((one) => {
        const known = ours.get(one.code);
        const [longitude, latitude] = centres.get(one.code) ?? [known?.longitude, known?.latitude];
        return longitude === undefined || latitude === undefined ? [] : [{ ...one, longitude, latitude }];
      });
      byDepartment.set(department, placed);
    }
  return [...byDepartment.values()]
    .flatMap((some = []) => some)
    .map((one) => {
      const group = groups.get(one.code);
      return group === undefined ? one : { ...one, group };
    })
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

function gatherCinemas(own: Contents, parts: readonly Part[]): readonly Cinema[] {
  let latest = own.cinemas;
  for (const { cinemas } of parts)
    if (cinemas.length > 0 && (cinemas[0]?.year ?? 0) >= (latest[0]?.year ?? 0)) latest = cinemas;
  if (latest === own.cinemas) return latest;
  // Our tables write the names that we know in full; the official file has them in capitals, without accents.
  const names = new Map(own.cinemas.map(({ id, name }) => [id, name]));
  return latest.map((one) => ({ ...one, name: names.get(one.id) ?? one.name }));
}

/** Of communes that are no more, the outlines are left out; of two outlines, the later import's is shown. */
function gatherOutlines(
  dataFolder: string,
  entries: readonly Entry[],
  communes: readonly Commune[],
): ReadonlyMap<string, Outline> {
  const codes = new Set(communes.map(({ code }) => code));
  const known = new Set(communes.map(({ department }) => department));
  return new Map(
    entries
      .flatMap((entry) => readOutlines(dataFolder, entry))
      .filter(([code]) => codes.has(code) || !known.has(departmentOf(code))),
  );
}

function agesOf(department: string, figures: ReadonlyMap<string, readonly Figure[]>): ReturnType<MarketBook['ages']> {
  const found = [...figures.values()]
    .flat()
    .filter((figure) => figure.place === department && bandOf(figure) !== null)
    .sort((a, b) => a.year - b.year);
  const last = found.at(-1);
  if (last === undefined) return null;
  const bands = found
    .filter(({ year }) => year === last.year)
    .flatMap((figure) => bandOf(figure) ?? [])
    .sort((a, b) => a.from - b.from);
  return { bands, year: last.year, source: last.source };
}

/** `people-60-74.23`, `people-75-plus.23`. */
function bandOf({ id, value }: Figure): AgeBand | null {
  const [, from, to] = /^people-(\d+)-(\d+|plus)\./.exec(id) ?? [];
  return from === undefined ? null : { from: Number(from), to: to === 'plus' ? null : Number(to), people: value };
}

function homeOf(commune: string, communes: readonly Commune[]): MarketBook['home'] {
  const department = departmentOf(commune);
  const known = communes.filter((one) => one.department === department);
  if (!departments.has(department)) throw fault('COMMUNE_UNKNOWN', { commune, reason: 'no department has it' });
  if (known.length > 0 && !known.some(({ code }) => code === commune)) {
    const name = departments.get(department)?.name ?? department;
    throw fault('COMMUNE_UNKNOWN', { commune, reason: `it is none of the ${known.length} communes of ${name}` });
  }
  return { commune, department };
}

/** The sources of some figures, in the order in which they are met. */
export function sourcesOf(book: MarketBook, figures: readonly Figure[]): MarketSource[] {
  return [...new Set(figures.map(({ source }) => source))].flatMap((id) => book.sources.get(id) ?? []);
}
