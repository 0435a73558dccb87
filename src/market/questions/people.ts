import { ageing } from '#market/compute/ageing.ts';
import { both } from '#market/questions/both.ts';
import type { Computed } from '#market/questions/question.ts';

/** How old the people of the department are. */
export const ageingQuestion: Computed = {
  name: 'ageing',
  question: both('Quel âge a la population\u00a0?', 'How old is the population?'),
  formula: both(
    'part des 60 ans et plus\u00a0; indice de vieillissement = 100 × 65 ans et plus / moins de 20 ans. Les âges d’une tranche coupée sont répartis également.',
    'share of those of 60 and over; index of ageing = 100 × 65 and over / under 20. The ages of a band that is cut are taken as equally many.',
  ),
  citations: [
    { text: 'Insee, Définitions: indice de vieillissement', url: 'https://www.insee.fr/fr/metadonnees/definitions' },
  ],
  cautions: [],
  needs: both('la population par âge (fichier de l’INSEE)', 'the population by age (INSEE’s file)'),
  compute(book) {
    const { department } = book.home;
    const ages = book.ages(department);
    if (ages === null) return null;
    const { sixtyAndOver, underFifteen, index } = ageing(ages.bands);
    return {
      year: ages.year,
      reliability: 'B',
      used: ages.bands.map(({ from }) => ({ id: `age.${department}.${from}`, year: ages.year })),
      values: [
        { key: 'sixty-and-over', label: both('60 ans et plus', '60 and over'), value: sixtyAndOver, unit: 'share' },
        { key: 'under-fifteen', label: both('moins de 15 ans', 'under 15'), value: underFifteen, unit: 'share' },
        {
          key: 'index',
          label: both('65 ans et plus pour 100 de moins de 20 ans', '65 and over for 100 under 20'),
          value: index,
          unit: '',
        },
      ],
    };
  },
};
