import { fewestPeople } from '#evaluate/evaluation.ts';
import { gini } from '#evaluate/gini.ts';
import type { Told } from '#indicators/told.ts';
import type { Speech } from '#words/speech.ts';

/** How often a film was shown. */
export interface Shown {
  readonly film: string;
  readonly shown: number;
}

export interface ShownGround {
  readonly shown: readonly Shown[];
  /** How many people saw them. */
  readonly people: number;
  /** How many films may be recommended. */
  readonly candidates: number;
  /** The thousand best known of these. */
  readonly wellKnown: ReadonlySet<string>;
}

/** What the site really showed: how much of the catalogue, how concentrated, how well known. Null for the ground: nothing is kept here. */
export function tellShown(ground: ShownGround | null, say: Speech): Told {
  const showings = ground?.shown.reduce((sum, { shown }) => sum + shown, 0) ?? 0;
  const enough = ground !== null && ground.people >= fewestPeople;
  const values = enough ? measure(ground, showings) : null;
  return {
    title: say.pick({ fr: 'Ce que le site a montré', en: 'What the site showed' }),
    question: say.pick({
      fr: 'Le site montre-t-il toujours les mêmes films\u00a0?',
      en: 'Does the site always show the same films?',
    }),
    finding: [
      ground === null
        ? say.pick({
            fr: 'Ce site ne garde rien de ses visiteurs\u00a0: ce qu’il montre n’est pas compté.',
            en: 'This site keeps nothing of its visitors: what it shows is not counted.',
          })
        : values === null
          ? tooFew(say)
          : sentence(values, ground, showings, say),
    ],
    cautions:
      values === null
        ? []
        : [
            say.pick({
              fr: 'Seules sont comptées les listes montrées à qui garde des films sur ce site\u00a0; les lecteurs anonymes ne sont pas suivis.',
              en: 'Only lists shown to those who keep films on this site are counted; anonymous readers are not followed.',
            }),
          ],
    charts: [],
    tables:
      values === null || ground === null
        ? []
        : [
            {
              name: 'shown',
              title: say.pick({ fr: 'Les films montrés', en: 'The films shown' }),
              columns: [
                { key: 'showings', title: say.pick({ fr: 'Films montrés', en: 'Films shown' }), kind: 'number' },
                {
                  key: 'people',
                  title: say.pick({ fr: 'à combien de personnes', en: 'to how many people' }),
                  kind: 'number',
                },
                { key: 'films', title: say.pick({ fr: 'films différents', en: 'different films' }), kind: 'number' },
                {
                  key: 'coverage',
                  title: say.pick({ fr: 'part du catalogue', en: 'share of the catalogue' }),
                  kind: 'share',
                  digits: 1,
                },
                {
                  key: 'well-known',
                  title: say.pick({ fr: 'parmi les mille plus connus', en: 'among the thousand best known' }),
                  kind: 'share',
                  digits: 1,
                },
                {
                  key: 'gini',
                  title: say.pick({ fr: 'Gini, tout le catalogue', en: 'Gini, whole catalogue' }),
                  kind: 'number',
                  digits: 2,
                },
                {
                  key: 'gini-shown',
                  title: say.pick({ fr: 'Gini, films montrés', en: 'Gini, films shown' }),
                  kind: 'number',
                  digits: 2,
                },
                {
                  key: 'novelty',
                  title: say.pick({ fr: 'nouveauté', en: 'novelty' }),
                  kind: 'number',
                  digits: 1,
                  unit: 'bits',
                },
              ],
              rows: [
                [
                  showings,
                  ground.people,
                  values.films,
                  values.coverage,
                  values.wellKnown,
                  values.gini,
                  values.giniShown,
                  values.novelty,
                ],
              ],
            },
          ],
    count: {
      value: enough ? showings : 0,
      what: say.pick({ fr: 'films montrés', en: 'films shown' }),
    },
    coverage: [],
    method: say.pick({
      fr: 'Journal des listes montrées à qui garde des films ici. L’indice de Gini vaut 0 quand tous les films sont montrés autant, près de 1 quand un seul l’est toujours. La nouveauté est la moyenne de − log₂ de la part des affichages que prend chaque film\u00a0: plus elle est grande, plus les films montrés sont divers. Aucun chiffre de moins de 5 personnes.',
      en: 'The log of lists shown to those who keep films here. The Gini index is 0 when all films are shown as often, near 1 when one always is. Novelty is the mean of − log₂ of the share of showings that each film takes: the higher, the more diverse the films shown. No figure of fewer than 5 people.',
    }),
    citations: [
      {
        text: 'Vargas & Castells 2011, “Rank and relevance in novelty and diversity metrics for recommender systems”, RecSys',
        url: 'https://doi.org/10.1145/2043932.2043955',
      },
    ],
  };
}

export const tooFew = (say: Speech): string =>
  say.pick({
    fr: `Trop peu de personnes gardent des films ici pour en dire un chiffre (n < ${fewestPeople}).`,
    en: `Too few people keep films here to tell a figure (n < ${fewestPeople}).`,
  });

interface Measured {
  readonly films: number;
  readonly coverage: number;
  readonly gini: number;
  readonly giniShown: number;
  readonly wellKnown: number;
  readonly novelty: number;
}

function measure({ shown, candidates, wellKnown }: ShownGround, showings: number): Measured {
  const counts = shown.map((one) => one.shown);
  const never = Math.max(0, candidates - shown.length);
  const known = shown.reduce((sum, one) => sum + (wellKnown.has(one.film) ? one.shown : 0), 0);
  return {
    films: shown.length,
    coverage: candidates === 0 ? 0 : Math.min(1, shown.length / candidates),
    gini: gini([...counts, ...new Float64Array(never)]),
    giniShown: gini(counts),
    wellKnown: showings === 0 ? 0 : known / showings,
    novelty: counts.reduce((sum, count) => sum - (count / showings) * Math.log2(count / showings), 0),
  };
}

function sentence(values: Measured, { people, candidates }: ShownGround, showings: number, say: Speech): string {
  return say.pick({
    fr: `À ${say.number(people)} personnes le site a montré ${say.several(values.films, 'film différent', 'films différents')} en ${say.several(showings, 'fois', 'fois')}, soit ${say.percent(values.coverage, 1)} des ${say.number(candidates)} qu’il peut proposer\u00a0; ${say.percent(values.wellKnown, 1)} de ce qu’il a montré est parmi les mille films les plus connus.`,
    en: `To ${say.number(people)} people the site showed ${say.several(values.films, 'different film', 'different films')} in ${say.several(showings, 'showing', 'showings')}, ${say.percent(values.coverage, 1)} of the ${say.number(candidates)} that it may offer; ${say.percent(values.wellKnown, 1)} of what it showed is among the thousand best known films.`,
  });
}
