import type { Words } from '#web/words.fr.ts';
import { numbers, quoted, several } from '#words/english.ts';

/** What the programmer reads of who would come. */
export const demandEn: Words['wishes']['demand'] = {
  title: 'Who would come?',
  lead: (threshold) =>
    `The films that people here would come to see, and how many seats they would take. Threshold of the house: ${numbers.format(threshold)} people.`,
  countedOn: (date) => `Counted on ${date}.`,
  none: 'No film is awaited by 5 people yet. Answers come by the button “I would come” of each film.',
  fewFilms: (count) => `Not shown, as fewer than 5 people await them: ${several(count, 'film', 'films')}.`,
  aside: (count) =>
    `${several(count, 'answer is not counted', 'answers are not counted')}: from unknown communes, or too many in one day from browsers that never came back.`,
  tableTitle: 'Awaited films, by the seats to be expected',
  film: 'Film',
  people: 'People',
  seats: 'Seats asked for',
  expected: 'Seats to be expected (9 chances in 10)',
  range: (low, high, mean) =>
    `${numbers.format(low)} to ${numbers.format(high)} (${numbers.format(Math.round(mean))} on average)`,
  at: 'Best at',
  recent: 'Last 4 weeks',
  rising: 'rising',
  marks: 'Liked it / to watch',
  standing: 'Where it stands',
  reached: 'threshold reached',
  missing: (count) => `${numbers.format(count)} short`,
  programmed: (day) => `on the programme on ${day}`,
  hidden: 'fewer than 5',
  untold: 'not told',
  few: 'too few',
  risingTitle: 'Under the threshold, but rising',
  risingNone: 'No film under the threshold clearly rises.',
  risingLine: (title, people, recent) =>
    `${quoted(title)}: ${several(people, 'person', 'people')}${recent === null ? '' : `, ${numbers.format(recent)} of them in the last four weeks`}`,
  download: 'Films (CSV)',
  downloadPlaces: 'Communes (CSV)',

  all: 'All films',
  filmPage: 'The page of the film',
  byCommune: 'Where they would come from',
  commune: 'Commune',
  several: 'Several communes',
  byVenue: (minutes) => `By venue, within ${minutes} minutes by car`,
  venue: 'Venue',
  atLeast: (count) => `at least ${numbers.format(count)}`,
  everywhere: 'Everywhere',
  best: (days) => `The days that suit most people: ${days}.`,
  anyDay: 'Any day suits.',
  groupsNote:
    'A commune is named from 5 people on. The others are counted together, so that no subtraction says how many come from a small commune.',

  attendanceTitle: 'How many came?',
  attendanceLead:
    'Each showing that is counted teaches how many of the “I would come” come true here, and narrows the interval. Ask at the desk how many had answered on the site, with those they bring: without that number the tickets sold teach nothing, as nobody knows who would have come anyway.',
  attendanceNone: 'No showing in the past four weeks.',
  sold: 'Tickets sold',
  came: 'of whom had answered',
  save: 'Save',
  saveFor: (title, when) => `Save for ${quoted(title)}, ${when}`,
  saved: 'Saved.',
  refused: 'These numbers do not go together: whole numbers, and no more answers kept than tickets sold.',

  methodTitle: 'How these seats are estimated',
  method: (share, low, high) =>
    `Share of the answers that come true: ${share}, between ${low} and ${high} (9 chances in 10).`,
  untaught:
    'No showing was counted here yet: this share is a choice. What is published says that people do about half of what they firmly intend (Sheeran and Webb 2016) and that 40 to 60% of those who register for a free event do not come; an answer that binds to neither a day nor a price is worth less.',
  taught: (runs) => `Learnt from ${several(runs, 'film counted', 'films counted')} here.`,
  methodNote:
    'A beta-binomial law, each party coming whole or not at all. Only those who answered are counted: others will come too, whom nothing here foresees.',
  references: [
    'Morrison 1979, “Purchase intentions and purchase behavior”, Journal of Marketing 43(2).',
    'Sheeran and Webb 2016, “The intention–behavior gap”, doi:10.1111/spc3.12265.',
  ],
  question: 'Which films would people here come to see, and how many seats would they take?',
  countedFilms: 'films awaited by 5 people or more',
  countedFilm: 'film awaited by 5 people or more',
};
