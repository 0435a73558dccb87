import { around } from '#market/around.ts';
import { pointsAbove, weightedShare } from '#market/compute/weighted-share.ts';
import { ids } from '#market/figure-ids.ts';
import { both } from '#market/questions/both.ts';
import { cnc, needs, ofCinemas, rowsOf } from '#market/questions/cinemas.ts';
import type { Answer, Computed, Value } from '#market/questions/question.ts';
import { cinemaShare } from '#market/trace.ts';
import type { Cinema, MarketBook } from '#market/types.ts';

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

/** Films shown in the week of their release. */
export const firstWeekQuestion: Computed = {
  name: 'first-week-films',
  question: both(
    'Combien de films un cinéma montre-t-il dans leur semaine de sortie\u00a0?',
    'How many films does a cinema show in the week of their release?',
  ),
  formula: both(
    'films en première semaine / cinémas fixes, en un an\u00a0; à part, ceux de la commune et les autres',
    'films in their first week / fixed cinemas, in a year; apart, those of the commune and the others',
  ),
  citations: [cnc],
  cautions: [],
  needs,
  compute: (book) =>
    ofCinemas(book, ['films-in-first-week'], (all) => {
      const mean = (key: string, label: Value['label'], some: readonly Cinema[]): Value[] =>
        some.length === 0
          ? []
          : [{ key, label, value: some.reduce((sum, one) => sum + one.filmsInFirstWeek, 0) / some.length, unit: '' }];
      const fixed = all.filter(({ travelling }) => !travelling);
      return [
        ...mean('all', both('par cinéma', 'a cinema'), fixed),
        ...mean(
          'home',
          both('dans la commune', 'in the commune'),
          fixed.filter(({ commune }) => commune === book.home.commune),
        ),
        ...mean(
          'elsewhere',
          both('ailleurs', 'elsewhere'),
          fixed.filter(({ commune }) => commune !== book.home.commune),
        ),
      ];
    }),
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

/** A share of the department, of the home commune and of the rest, beside that of France. */
function sharesOf(book: MarketBook, field: 'french-share' | 'art-et-essai-share', reference: string): Answer | null {
  const rows = around(book).cinemas.map((one) => ({ ...one, share: cinemaShare(one, field) }));
  const known = rows.filter(({ share, entries }) => share !== null && entries > 0);
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
