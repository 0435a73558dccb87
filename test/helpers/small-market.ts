import type { AgeBand, Cinema, Commune, Figure, MarketBook, MarketSource } from '#market/types.ts';

interface Small {
  readonly home?: string;
  readonly figures?: readonly (Pick<Figure, 'id' | 'year' | 'value'> & Partial<Figure>)[];
  readonly cinemas?: readonly Partial<Cinema>[];
  readonly communes?: readonly Partial<Commune>[];
  readonly bands?: readonly AgeBand[];
}

const source: MarketSource = {
  id: 'office',
  publisher: 'Office',
  title: 'Relevé',
  url: 'https://office.test/releve',
  date: '2022',
  licence: null,
  kind: 'officiel',
};

/** A book of the Cantal with what a test gives it, and nothing else; every row has the same official source. */
export function smallMarket({ home = '15014', figures = [], cinemas = [], communes = [], bands }: Small): MarketBook {
  const rows: Figure[] = figures.map((one) => ({
    unit: '',
    place: one.id.split('.')[1] ?? '',
    source: source.id,
    reliability: 'A',
    ...one,
  }));
  const series = (id: string): Figure[] => rows.filter((one) => one.id === id).toSorted((a, b) => a.year - b.year);
  return {
    sources: new Map([[source.id, source]]),
    figures: rows,
    figure: (id, year) => series(id).findLast((one) => year === undefined || one.year === year) ?? null,
    series,
    communes: communes.map((one, at) => ({ ...commune, code: `15${String(at + 1).padStart(3, '0')}`, ...one })),
    cinemas: cinemas.map((one, at) => ({ ...cinema, id: `cinema-${at}`, ...one })),
    outlines: new Map(),
    ages: (department) =>
      bands === undefined || department !== '15' ? null : { bands, year: 2022, source: source.id },
    home: { commune: home, department: '15' },
    imported: [],
  };
}

const commune: Commune = {
  code: '15014',
  name: 'Aurillac',
  department: '15',
  population: 1000,
  longitude: 2.44,
  latitude: 44.93,
  year: 2022,
  source: source.id,
};

const cinema: Cinema = {
  id: 'cinema',
  name: 'Le Cristal',
  commune: '15014',
  communeName: 'Aurillac',
  department: '15',
  longitude: 2.44,
  latitude: 44.93,
  travelling: false,
  screens: 2,
  seats: 200,
  screenings: 1000,
  entries: 20_000,
  entriesBefore: 10_000,
  artEtEssai: true,
  labels: '',
  films: 200,
  filmsInFirstWeek: 10,
  frenchShare: 0.5,
  americanShare: 0.3,
  artEtEssaiShare: 0.2,
  year: 2022,
  source: source.id,
};
