import { numbers, quoted, several } from '#words/english.ts';
import type { Words } from '#web/words.fr.ts';

/** The pages of figures, in English. */
export const figuresEn: Words['figures'] = {
  places: 'Figures',
  title: 'Cinema in figures',
  lead: 'Plain questions about films, the people who make them and what is thought of them. Each answer says how many films it rests on, what is not known, and how it was computed.',
  description: 'Answers about cinema in figures, with their uncertainty, their sources and their data.',
  themes: {
    people: 'People',
    films: 'Films',
    esteem: 'What is thought of them',
    money: 'Money',
    world: 'The world and the catalogue',
  },
  elsewhere: 'For your cinema',
  others: [
    ['/etude', 'The market study', 'Who lives here, who comes, which films are seen, when, and from how far.'],
    ['/specialisation', 'Specialise?', 'The genres and times that are missing around here, for and against.'],
    ['/rapport', 'The report of the week', 'One page to pin up: what people kept, the season, an idea and a figure.'],
    ['/qualite', 'How good the suggestions are', 'What our recommendations are worth, measured on viewers.'],
  ],
  computing: 'This is being computed: open the page to read the answer.',

  filters: 'Narrow the question',
  any: { genre: 'All genres', country: 'All countries', usual: 'As usual' },
  apply: 'Compute again',
  narrowed: 'Filters:',
  reset: 'Back to how it was',
  refused: 'We could not answer this question.',

  count: ({ value, what, one = what }) => `N = ${several(value, one, what)}`,
  charts: 'In pictures',
  tables: 'The other tables',
  table: (title, rows) => `${title} (${several(rows, 'row', 'rows')})`,
  filmsOfRow: 'Films',
  filmsOf: (row) => `Films: ${row}`,
  coverage: 'What is known, and what is not',
  coverageLead: 'An answer is only about what is known.',
  cautions: 'To keep in mind',
  method: 'How it is computed',
  references: 'References',
  sources: 'Sources',
  sourcesOf: (line, date) => `${line}. Catalogue built on ${date}.`,
  quote: 'Quote this answer',
  quoteLabel: 'Sentence to copy',
  quoted: (finding, cinema, sources, date) => `${finding} (${cinema}, from ${sources}, catalogue of ${date})`,
  copied: 'Sentence copied.',
  copyByHand: 'Sentence selected: copy it.',
  copy: 'Copy',
  exports: 'Take the data with you',
  exportsLead: 'The filters, the date, the sources and their terms are written in each file.',
  tableFile: (title) => `Table: ${title}`,
  file: (title, kind) => `${title}, ${kind}`,

  behind: (title) => `The films behind this figure: ${title}`,
  behindCount: (films) =>
    films === 0 ? 'No film.' : `${several(films, 'film', 'films')}, from the most voted to the least.`,
  behindMost: (films) => `The ${numbers.format(films)} most voted films, from the most voted to the least.`,
  backTo: (title) => `Back to ${quoted(title)}`,
};
