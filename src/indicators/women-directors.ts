import { asFilmIndex, type FilmIndex } from '#brand.ts';
import type { Filters } from '#indicators/filters.ts';
import { indicator, type Ground } from '#indicators/indicator.ts';
import { measureDirectors, type AskedDirectors } from '#indicators/parts/women-directors.ts';
import { scopeOf } from '#indicators/queries/cast.ts';
import { directedFilms } from '#indicators/queries/women-directors.ts';
import { directorsQuestion, directorsTitle, tellDirectors } from '#indicators/tell/women-directors.ts';

/** IMDb's own floor for its list of the best: below, the sex of too few directors is known. */
const defaults = { minVotes: 25_000 } as const;

/** How many films a woman directed, as far as the sources tell. */
export const womenDirectors = indicator({
  name: 'women-directors',
  theme: 'people',
  filters: ['from', 'to', 'genre', 'country', 'minVotes'],
  needs: ['votes', 'credits'],
  title: directorsTitle,
  question: directorsQuestion,
  measure: ({ catalogue, today }, filters) => measureDirectors(catalogue, asked(filters, today)),
  tell: (measured, _filters, say) => tellDirectors(measured, say),
  films,
});

const asked = (filters: Filters, today: string): AskedDirectors => ({ ...scopeOf(filters, today, defaults), today });

/** `woman.1994`, `unknown.1990s`, `man.1990s`, `woman.votes10000`. */
async function films({ catalogue, today }: Ground, filters: Filters, key: string): Promise<FilmIndex[] | null> {
  const match = /^(woman|unknown|man)\.(?:(\d{4})(s?)|votes(\d{1,8}))$/.exec(key);
  if (match === null) return null;
  const { today: _, ...scope } = asked(filters, today);
  const [, kind = '', year, decade, floor] = match;
  const first = Number(year);
  const narrowed =
    floor === undefined
      ? { from: Math.max(scope.from, first), to: Math.min(scope.to, decade === 's' ? first + 9 : first) }
      : { minVotes: Number(floor) };
  const rows = await catalogue.run(directedFilms, { ...scope, ...narrowed, kind });
  return rows.length === 0 ? null : rows.map(({ film }) => asFilmIndex(film));
}
