import { asFilmIndex, type FilmIndex } from '#brand.ts';
import { allIds } from '#catalogue/queries/film-cards.ts';
import type { Engine } from '#engine.ts';

export interface KnownFilms {
  /** The dense indices of identifiers, without repeats; unknown ones are remembered and left aside. */
  pick(ids: readonly string[]): FilmIndex[];
  /** The identifier of each dense index. */
  readonly idOf: readonly string[];
  /** A sentence on the unknown identifiers met, or null when there was none. */
  told(): string | null;
}

/** Reads identifiers of a file into the films of the catalogue. */
export async function knownFilms({ catalogue }: Engine): Promise<KnownFilms> {
  const rows = await catalogue.run(allIds, {});
  const films = new Map(rows.map(({ id, film }) => [id, asFilmIndex(film)]));
  const unknown = new Set<string>();
  return {
    pick: (ids) =>
      [...new Set(ids)].flatMap((id) => {
        const film = films.get(id);
        if (film === undefined) unknown.add(id);
        return film ?? [];
      }),
    idOf: rows.map(({ id }) => id),
    told: () => leftAside([...unknown]),
  };
}

/** A sentence on identifiers that the catalogue does not know, or null when there is none. */
export function leftAside(unknown: readonly string[]): string | null {
  if (unknown.length === 0) return null;
  const were = unknown.length === 1 ? 'identifier was' : 'identifiers were';
  return `${unknown.length} unknown ${were} left aside: ${unknown.slice(0, 5).join(', ')}${unknown.length > 5 ? '…' : ''}`;
}
