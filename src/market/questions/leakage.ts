import { huffFit, plausible } from '#market/compute/huff-fit.ts';
import { usualPower, type HuffPower } from '#market/compute/huff.ts';
import { both } from '#market/questions/both.ts';
import { huffGround, huffQuestion } from '#market/questions/huff.ts';
import type { Answer, Computed } from '#market/questions/question.ts';
import type { MarketBook } from '#market/types.ts';

/** How much of the demand goes to cinemas outside the department. */
export const leakageQuestion: Computed = {
  name: 'leakage',
  question: {
    fr: 'Quelle part de la demande part vers des cinémas d’ailleurs\u00a0?',
    en: 'What part of the demand goes to cinemas elsewhere?',
  },
  formula: {
    fr: 'évasion = 1 - Σ habitants × p(commune, cinémas du département) / Σ habitants, avec le modèle de Huff. Fourchette\u00a0: les couples α, β que les données ne séparent pas du meilleur, au seuil de 95\u00a0%.',
    en: 'leakage = 1 - Σ people × p(commune, cinemas of the department) / Σ people, with the model of Huff. Range: the pairs α, β that the data cannot tell from the best, at 95%.',
  },
  citations: huffQuestion.citations,
  cautions: [
    {
      fr: 'Seule une enquête (le code postal demandé à la caisse) dirait l’évasion vraie.',
      en: 'Only a survey (the postcode asked at the desk) would tell the true leakage.',
    },
  ],
  needs: huffQuestion.needs,
  compute: (book) => leakageAnswer(book),
};

/** The answer for chosen powers. */
export function leakageAnswer(book: MarketBook, power: HuffPower = usualPower): Answer | null {
  const ground = huffGround(book);
  if (ground === null || ground.cinemas.length === ground.compared) return null;
  const { leakage } = huffFit(ground.world, power);
  const all = [leakage, ...plausible(ground.grid, ground.compared).map((one) => one.leakage)];
  return {
    year: ground.year,
    reliability: 'D',
    used: ground.used,
    values: [
      {
        key: 'leakage',
        label: both('part qui part ailleurs', 'part that leaves'),
        value: leakage,
        unit: 'share',
        low: Math.min(...all),
        high: Math.max(...all),
      },
    ],
  };
}
