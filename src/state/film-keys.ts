import type { FilmId } from '#brand.ts';
import { momentOf, type Clock } from '#state/clock.ts';
import type { Db } from '#state/schema.ts';
import { filmKeySystems, type FilmKeySystem } from '#state/tables/programme.ts';

/** A name that a system, or the house, has for a film. */
export interface FilmKey {
  readonly system: FilmKeySystem;
  readonly value: string;
}

/** How a map of films by key calls one: system and value. */
export const keyName = ({ system, value }: FilmKey): string => `${system} ${value}`;

/** The films that keys mean, by keyName; those that nobody has said are absent. */
export async function filmsOfKeys(db: Db, keys: readonly FilmKey[]): Promise<Map<string, FilmId>> {
  const films = new Map<string, FilmId>();
  for (const system of filmKeySystems) {
    const values = [...new Set(keys.filter((key) => key.system === system).map(({ value }) => value))];
    for (let at = 0; at < values.length; at += 1000) {
      const rows = await db
        .selectFrom('film_key')
        .select(['value', 'film'])
        .where('system', '=', system)
        .where('value', 'in', values.slice(at, at + 1000))
        .execute();
      for (const { value, film } of rows) films.set(keyName({ system, value }), film);
    }
  }
  return films;
}

/** Keeps which film keys mean, so that it is never asked again; what was said last stands. */
export async function keepFilmKeys(
  db: Db,
  keys: readonly (FilmKey & { readonly film: FilmId })[],
  { now = Temporal.Now.instant() }: Clock = {},
): Promise<void> {
  const rows = [...new Map(keys.map((key) => [keyName(key), { ...key, at: momentOf(now) }])).values()];
  for (let at = 0; at < rows.length; at += 500)
    await db
      .insertInto('film_key')
      .values(rows.slice(at, at + 500))
      .onConflict((conflict) =>
        conflict
          .columns(['system', 'value'])
          .doUpdateSet(({ ref }) => ({ film: ref('excluded.film'), at: ref('excluded.at') })),
      )
      .execute();
}

/** Titles that the house announces without a card of the catalogue, as they are written. */
export async function titlesWithoutFilm(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('showing').select('title').distinct().where('film', 'is', null).execute();
  return rows.map(({ title }) => title);
}
