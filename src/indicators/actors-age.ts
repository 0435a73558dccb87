import { asFilmIndex, type FilmIndex } from '#brand.ts';
import type { Filters } from '#indicators/filters.ts';
import { indicator, type Ground } from '#indicators/indicator.ts';
import { measureAges, type AskedAges } from '#indicators/parts/actors-age.ts';
import { agesFilms } from '#indicators/queries/actors-age.ts';
import { castOf, scopeOf } from '#indicators/queries/cast.ts';
import { agesQuestion, agesTitle, tellAges } from '#indicators/tell/actors-age.ts';

const defaults = { minVotes: 1000, billing: 5 } as const;

/** How old actresses and actors are on the screen, and how old those at work are. */
export const actorsAge = indicator({
  name: 'actors-age',
  theme: 'people',
  filters: ['from', 'to', 'genre', 'country', 'minVotes', 'people', 'billing'],
  needs: ['votes', 'credits', 'births'],
  title: agesTitle,
  question: agesQuestion,
  measure: ({ catalogue, today }, filters) => measureAges(catalogue, asked(filters, today)),
  tell: (measured, _filters, say) => tellAges(measured, say),
  films,
});

const asked = (filters: Filters, today: string): AskedAges => ({
  ...scopeOf(filters, today, defaults),
  billing: filters.billing ?? defaults.billing,
  sex: filters.people === null ? '' : filters.people === 'actress' ? 'woman' : 'man',
  today,
});

/** `woman.1994`: the films of a year where an actress has a known age; `man.1990s`: of a decade. */
async function films({ catalogue, today }: Ground, filters: Filters, key: string): Promise<FilmIndex[] | null> {
  const match = /^(woman|man)\.(\d{4})(s?)$/.exec(key);
  if (match === null) return null;
  const scope = asked(filters, today);
  const first = Number(match[2]);
  const last = match[3] === 's' ? first + 9 : first;
  const rows = await catalogue.run(agesFilms, {
    ...castOf(scope),
    from: Math.max(scope.from, first),
    to: Math.min(scope.to, last),
    sex: match[1] ?? '',
    thisYear: Number(today.slice(0, 4)),
  });
  return rows.length === 0 ? null : rows.map(({ film }) => asFilmIndex(film));
}
