import type { Catalogue } from '#catalogue/catalogue.ts';
import type { Within } from '#indicators/queries/chosen-films.ts';
import { doubtfulFilms, doubtfulWithinFilters } from '#indicators/queries/doubtful.ts';
import type { Speech } from '#words/speech.ts';

/** Titles that are called films and that TMDB, which knows nearly all films of so many votes, does not know: mostly episodes of series and video games. */
export interface Doubtful {
  /** They have this many votes or more. */
  readonly from: number;
  readonly films: number;
  readonly example: string | null;
}

/** TMDB knows nearly every film from so many votes on; below, its silence says nothing. */
const enoughVotes = 5000;
/** It can be believed when it knows this share of them. */
const enoughKnown = 0.9;
/** No film has so many votes. */
export const neverDoubtful = 2 ** 31 - 1;
const none: Doubtful = { from: neverDoubtful, films: 0, example: null };

const found = new WeakMap<Catalogue, Promise<Doubtful>>();

/** The doubtful titles of a catalogue; none where TMDB knows too few films to be believed. */
export function doubtfulOf(catalogue: Catalogue): Promise<Doubtful> {
  const before = found.get(catalogue);
  if (before !== undefined) return before;
  const now = look(catalogue);
  found.set(catalogue, now);
  return now;
}

async function look(catalogue: Catalogue): Promise<Doubtful> {
  const [row] = await catalogue.run(doubtfulFilms, { votes: enoughVotes });
  if (row === undefined || row.known < enoughKnown * (row.known + row.unknown)) return none;
  return { from: enoughVotes, films: row.unknown, example: row.example };
}

/** Those among the films that filters choose, the least votes of `votes` and more when it asks for more. */
export async function doubtfulWithin(
  catalogue: Catalogue,
  { from, to, genre, country, doubtful }: Within,
  votes = 0,
): Promise<Doubtful> {
  if (doubtful === none.from) return none;
  const [row] = await catalogue.run(doubtfulWithinFilters, {
    from,
    to,
    genre,
    country,
    doubtful: Math.max(doubtful, votes),
  });
  return { from: doubtful, films: row?.films ?? 0, example: row?.example ?? null };
}

/** What is said of them; nothing when there are none. */
export const doubtfulCaution = ({ from, films, example }: Doubtful, say: Speech): string[] =>
  films === 0 || example === null
    ? []
    : [
        say.pick({
          fr: `${say.several(films, 'titre', 'titres')} d’au moins ${say.number(from)} votes que TMDB ne connaît pas comme films (par exemple ${say.quoted(example)}) sont laissés de côté\u00a0: ce sont surtout des épisodes de séries et des jeux vidéo rangés à tort parmi les films.`,
          en: `${say.several(films, 'title', 'titles')} with at least ${say.number(from)} votes that TMDB does not know as films (such as ${say.quoted(example)}) are left out: they are mostly episodes of series and video games wrongly filed among films.`,
        }),
      ];
