import type { DotChart } from '#charts/chart.ts';
import type { Table, Told } from '#indicators/told.ts';
import { difference, outcomes, type Cell, type CellName, type Outcome, type Share } from '#quality/satisfaction.ts';
import { tooFew } from '#quality/shown-told.ts';
import type { Bilingual, Speech } from '#words/speech.ts';

const cellWords: Readonly<Record<CellName, Bilingual>> = {
  all: { fr: 'tous les films montrés', en: 'all films shown' },
  first: { fr: 'en tête de liste (les trois premiers)', en: 'at the top of the list (the first three)' },
  next: { fr: 'du quatrième au dixième rang', en: 'ranked fourth to tenth' },
  after: { fr: 'après le dixième rang', en: 'ranked after the tenth' },
  ranked: { fr: 'placés par le classement', en: 'placed by the ranking' },
  explored: { fr: 'placés par tirage au sort', en: 'placed by lot' },
  likes: { fr: 'd’après ce que d’autres aiment ensemble', en: 'from what others like together' },
  content: { fr: 'd’après ce que sont les films', en: 'from what the films are' },
  start: { fr: 'sans film nommé', en: 'no film named' },
};
const outcomeWords: Readonly<Record<Outcome, Bilingual>> = {
  liked: { fr: 'aimés', en: 'liked' },
  disliked: { fr: 'écartés', en: 'set aside' },
  seen: { fr: 'déjà vus', en: 'seen already' },
  wished: { fr: 'mis à voir', en: 'kept to watch' },
};

/** What those who keep films here did with the films that they were shown. Null: nothing is kept here. */
export function tellSatisfaction(cells: readonly Cell[] | null, say: Speech): Told {
  const of = (name: CellName): Cell['told'] => cells?.find((cell) => cell.name === name)?.told ?? null;
  const all = of('all');
  const told = all === null ? [] : (cells ?? []);
  return {
    title: say.pick({ fr: 'Ce qu’en font les visiteurs', en: 'What visitors do with it' }),
    question: say.pick({
      fr: 'Des films montrés, combien sont aimés, écartés, déjà vus, mis de côté pour les voir\u00a0?',
      en: 'Of the films shown, how many are liked, set aside, seen already, kept to watch?',
    }),
    finding:
      cells === null
        ? [
            say.pick({
              fr: 'Ce site ne garde rien de ses visiteurs\u00a0: il ne sait pas ce qu’ils font des films montrés.',
              en: 'This site keeps nothing of its visitors: it does not know what they do with the films shown.',
            }),
          ]
        : all === null
          ? [tooFew(say)]
          : [
              overall(all, say),
              ...compared(of('first'), of('after'), ['first', 'after'], say),
              ...compared(of('ranked'), of('explored'), ['ranked', 'explored'], say),
            ],
    cautions:
      all === null
        ? []
        : [
            say.pick({
              fr: 'Seuls disent ce qu’ils aiment ceux qui le veulent\u00a0: qui ne dit rien n’est pas forcément mécontent.',
              en: 'Only those who wish say what they like: who says nothing is not always displeased.',
            }),
            say.pick({
              fr: 'Un film du haut de la liste est plus regardé qu’un film du bas\u00a0: l’écart mêle le choix du modèle et la place.',
              en: 'A film at the top of the list is looked at more than one at the bottom: the difference mixes the model’s choice and the place.',
            }),
          ],
    charts: told.length < 2 ? [] : [chartOf(told, say)],
    tables: told.length === 0 ? [] : [tableOf(told, say)],
    count: { value: all?.films ?? 0, what: say.pick({ fr: 'films montrés', en: 'films shown' }) },
    coverage: [],
    method: say.pick({
      fr: 'Chaque film d’une liste est compté une fois\u00a0; la dernière opinion compte. Intervalles de Wilson à 95\u00a0%, élargis parce que les films d’une même personne ne sont pas indépendants (Korn et Graubard, 1998). Aucun chiffre de moins de 5 personnes, ni qui permettrait d’en déduire un. Une place sur dix est tirée au sort parmi les films suivants, avec une probabilité connue et notée\u00a0: sans elle, on ne saurait rien de ce que le classement ne montre pas.',
      en: 'Each film of a list is counted once; the last opinion counts. Wilson’s 95 % intervals, widened since the films of one person are not independent (Korn and Graubard, 1998). No figure of fewer than 5 people, nor one that would let such a figure be had. One place in ten is drawn by lot among the films that follow, with a known probability that is written down: without it, nothing would be known of what the ranking does not show.',
    }),
    citations: [
      {
        text: 'Wilson 1927, “Probable inference, the law of succession, and statistical inference”, JASA 22',
        url: 'https://doi.org/10.1080/01621459.1927.10502953',
      },
      {
        text: 'Korn & Graubard 1998, “Confidence intervals for proportions with small expected number of positive counts estimated from survey data”, Survey Methodology 24 (2)',
        url: null,
      },
    ],
  };
}

const withInterval = ({ share, low, high }: Share, say: Speech): string =>
  `${say.percent(share, 1)} (${say.percentRange(low, high, 1)})`;

