import {
  boundsOf,
  drawn,
  periodFilms,
  type Actor,
  type MeasuredActors,
  type Order,
} from '#indicators/parts/actors-lists.ts';
import type { Bilingual, Speech } from '#words/speech.ts';

export const listNames: Readonly<Record<Order, Bilingual>> = {
  volume: { fr: 'par le nombre de films', en: 'by number of films' },
  audience: { fr: 'par l’audience (votes)', en: 'by audience (votes)' },
  esteem: { fr: 'par l’estime (note)', en: 'by esteem (rating)' },
};

export const nameOf = ({ name, id }: { readonly name: string | null; readonly id: string }): string => name ?? id;

/** What puts a person in their place of the list. */
export function standing(actor: Actor, sort: Order, say: Speech): string {
  if (sort !== 'esteem') {
    const { low, high } = boundsOf(actor, sort);
    const count =
      sort === 'volume' ? say.several(actor.films, 'film', 'films') : say.several(actor.votes, 'vote', 'votes');
    return low === high ? count : `${count} (${say.range(low, high)})`;
  }
  const { low, high } = actor.esteemInterval;
  return say.pick({
    fr: `${say.number(actor.esteem, 2)} sur 10 (${say.range(low, high, 2)})`,
    en: `${say.number(actor.esteem, 2)} out of 10 (${say.range(low, high, 2)})`,
  });
}

/** “, de 1983 à 2025, huit films sur dix entre 1990 et 2022”; nothing when the films are too few. */
export function period({ films, first, last, early, late }: Actor, say: Speech): string {
  if (films < periodFilms) return '';
  if (first === last) return say.pick({ fr: `, tous de ${first}`, en: `, all of ${first}` });
  return say.pick({
    fr: `, de ${first} à ${last}, huit films sur dix entre ${early} et ${late}`,
    en: `, from ${first} to ${last}, eight films in ten between ${early} and ${late}`,
  });
}

/** Who leads, with their period; then the two after. */
export function leaders({ actors, asked: { sort } }: MeasuredActors, scope: string, say: Speech): string {
  const [first, second, third] = actors;
  if (first === undefined || second === undefined || third === undefined) return '';
  const after = [second, third].map((actor) => `${nameOf(actor)}, ${standing(actor, sort, say)}`);
  const lead = `${nameOf(first)}, ${standing(first, sort, say)}${period(first, say)}`;
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

/** The year that the most of the drawn periods cover; null when too few of these people have films enough for a period. */
export function commonYear({ actors }: MeasuredActors, say: Speech): string | null {
  const shown = actors.slice(0, drawn).filter(({ films }) => films >= periodFilms);
  if (shown.length < 2) return null;
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
  const when =
    from === to
      ? say.pick({ fr: `en ${from}`, en: `in ${from}` })
      : say.pick({ fr: `de ${from} à ${to}`, en: `from ${from} to ${to}` });
  return say.pick({
    fr: `Leurs périodes se recouvrent le plus ${when}, que couvrent ${say.number(most)} des ${say.number(shown.length)} barres.`,
    en: `Their periods overlap the most ${when}, covered by ${say.number(most)} of the ${say.number(shown.length)} bars.`,
  });
}

/** How far the order can be trusted. */
export function trust(measured: MeasuredActors, say: Speech): string[] {
  const { actors, weight, asked } = measured;
  if (asked.sort !== 'esteem') return placesSentence(measured, asked.sort, say);
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

/** Whether the first stays so whatever the places that nobody knows. */
function placesSentence(
  { actors, rival, coverage, asked }: MeasuredActors,
  sort: 'volume' | 'audience',
  say: Speech,
): string[] {
  const [first] = actors;
  if (first === undefined || coverage.sure === coverage.credits) return [];
  const share = say.percent(1 - coverage.sure / coverage.credits);
  const name = nameOf(first);
  const told = (actor: Actor): string => {
    const { low, high } = boundsOf(actor, sort);
    return low === high ? say.number(low) : say.range(low, high);
  };
  const what = say.pick({ volume: { fr: 'films', en: 'films' }, audience: { fr: 'votes', en: 'votes' } }[sort]);
  const why = say.pick({
    fr: `la place dans la distribution est inconnue pour ${share} des rôles`,
    en: `the place in the cast is unknown for ${share} of the credits`,
  });
  if (rival === null)
    return [
      say.pick({
        fr: `${name} reste en tête quelles que soient les places inconnues (${why}).`,
        en: `${name} stays first whatever the unknown places (${why}).`,
      }),
    ];
  return [
    say.pick({
      fr: `L’ordre n’est pas sûr\u00a0: ${why}\u00a0; des places sûres seules à tous les rôles possibles jusqu’à la ${asked.billing}e place, ${name} a ${told(first)} ${what}, ${nameOf(rival)} ${told(rival)}.`,
      en: `The order is not certain: ${why}; from the certain places alone to all the credits that may be up to place ${asked.billing}, ${name} has ${told(first)} ${what}, ${nameOf(rival)} ${told(rival)}.`,
    }),
  ];
}

const orders: readonly Order[] = ['volume', 'audience', 'esteem'];
