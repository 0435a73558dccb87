import { asFilmIndex, type FilmIndex } from '#brand.ts';
import type { Filters } from '#indicators/filters.ts';
import { indicator, type Ground } from '#indicators/indicator.ts';
import { measureActors, type AskedActors } from '#indicators/parts/actors-lists.ts';
import { actorsFilms } from '#indicators/queries/actors-periods.ts';
import { castOf, scopeOf } from '#indicators/queries/cast.ts';
import { actorsQuestion, actorsTitle, tellActors } from '#indicators/tell/actors-periods.ts';

const defaults = { minVotes: 1000, billing: 5, credits: 5 } as const;

/** Who acted the most, before the most people, in the best loved films; and when. */
export const actorsPeriods = indicator({
  name: 'actors-periods',
  theme: 'people',
  filters: ['from', 'to', 'genre', 'country', 'minVotes', 'people', 'sort', 'billing', 'credits'],
  needs: ['votes', 'credits'],
  title: actorsTitle,
  question: actorsQuestion,
  measure: ({ catalogue, today }, filters) => measureActors(catalogue, asked(filters, today)),
  tell: (measured, _filters, say) => tellActors(measured, say),
  films,
});

const asked = (filters: Filters, today: string): AskedActors => ({
  ...scopeOf(filters, today, defaults),
  billing: filters.billing ?? defaults.billing,
  sex: filters.people === null ? '' : filters.people === 'actress' ? 'woman' : 'man',
  credits: filters.credits ?? defaults.credits,
  sort: filters.sort ?? 'volume',
  today,
});

/** `nm…`: the films of a person where they are billed; `tt…`: that film. */
async function films({ catalogue, today }: Ground, filters: Filters, key: string): Promise<FilmIndex[] | null> {
  const [person, film] = [/^(nm|tm)(\d{7,9})$/.exec(key), /^tt\d{5,12}\.(nm|tm)(\d{7,9})$/.exec(key)];
  const who = person ?? film;
  if (who === null) return null;
  const scope = castOf(asked(filters, today));
  const number = Number(who[2]) * (who[1] === 'tm' ? -1 : 1);
  const rows = await catalogue.run(actorsFilms, { ...scope, people: [number] });
  const wanted = film === null ? rows : rows.filter(({ id }) => key.startsWith(`${id}.`));
  return wanted.length === 0 ? null : wanted.map((row) => asFilmIndex(row.film));
}
