import { drawn, type Actor, type MeasuredActors, type Order } from '#indicators/parts/actors-lists.ts';
import type { Bilingual, Speech } from '#words/speech.ts';

export const listNames: Readonly<Record<Order, Bilingual>> = {
  volume: { fr: 'par le nombre de films', en: 'by number of films' },
  audience: { fr: 'par l’audience (votes)', en: 'by audience (votes)' },
  esteem: { fr: 'par l’estime (note)', en: 'by esteem (rating)' },
};

export const nameOf = ({ name, id }: { readonly name: string | null; readonly id: string }): string => name ?? id;

/** What puts a person in their place of the list. */
export function standing(actor: Actor, sort: Order, say: Speech): string {
  if (sort === 'volume') return say.several(actor.films, 'film', 'films');
  if (sort === 'audience') return say.several(actor.votes, 'vote', 'votes');
  const { low, high } = actor.esteemInterval;
  return say.pick({
    fr: `${say.number(actor.esteem, 2)} sur 10 (${say.range(low, high, 2)})`,
    en: `${say.number(actor.esteem, 2)} out of 10 (${say.range(low, high, 2)})`,
  });
}

/** “de 1983 à 2025, huit films sur dix entre 1990 et 2022” */
export const period = ({ first, last, early, late }: Actor, say: Speech): string =>
  say.pick({
    fr: `de ${first} à ${last}, huit films sur dix entre ${early} et ${late}`,
    en: `from ${first} to ${last}, eight films in ten between ${early} and ${late}`,
  });

/** Who leads, with their period; then the two after. */
export function leaders({ actors, asked: { sort } }: MeasuredActors, scope: string, say: Speech): string {
  const [first, second, third] = actors;
  if (first === undefined || second === undefined || third === undefined) return '';
  // An esteem has brackets of its own.
  const after = [second, third].map((actor) =>
    sort === 'esteem'
      ? `${nameOf(actor)}, ${standing(actor, sort, say)}`
      : `${nameOf(actor)} (${standing(actor, sort, say)})`,
  );
  const lead = `${nameOf(first)}, ${standing(first, sort, say)}, ${period(first, say)}`;
  return say.pick({
    fr: `En tête ${listNames[sort].fr}, ${scope}\u00a0: ${lead}. Viennent ensuite ${say.list(after)}.`,
    en: `First ${listNames[sort].en}, ${scope}: ${lead}. Then come ${say.list(after)}.`,
  });
}

/** The three lists are not one: how much they share. */
export function threeLists({ actors, shared, asked: { sort } }: MeasuredActors, say: Speech): string {
  const shown = Math.min(drawn, actors.length);
  const others = orders.filter((order) => order !== sort);
  const told = others.map((order) =>
    say.pick({
      fr: `${say.number(shared[order])} ${listNames[order].fr}`,
      en: `${say.number(shared[order])} ${listNames[order].en}`,
    }),
  );
  const most = Math.max(...others.map((order) => shared[order]));
  const [fr, en] =
    most * 2 >= shown
      ? ['Les trois listes se recoupent en partie', 'The three lists partly agree']
      : ['«\u00a0Populaire\u00a0» a trois sens, et trois listes', '“Popular” has three meanings, and three lists'];
  return say.pick({
    fr: `${fr}\u00a0: de ces ${say.number(shown)} personnes, sont aussi parmi les ${say.number(drawn)} premières ${say.list(told)}.`,
    en: `${en}: of these ${say.number(shown)} people, also among the first ${say.number(drawn)} are ${say.list(told)}.`,
  });
}

/** The year that the most of the drawn periods cover. */
export function commonYear({ actors }: MeasuredActors, say: Speech): string {
  const shown = actors.slice(0, drawn);
  const years = shown.flatMap(({ early, late }) => Array.from({ length: late - early + 1 }, (_, i) => early + i));
  const counts = [...Map.groupBy(years, (year) => year)].map(([year, all]) => ({ year, n: all.length }));
  const most = Math.max(...counts.map(({ n }) => n));
  const best = counts
    .filter(({ n }) => n === most)
    .map(({ year }) => year)
    .toSorted((a, b) => a - b);
  const from = best[0] ?? 0;
  const to = best.at(-1) ?? from;
  if (most < 2)
    return say.pick({
      fr: 'Leurs périodes ne se recouvrent pas\u00a0: ce sont des gens de temps différents.',
      en: 'Their periods do not overlap: they are people of different times.',
    });
  const when = from === to ? String(from) : say.pick({ fr: `${from} à ${to}`, en: `${from} to ${to}` });
  return say.pick({
    fr: `Leurs périodes se recouvrent le plus en ${when}, que couvrent ${say.number(most)} des ${say.number(shown.length)} barres.`,
    en: `Their periods overlap the most in ${when}, covered by ${say.number(most)} of the ${say.number(shown.length)} bars.`,
  });
}

/** In the list by esteem: how far the order can be trusted. */
export function trust({ actors, weight, asked: { sort } }: MeasuredActors, say: Speech): string[] {
  if (sort !== 'esteem') return [];
  const shown = actors.slice(0, drawn);
  const lowest = shown[0]?.esteemInterval.low ?? 0;
  const near = shown.slice(1).filter(({ esteemInterval }) => esteemInterval.high >= lowest).length;
  if (weight === null)
    return [
      say.pick({
        fr: 'Les notes de ces personnes ne diffèrent pas plus que le hasard ne le ferait\u00a0: l’ordre ne veut rien dire.',
        en: 'The ratings of these people differ no more than chance would make them: the order means nothing.',
      }),
    ];
  return [
    near === 0
      ? say.pick({
          fr: 'L’intervalle de la première personne ne touche celui d’aucune autre.',
          en: 'The interval of the first person touches that of no other.',
        })
      : say.pick({
          fr: `L’ordre n’est pas sûr\u00a0: l’intervalle de ${say.several(near, 'autre personne', 'autres personnes')} touche celui de la première.`,
          en: `The order is not certain: the interval of ${say.several(near, 'other person', 'other people')} touches that of the first.`,
        }),
  ];
}

const orders: readonly Order[] = ['volume', 'audience', 'esteem'];
