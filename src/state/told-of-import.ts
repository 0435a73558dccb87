import { asFilmId, type FilmId } from '#brand.ts';
import type { Db } from '#state/schema.ts';

/** What people were told, and are about to be, of the films of an import since it was applied. */
export interface ToldOfImport {
  readonly sent: number;
  readonly waiting: number;
}

/** Counts the messages about films, made since a moment: those that left, and those that wait. */
export async function toldOfFilms(db: Db, films: readonly FilmId[], since: string): Promise<ToldOfImport> {
  const rows = await db
    .selectFrom('outbox')
    .select(['state', 'payload'])
    .where('created', '>=', since)
    .where('kind', '<>', 'account')
    .where('state', 'in', ['queued', 'claimed', 'sent', 'delivered', 'bounced'])
    .execute();
  const about = rows.filter(({ payload }) => films.some((film) => payload.includes(`"${film}"`)));
  const sent = about.filter(({ state }) => state !== 'queued' && state !== 'claimed').length;
  return { sent, waiting: about.length - sent };
}

/** The films of the showings that an import touched, those that are gone since too. */
export async function filmsOfImport(db: Db, id: string): Promise<FilmId[]> {
  const rows = await db.selectFrom('programme_change').select('after').where('import', '=', id).execute();
  const films = rows.flatMap(({ after }) => asFilmId(/"film":"(tt\d+)"/.exec(after ?? '')?.[1] ?? '') ?? []);
  return [...new Set(films)];
}
