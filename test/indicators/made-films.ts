import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { openCatalogue, type Catalogue } from '#catalogue/catalogue.ts';
import { openDatabase } from '#catalogue/database.ts';
import { catalogueVersion } from '#catalogue/version.ts';
import type { FilmIndex } from '#brand.ts';
import { noFilters, type Filters } from '#indicators/filters.ts';
import type { Indicator } from '#indicators/indicator.ts';
import type { Told } from '#indicators/told.ts';
import { speechOf, type SpokenLanguage } from '#words/speech.ts';

/** A film made for a test; what is not told is unknown, except that it is a film of the cinema. */
export interface MadeFilm {
  readonly kind?: string;
  readonly title?: string;
  readonly year: number;
  readonly minutes?: number | null;
  readonly rating?: number;
  readonly votes?: number;
  readonly genres?: readonly string[];
  readonly countries?: readonly string[];
  readonly language?: string;
  readonly spoken?: readonly string[];
  readonly keywords?: readonly string[];
  readonly director?: number;
  readonly budget?: number;
  readonly revenue?: number;
  readonly art?: boolean;
  readonly tmdb?: number;
}

export const today = '2026-06-01';

const tables = new URL('../../src/catalogue/steps/10-tables.sql', import.meta.url);

/** A catalogue of films made for a test, their dense indices their places. */
export async function madeCatalogue(films: readonly MadeFilm[], { lines = 0, lost = 0 } = {}): Promise<Catalogue> {
  const folder = mkdtempSync(join(tmpdir(), 'lanterne-made-'));
  {
    await using database = await openDatabase(join(folder, 'catalogue.duckdb'), 'READ_WRITE');
    const { connection } = database;
    await connection.run(readFileSync(tables, 'utf8'));
    const json = JSON.stringify(
      films.map((film, place) => ({ film: place, kind: 'movie', title: `Film ${place}`, ...film })),
    );
    await connection.run(
      `CREATE TEMP TABLE made AS SELECT unnest(from_json($1, '[{"film":"INTEGER","kind":"VARCHAR","title":"VARCHAR","year":"INTEGER","minutes":"INTEGER","rating":"DOUBLE","votes":"INTEGER","genres":["VARCHAR"],"countries":["VARCHAR"],"language":"VARCHAR","spoken":["VARCHAR"],"keywords":["VARCHAR"],"director":"INTEGER","budget":"BIGINT","revenue":"BIGINT","art":"BOOLEAN","tmdb":"BIGINT"}]'), recursive := true)`,
      [json],
    );
    await connection.run(`
      INSERT INTO film BY NAME SELECT film, 'tt' || lpad(film::VARCHAR, 7, '0') AS id, kind, title, title AS original_title, year, minutes AS runtime, rating, votes,
        language AS original_language, budget, revenue, tmdb AS tmdb_id, CASE WHEN art THEN 'Recommandé' END AS art_et_essai FROM made;
      INSERT INTO film_genre SELECT film, unnest(genres), 'imdb' FROM made;
      INSERT INTO film_country SELECT film, unnest(countries), 'tmdb' FROM made;
      INSERT INTO film_language SELECT film, unnest(spoken), 'tmdb' FROM made;
      INSERT INTO film_keyword SELECT film, unnest(keywords), 'tmdb' FROM made;
      INSERT INTO film_credit SELECT film, 2000, director, 'director', NULL, 'imdb' FROM made WHERE director IS NOT NULL;
      INSERT INTO person (person, name, source) SELECT DISTINCT director, 'Director ' || director, 'imdb' FROM made WHERE director IS NOT NULL;
      INSERT INTO source VALUES ('afcae', 'afcae.csv', DATE '2026-01-01', ${lines});
      INSERT INTO rejection VALUES ('afcae', 'no film of this title and director in the catalogue', ${lost}, '');
      INSERT INTO rejection VALUES ('tmdb_full', 'budget under 1 000 set aside', 12, ''), ('tmdb_full', 'revenue under 1 000 set aside', 7, '');
      INSERT INTO build_info VALUES ('version', '${catalogueVersion}'), ('built_at', '2026-06-01T00:00:00Z'), ('vocabulary', 'made');`);
  }
  const catalogue = await openCatalogue(folder);
  return {
    ...catalogue,
    async [Symbol.asyncDispose]() {
      await catalogue[Symbol.asyncDispose]();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What an indicator answers, in a language. */
export async function ask(
  indicator: Indicator,
  catalogue: Catalogue,
  filters: Partial<Filters> = {},
  language: SpokenLanguage = 'en',
): Promise<Told> {
  return (await indicator.answer({ catalogue, today }, { ...noFilters, ...filters }))(speechOf(language));
}

/** One measure told in both languages. */
export async function askBoth(indicator: Indicator, catalogue: Catalogue): Promise<Record<SpokenLanguage, Told>> {
  const answer = await indicator.answer({ catalogue, today }, noFilters);
  return { fr: answer(speechOf('fr')), en: answer(speechOf('en')) };
}

/** The films behind a key. */
export const behind = (
  indicator: Indicator,
  catalogue: Catalogue,
  key: string,
  filters: Partial<Filters> = {},
): Promise<readonly FilmIndex[] | null> =>
  indicator.films?.({ catalogue, today }, { ...noFilters, ...filters }, key) ?? Promise.resolve(null);

/** All the sentences of an answer. */
export const sentences = (told: Told): string => [...told.finding, ...told.cautions].join('\n');

/** So many of something. */
export const times = <T>(count: number, make: (place: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

/** The years from one to another. */
export const years = (from: number, to: number): number[] => times(to - from + 1, (i) => from + i);
