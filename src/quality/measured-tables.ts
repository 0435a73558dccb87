import type { DotChart } from '#charts/chart.ts';
import type { Contender, Estimate, Evaluation, Stratum } from '#evaluate/evaluation.ts';
import type { Table } from '#indicators/told.ts';
import type { Speech } from '#words/speech.ts';

/** How each way of choosing is called in a sentence. */
export const contenderNames: Readonly<Record<Contender['name'], { fr: string; en: string }>> = {
  service: { fr: 'le modèle en service', en: 'the model in service' },
  content: { fr: 'le contenu des films seul', en: 'what the films are, alone' },
  genres: { fr: 'les voisins par genre', en: 'neighbours by genre' },
  popularity: { fr: 'les films les plus aimés de tous', en: 'the films most liked by all' },
};

/** Ways of choosing beside one another, on the same viewers. */
export function contendersChart({ name, viewers, contenders }: Stratum, top: number, say: Speech): DotChart {
  const best = contenders.reduce<Contender | null>(
    (most, one) => (most === null || one.ndcg.mean > most.ndcg.mean ? one : most),
    null,
  );
  const who = best === null ? '' : contenderNames[best.name][say.language];
  return {
    kind: 'dot',
    language: say.language,
    title: say.pick({ fr: `Ce qui retrouve le plus\u00a0: ${who}`, en: `What finds most: ${who}` }),
    description: say.pick({
      fr: `nDCG@${top} de quatre façons de choisir, de 0 (rien) à 1 (tout, et en tête), avec l’intervalle à 95\u00a0%, sur ${say.number(viewers)} spectateurs (${name === 'own' ? 'visiteurs du site' : 'jeu public'}).`,
      en: `nDCG@${top} of four ways of choosing, from 0 (nothing) to 1 (all, and first), with the 95 % interval, on ${say.number(viewers)} viewers (${name === 'own' ? 'visitors of the site' : 'public set'}).`,
    }),
    x: { title: `nDCG@${top}`, zero: true },
    dots: contenders.map((one) => ({
      name: contenderNames[one.name][say.language],
      label: `${contenderNames[one.name][say.language]}${say.pick({ fr: '\u00a0: ', en: ': ' })}${say.number(one.ndcg.mean, 2)} (${say.range(one.ndcg.low, one.ndcg.high, 2)})`,
      x: one.ndcg.mean,
      from: one.ndcg.low,
      to: one.ndcg.high,
    })),
  };
}

export function contendersTable({ name, contenders }: Stratum, top: number, say: Speech): Table {
  const bounds = (key: string): Table['columns'] =>
    (['low', 'high'] as const).map((end) => ({
      key: `${key}-${end}`,
      title: say.pick(end === 'low' ? { fr: 'de', en: 'from' } : { fr: 'à', en: 'to' }),
      kind: key === 'hit' ? ('share' as const) : ('number' as const),
      digits: key === 'hit' ? 0 : 3,
    }));
  const three = ({ mean, low, high }: Estimate): number[] => [mean, low, high];
  return {
    name: name === 'own' ? 'own-visitors' : 'public-viewers',
    title: say.pick(
      name === 'own'
        ? { fr: 'Sur les visiteurs de ce site', en: 'On visitors of this site' }
        : { fr: 'Sur les spectateurs d’un jeu public', en: 'On viewers of a public set' },
    ),
    columns: [
      { key: 'way', title: say.pick({ fr: 'Façon de choisir', en: 'Way of choosing' }), kind: 'text' },
      { key: 'ndcg', title: `nDCG@${top}`, kind: 'number', digits: 3 },
      ...bounds('ndcg'),
      { key: 'recall', title: say.pick({ fr: `rappel@${top}`, en: `recall@${top}` }), kind: 'number', digits: 3 },
      ...bounds('recall'),
      { key: 'hit', title: say.pick({ fr: 'au moins un retrouvé', en: 'one found at least' }), kind: 'share' },
      ...bounds('hit'),
      {
        key: 'coverage',
        title: say.pick({ fr: 'part du catalogue proposée', en: 'share of the catalogue offered' }),
        kind: 'share',
        digits: 2,
      },
      {
        key: 'well-known',
        title: say.pick({ fr: 'parmi les mille plus connus', en: 'among the thousand best known' }),
        kind: 'share',
      },
    ],
    rows: contenders.map((one) => [
      contenderNames[one.name][say.language],
      ...three(one.ndcg),
      ...three(one.recall),
      ...three(one.hit),
      one.coverage,
      one.wellKnown,
    ]),
  };
}

export function behaviourTable({ behaviour: b, top }: Evaluation, say: Speech): Table {
  const rows: readonly (readonly [{ fr: string; en: string }, number, number | null, number | null])[] = [
    [{ fr: 'part du catalogue proposée', en: 'share of the catalogue offered' }, b.coverage, null, null],
    [{ fr: 'indice de Gini des films proposés', en: 'Gini index of the films offered' }, b.gini, null, null],
    [{ fr: 'part parmi les mille plus connus', en: 'share among the thousand best known' }, b.wellKnown, null, null],
    [
      { fr: 'variété d’une liste (0\u00a0: tous pareils)', en: 'variety of a list (0: all alike)' },
      b.diversity.mean,
      b.diversity.low,
      b.diversity.high,
    ],
    [
      { fr: 'part de la liste gardée avec un film de moins', en: 'share of the list kept with one film less' },
      b.steadiness.mean,
      b.steadiness.low,
      b.steadiness.high,
    ],
    [
      { fr: 'le film recule sans celui nommé en premier', en: 'the film falls without the one named first' },
      b.fidelity.fell,
      null,
      null,
    ],
    [{ fr: 'il sort de la liste', en: 'it leaves the list' }, b.fidelity.left, null, null],
    [
      { fr: 'il recule sans celui qui compte le moins', en: 'it falls without the one that counts least' },
      b.fidelity.fellWithoutLast,
      null,
      null,
    ],
  ];
  return {
    name: 'behaviour',
    title: say.pick({
      fr: `Comment se comporte le modèle sur ${say.number(b.baskets)} paniers tirés au hasard (listes de ${top}, ${say.number(b.candidates)} films à proposer)`,
      en: `How the model behaves on ${say.number(b.baskets)} baskets drawn by lot (lists of ${top}, ${say.number(b.candidates)} films to offer)`,
    }),
    columns: [
      { key: 'measure', title: say.pick({ fr: 'Mesure', en: 'Measure' }), kind: 'text' },
      { key: 'value', title: say.pick({ fr: 'Valeur', en: 'Value' }), kind: 'share', digits: 1 },
      { key: 'low', title: say.pick({ fr: 'de', en: 'from' }), kind: 'share', digits: 1 },
      { key: 'high', title: say.pick({ fr: 'à', en: 'to' }), kind: 'share', digits: 1 },
    ],
    rows: rows.map(([name, ...values]) => [name[say.language], ...values]),
  };
}
