import { asFilmIndex, type FilmIndex } from '#brand.ts';
import type { Filters } from '#indicators/filters.ts';
import { indicator, type Ground } from '#indicators/indicator.ts';
import { measureStages, type AskedStages } from '#indicators/parts/cinema-series.ts';
import { actorsFilms } from '#indicators/queries/actors-periods.ts';
import { castOf, scopeOf } from '#indicators/queries/cast.ts';
import { stageFilms } from '#indicators/queries/cinema-series.ts';
import { stagesQuestion, stagesTitle, tellStages } from '#indicators/tell/cinema-series.ts';

/** Six places: a base may hold no more of the cast of a series, so no more is counted of a film's. */
const defaults = { minVotes: 1000, billing: 6, credits: 3 } as const;

/** Who acts in films, in series, in both; and which way they crossed. */
export const actorsCinemaSeries = indicator({
  name: 'actors-cinema-series',
  theme: 'people',
  filters: ['from', 'to', 'genre', 'minVotes', 'people', 'billing', 'credits'],
  needs: ['votes', 'credits', 'series'],
  title: stagesTitle,
  question: stagesQuestion,
  measure: ({ catalogue, today }, filters) => measureStages(catalogue, asked(filters, today)),
  tell: (measured, _filters, say) => tellStages(measured, say),
  films,
});

const asked = (filters: Filters, today: string): AskedStages => ({
  ...scopeOf({ ...filters, country: null }, today, defaults),
  billing: filters.billing ?? defaults.billing,
  sex: filters.people === null ? '' : filters.people === 'actress' ? 'woman' : 'man',
  credits: filters.credits ?? defaults.credits,
  today,
});

/** `film.1950`, `both.any`: films of people of a class by decade of birth; `to-series.2000`: of those who crossed; `nm…`: of a person. */
async function films({ catalogue, today }: Ground, filters: Filters, key: string): Promise<FilmIndex[] | null> {
  const scope = asked(filters, today);
  const person = /^nm(\d{7,9})$/.exec(key);
  const group = /^(?:(film|both)\.(any|unknown|\d{4})|(to-series|to-film|same)\.(\d{4}))$/.exec(key);
  if (person === null && group === null) return null;
  const rows =
    group === null
      ? await catalogue.run(actorsFilms, { ...castOf(scope), people: [Number(person?.[1])] })
      : await catalogue.run(stageFilms, {
          ...castOf(scope),
          sex: scope.sex,
          credits: scope.credits,
          thisYear: Number(today.slice(0, 4)),
          kind: group[1] ?? group[3] ?? '',
          decade: decadeOf(group[2] ?? group[4] ?? ''),
        });
  return rows.length === 0 ? null : rows.map(({ film }) => asFilmIndex(film));
}

const decadeOf = (text: string): number => (text === 'any' ? -2 : text === 'unknown' ? -1 : Number(text));
