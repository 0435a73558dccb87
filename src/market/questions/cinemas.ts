import { around } from '#market/around.ts';
import { audiencePerScreening } from '#market/compute/audience-per-screening.ts';
import { occupancy } from '#market/compute/occupancy.ts';
import { pointsAbove, weightedShare } from '#market/compute/weighted-share.ts';
import { ids } from '#market/figure-ids.ts';
import { both, name } from '#market/questions/both.ts';
import type { Answer, Computed, Used, Value } from '#market/questions/question.ts';
import { cinemaShare, type CinemaField } from '#market/trace.ts';
import type { Cinema, MarketBook } from '#market/types.ts';

const needs = both('le fichier des établissements du CNC', 'the CNC’s file of cinemas');
const cnc = {
  text: 'CNC, statistiques par secteur: salles de cinéma',
  url: 'https://www.cnc.fr/professionnels/etudes-et-rapports/statistiques/statistiques-par-secteur',
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

/** The part of French films, here and elsewhere. */
export const frenchFilmsQuestion: Computed = {
  name: 'french-films',
  question: both(
    'Quelle part des entrées va aux films français\u00a0?',
    'What share of the entries goes to French films?',
  ),
  formula: both(
    'Σ entrées × part des films français / Σ entrées, sur les cinémas dont la part est connue\u00a0; écart en points avec la France',
    'Σ entries × share of French films / Σ entries, over the cinemas whose share is known; difference in points from France',
  ),
  citations: [cnc],
  cautions: [
    both(
      'Les entrées disent ce qui est vu parmi ce qui est montré\u00a0: le goût et la programmation ne s’y séparent pas.',
      'Entries say what is seen of what is shown: taste and programming cannot be told apart in them.',
    ),
  ],
  needs,
  compute: (book) => sharesOf(book, 'french-share', ids.frenchShare),
};

/** The part of films that are recommended art et essai. */
export const artEtEssaiQuestion: Computed = {
  name: 'art-et-essai',
  question: both(
    'Quelle part des entrées va aux films recommandés art et essai\u00a0?',
    'What share of the entries goes to films recommended art et essai?',
  ),
  formula: both(
    'Σ entrées × part des films art et essai / Σ entrées, sur les cinémas dont la part est connue',
    'Σ entries × share of art et essai films / Σ entries, over the cinemas whose share is known',
  ),
  citations: [cnc],
  cautions: [],
  needs,
  compute: (book) => sharesOf(book, 'art-et-essai-share', ids.artEtEssaiShare),
};

const named = (cinema: Cinema): Value['label'] => name(`${cinema.name}, ${cinema.communeName}`);

function ofCinemas(
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

const rowsOf = (cinemas: readonly Cinema[], fields: readonly CinemaField[]): Used[] =>
  cinemas.flatMap(({ id, year }) => fields.map((field) => ({ id: `cinema.${id}.${field}`, year })));

/** A share of the department, of the home commune and of the rest, beside that of France. */
function sharesOf(book: MarketBook, field: 'french-share' | 'art-et-essai-share', reference: string): Answer | null {
  const rows = around(book).cinemas.map((one) => ({ ...one, share: cinemaShare(one, field) }));
  const known = rows.filter(({ share }) => share !== null);
  const [first] = known;
  if (first === undefined) return null;
  const here = known.filter(({ commune }) => commune === book.home.commune);
  const elsewhere = known.filter(({ commune }) => commune !== book.home.commune);
  const national = book.figure(reference, first.year) ?? book.figure(reference);
  const all = weightedShare(rows);
  const part = (key: string, label: Value['label'], some: typeof known): Value[] =>
    some.length === 0 || some.length === known.length
      ? []
      : [{ key, label, value: weightedShare(some).share, unit: 'share' }];
  return {
    year: first.year,
    reliability: 'B',
    used: [
      ...rowsOf(known, ['entries', field]),
      ...(national === null ? [] : [{ id: national.id, year: national.year }]),
    ],
    values: [
      {
        key: 'share',
        label: both('tous les cinémas du département', 'all the cinemas of the department'),
        value: all.share,
        unit: 'share',
      },
      {
        key: 'known',
        label: both('part des entrées connue', 'share of the entries known'),
        value: all.known,
        unit: 'share',
      },
      ...part('home', both('cinémas de la commune', 'cinemas of the commune'), here),
      ...part('elsewhere', both('ailleurs dans le département', 'elsewhere in the department'), elsewhere),
      ...(national === null
        ? []
        : [
            {
              key: 'above',
              label: both('points au-dessus de la France', 'points above France'),
              value: pointsAbove(all.share, national.value),
              unit: 'points',
            },
          ]),
    ],
  };
}
