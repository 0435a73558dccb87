import { around } from '#market/around.ts';
import { audiencePerScreening } from '#market/compute/audience-per-screening.ts';
import { occupancy } from '#market/compute/occupancy.ts';
import { both, name } from '#market/questions/both.ts';
import type { Answer, Computed, Used, Value } from '#market/questions/question.ts';
import type { CinemaField } from '#market/trace.ts';
import type { Cinema, MarketBook } from '#market/types.ts';

export const needs = both('le fichier des établissements du CNC', 'the CNC’s file of cinemas');
export const cnc = {
  text: 'CNC, statistiques par secteur: salles de cinéma',
  url: 'https://www.cnc.fr/professionnels/etudes-et-rapports/statistiques/statistiques-par-secteur',
};

/** How many cinemas, how many of them labelled, and what travels. */
export const offerQuestion: Computed = {
  name: 'offer',
  question: both('De quoi l’offre est-elle faite\u00a0?', 'What is the supply made of?'),
  formula: both(
    'cinémas du fichier\u00a0; ceux qui sont classés art et essai\u00a0; part des entrées des circuits itinérants',
    'cinemas of the file; those classified art et essai; share of the entries of travelling circuits',
  ),
  citations: [cnc],
  cautions: [
    both(
      'Un circuit est compté tout entier là où il est inscrit, même quand il va dans d’autres départements.',
      'A circuit is counted whole where it is registered, even when it goes to other departments.',
    ),
  ],
  needs,
  compute: (book) =>
    ofCinemas(book, ['entries'], (cinemas) => {
      const entries = cinemas.reduce((sum, one) => sum + one.entries, 0);
      const away = cinemas.reduce((sum, one) => (one.travelling ? sum + one.entries : sum), 0);
      return [
        { key: 'cinemas', label: both('cinémas', 'cinemas'), value: cinemas.length, unit: '' },
        {
          key: 'labelled',
          label: both('classés art et essai', 'classified art et essai'),
          value: cinemas.filter(({ artEtEssai }) => artEtEssai).length,
          unit: '',
        },
        {
          key: 'travelling',
          label: both('part des entrées des circuits', 'share of the entries of circuits'),
          value: entries === 0 ? 0 : away / entries,
          unit: 'share',
        },
      ];
    }),
};

/** People at a screening. */
export const perScreeningQuestion: Computed = {
  name: 'audience-per-screening',
  question: both('Combien de spectateurs à une séance\u00a0?', 'How many people at a screening?'),
  formula: both('entrées / séances', 'entries / screenings'),
  citations: [cnc],
  cautions: [
    both(
      'Une salle aux nombreuses séances a moins de monde à chacune, et plus de choix d’horaires\u00a0: ce n’est pas une note.',
      'A hall with many screenings has fewer people at each, and more times to choose from: it is no mark.',
    ),
  ],
  needs,
  compute: (book) =>
    ofCinemas(book, ['entries', 'screenings'], (cinemas) => [
      {
        key: 'all',
        label: both('tous les cinémas', 'all the cinemas'),
        value: audiencePerScreening(cinemas),
        unit: '',
      },
      ...cinemas
        .filter(({ screenings }) => screenings > 0)
        .map((one) => ({ key: `at/${one.id}`, label: named(one), value: audiencePerScreening([one]), unit: '' })),
    ]),
};

/** Seats that are filled. */
export const occupancyQuestion: Computed = {
  name: 'seat-occupancy',
  question: both('Quelle part des fauteuils offerts est occupée\u00a0?', 'What share of the seats offered is filled?'),
  formula: both(
    'Σ entrées / Σ (séances × fauteuils / écrans)\u00a0: chaque séance est comptée dans une salle moyenne du cinéma',
    'Σ entries / Σ (screenings × seats / screens): each screening is counted in a mean hall of the cinema',
  ),
  citations: [cnc],
  cautions: [
    both(
      'Le CNC connaît la salle de chaque séance\u00a0; nous non. Un circuit itinérant n’a pas de fauteuils à lui\u00a0: il est laissé de côté.',
      'The CNC knows the hall of each screening; we do not. A travelling circuit has no seats of its own: it is left out.',
    ),
  ],
  needs,
  compute: (book) =>
    ofCinemas(book, ['entries', 'screenings', 'seats', 'screens'], (all) => {
      const cinemas = all.filter(({ travelling, screens, screenings }) => !travelling && screens > 0 && screenings > 0);
      return cinemas.length === 0
        ? []
        : [
            {
              key: 'all',
              label: both('tous les cinémas fixes', 'all the fixed cinemas'),
              value: occupancy(cinemas),
              unit: 'share',
            },
            ...cinemas.map((one) => ({
              key: `at/${one.id}`,
              label: named(one),
              value: occupancy([one]),
              unit: 'share',
            })),
          ];
    }),
};

const named = (cinema: Cinema): Value['label'] => name(`${cinema.name}, ${cinema.communeName}`);

/** An answer measured on the cinemas of the department; null without any, or when a value is no number. */
export function ofCinemas(
  book: MarketBook,
  fields: readonly CinemaField[],
  measure: (cinemas: readonly Cinema[]) => readonly Value[],
): Answer | null {
  const { cinemas } = around(book);
  const [first] = cinemas;
  const values = first === undefined ? [] : measure(cinemas);
  return first === undefined || values.length === 0 || !values.every(({ value }) => Number.isFinite(value))
    ? null
    : { year: first.year, reliability: 'B', values, used: rowsOf(cinemas, fields) };
}

/** The fields of some cinemas, as rows to trace. */
export const rowsOf = (cinemas: readonly Cinema[], fields: readonly CinemaField[]): Used[] =>
  cinemas.flatMap(({ id, year }) => fields.map((field) => ({ id: `cinema.${id}.${field}`, year })));
