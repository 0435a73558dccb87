import { around } from '#market/around.ts';
import { catchment } from '#market/compute/catchment.ts';
import { ids } from '#market/figure-ids.ts';
import { both, name } from '#market/questions/both.ts';
import type { Computed } from '#market/questions/question.ts';
import type { MarketBook } from '#market/types.ts';

/** What each cinema has around it, and what it draws from that. */
export const catchmentQuestion: Computed = {
  name: 'catchment',
  question: {
    fr: 'Que tire chaque cinéma des communes dont il est le plus proche\u00a0?',
    en: 'What does each cinema draw from the communes it is the nearest to?',
  },
  formula: {
    fr: 'indice de zone = entrées du cinéma / habitants des communes dont il est le cinéma fixe le plus proche. Zones\u00a0: primaire jusqu’à 15 minutes estimées, secondaire jusqu’à 20, tertiaire jusqu’à 30.',
    en: 'zone index = the cinema’s entries / people of the communes it is the nearest fixed cinema of. Zones: primary up to 15 estimated minutes, secondary up to 20, tertiary up to 30.',
  },
  citations: [
    {
      text: 'Code du cinéma, article R. 212-7-1: zone d’influence cinématographique',
      url: 'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000020908868/',
    },
  ],
  cautions: [
    {
      fr: 'Des spectateurs viennent d’ailleurs et d’autres partent ailleurs\u00a0: l’indice compare, il ne dit pas d’où vient chacun.',
      en: 'Some viewers come from elsewhere and others leave: the index compares, it does not say where each comes from.',
    },
  ],
  needs: {
    fr: 'les communes et les cinémas du département (fichiers de l’INSEE et du CNC)',
    en: 'the department’s communes and cinemas (files of INSEE and CNC)',
  },
  compute(book) {
    const { communes, fixed } = around(book);
    const [first] = communes;
    const [one] = fixed;
    if (first === undefined || one === undefined) return null;
    const grounds = catchment(communes, fixed).filter(({ people }) => people > 0);
    return {
      year: one.year,
      reliability: 'D',
      used: [
        { id: `communes.${book.home.department}`, year: first.year },
        ...grounds.map(({ cinema }) => ({ id: `cinema.${cinema.id}.entries`, year: cinema.year })),
        ...grounds.flatMap(({ cinema }) => laterEntries(book, cinema.id, cinema.year) ?? []),
      ],
      values: grounds.flatMap(({ cinema, people, zones, index }) => {
        const later = laterEntries(book, cinema.id, cinema.year);
        const of = name(`${cinema.name}, ${cinema.communeName}`);
        const value = (key: string, amount: number) => ({
          key: `${key}/${cinema.id}`,
          label: of,
          value: amount,
          unit: '',
        });
        return [
          value('index', index),
          value('people', people),
          value('primary', zones.primary),
          value('secondary', zones.secondary),
          value('tertiary', zones.tertiary),
          value('beyond', zones.beyond),
          ...(later === null
            ? []
            : [
                {
                  ...value('later-index', later.value / people),
                  label: both(`${of.fr}, ${later.year}`, `${of.en}, ${later.year}`),
                },
              ]),
        ];
      }),
    };
  },
};

/** Entries of a cinema after the official file's year, as the press has them. */
export function laterEntries(
  book: MarketBook,
  cinema: string,
  after: number,
): { readonly id: string; readonly year: number; readonly value: number } | null {
  const figure = book.figure(ids.cinemaEntries(cinema));
  return figure === null || figure.year <= after ? null : figure;
}