function overall({ people, films, shares }: NonNullable<Cell['told']>, say: Speech): string {
  return say.pick({
    fr: `Sur ${say.several(films, 'film montré', 'films montrés')} à ${say.number(people)} personnes, ${withInterval(shares.liked, say)} ont été aimés, ${withInterval(shares.wished, say)} mis de côté pour les voir, ${withInterval(shares.seen, say)} étaient déjà vus et ${withInterval(shares.disliked, say)} ont été écartés.`,
    en: `Of ${say.several(films, 'film shown', 'films shown')} to ${say.number(people)} people, ${withInterval(shares.liked, say)} were liked, ${withInterval(shares.wished, say)} kept to watch, ${withInterval(shares.seen, say)} had been seen already and ${withInterval(shares.disliked, say)} were set aside.`,
  });
}

/** Which of two kinds of place is liked more, when their intervals tell. */
function compared(a: Cell['told'], b: Cell['told'], names: readonly [CellName, CellName], say: Speech): string[] {
  if (a === null || b === null) return [];
  const gap = difference(a.shares.liked, b.shares.liked);
  const [one, other] = names.map((name) => cellWords[name][say.language]);
  const shares = [a, b].map(({ shares: { liked } }) => say.percent(liked.share, 1));
  if (gap.low > 0 || gap.high < 0) {
    const more = gap.low > 0;
    return [
      say.pick({
        fr: `Les films ${one} sont ${more ? 'plus' : 'moins'} souvent aimés que les films ${other}\u00a0: ${shares[0]} contre ${shares[1]}.`,
        en: `Films ${one} are liked ${more ? 'more' : 'less'} often than films ${other}: ${shares[0]} against ${shares[1]}.`,
      }),
    ];
  }
  return [
    say.pick({
      fr: `Entre les films ${one} et les films ${other}, aucune différence n’est établie\u00a0: ${shares[0]} et ${shares[1]} sont aimés.`,
      en: `Between films ${one} and films ${other} no difference is established: ${shares[0]} and ${shares[1]} are liked.`,
    }),
  ];
}

function chartOf(cells: readonly Cell[], say: Speech): DotChart {
  const known = cells.flatMap(({ name, told }) => (told === null ? [] : [{ name, liked: told.shares.liked }]));
  const all = known.find(({ name }) => name === 'all');
  return {
    kind: 'dot',
    language: say.language,
    title: say.pick({
      fr: `${say.percent(all?.liked.share ?? 0, 1)} des films montrés ont été aimés`,
      en: `${say.percent(all?.liked.share ?? 0, 1)} of the films shown were liked`,
    }),
    description: say.pick({
      fr: 'Part des films montrés qui ont été aimés, en tout, selon la place, le tirage au sort et l’origine de la liste, avec l’intervalle à 95\u00a0%.',
      en: 'Share of the films shown that were liked, in all, by place, by lot and by what the list came from, with the 95 % interval.',
    }),
    x: {
      title: say.pick({
        fr: 'part des films montrés qui ont été aimés',
        en: 'share of the films shown that were liked',
      }),
      share: true,
    },
    ...(all === undefined ? {} : { neutral: all.liked.share }),
    dots: known.map(({ name, liked }) => ({
      name: cellWords[name][say.language],
      label: `${cellWords[name][say.language]}${say.pick({ fr: '\u00a0: ', en: ': ' })}${withInterval(liked, say)}`,
      x: liked.share,
      from: liked.low,
      to: liked.high,
    })),
  };
}

function tableOf(cells: readonly Cell[], say: Speech): Table {
  return {
    name: 'reactions',
    title: say.pick({ fr: 'Part des films montrés', en: 'Share of the films shown' }),
    columns: [
      { key: 'films', title: say.pick({ fr: 'Films', en: 'Films' }), kind: 'text' },
      { key: 'people', title: say.pick({ fr: 'personnes', en: 'people' }), kind: 'text' },
      { key: 'shown', title: say.pick({ fr: 'montrés', en: 'shown' }), kind: 'number' },
      ...outcomes.flatMap((outcome): Table['columns'] => [
        { key: outcome, title: outcomeWords[outcome][say.language], kind: 'share', digits: 1 },
        { key: `${outcome}-low`, title: say.pick({ fr: 'de', en: 'from' }), kind: 'share', digits: 1 },
        { key: `${outcome}-high`, title: say.pick({ fr: 'à', en: 'to' }), kind: 'share', digits: 1 },
      ]),
      {
        key: 'propensity',
        title: say.pick({ fr: 'probabilité d’être montré là', en: 'probability of being shown there' }),
        kind: 'share',
        digits: 1,
      },
    ],
    rows: cells.map(({ name, told }) => [
      cellWords[name][say.language],
      told === null ? say.pick({ fr: 'trop peu (n < 5)', en: 'too few (n < 5)' }) : say.number(told.people),
      told?.films ?? null,
      ...outcomes.flatMap((outcome) => {
        const share = told?.shares[outcome];
        return share === undefined ? [null, null, null] : [share.share, share.low, share.high];
      }),
      told?.propensity ?? null,
    ]),
  };
}
