import { accessQuestion } from '#market/questions/access.ts';
import { agePotentialQuestion } from '#market/questions/age-potential.ts';
import { catchmentQuestion } from '#market/questions/catchment.ts';
import { occupancyQuestion, offerQuestion, perScreeningQuestion } from '#market/questions/cinemas.ts';
import { coverageQuestion } from '#market/questions/coverage.ts';
import { artEtEssaiQuestion, firstWeekQuestion, frenchFilmsQuestion } from '#market/questions/films.ts';
import { huffQuestion } from '#market/questions/huff.ts';
import { leakageQuestion } from '#market/questions/leakage.ts';
import { breakEvenQuestion, receiptQuestion } from '#market/questions/money.ts';
import { ageingQuestion } from '#market/questions/people.ts';
import type { Computed } from '#market/questions/question.ts';
import { recoveryQuestion, seasonalityQuestion } from '#market/questions/time.ts';

export { valueOf } from '#market/questions/question.ts';
export type { Answer, Computed, Used, Value } from '#market/questions/question.ts';

/** Everything that is computed from a market's book, in the order of the study. */
export const computed: readonly Computed[] = [
  ageingQuestion,
  recoveryQuestion,
  offerQuestion,
  frenchFilmsQuestion,
  artEtEssaiQuestion,
  firstWeekQuestion,
  perScreeningQuestion,
  occupancyQuestion,
  seasonalityQuestion,
  accessQuestion,
  catchmentQuestion,
  agePotentialQuestion,
  coverageQuestion,
  huffQuestion,
  leakageQuestion,
  receiptQuestion,
  breakEvenQuestion,
];

/** The question of a name, or undefined. */
export const computedNamed = (name: string): Computed | undefined => computed.find((one) => one.name === name);
