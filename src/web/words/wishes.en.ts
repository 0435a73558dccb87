import { houseZone } from '#calendar/zone.ts';
import { demandEn } from '#web/words/demand.en.ts';
import type { Words } from '#web/words.fr.ts';
import { lists, numbers, quoted, several } from '#words/english.ts';

const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const moment = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: houseZone,
});
const hour = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: houseZone });

/** “I would come”, and what others wish. */
export const wishesEn: Words['wishes'] = {
  title: 'I would come',
  heading: 'At the cinema, near you',
  headingShown: 'Another day, another place?',
  day: (day) => dayNames[day - 1] ?? '',
  days: (days) =>
    days.length === 0 || days.length === 7
      ? 'on any day'
      : `on ${new Intl.ListFormat('en', { type: 'disjunction' }).format(days.map((day) => dayNames[day - 1] ?? ''))}`,
  when: (iso) => `${moment.format(new Date(iso))} at ${hour.format(new Date(iso))}`,

  people: (people) => several(people, 'person', 'people'),
  seats: (seats) => several(seats, 'seat', 'seats'),
  count: (people, seats, mine) =>
    `${several(people, 'person', 'people')} would come to see this film${mine ? ', you among them' : ''}: ${several(seats, 'seat', 'seats')} in all.`,
  few: 'Fewer than 5 people have asked for it so far.',
  fewWithMine: 'Fewer than 5 people have asked for it so far, you among them.',
  nobody: 'Nobody has asked for it yet: be the first.',
  next: (threshold) => `From ${numbers.format(threshold)} people on, the cinema looks whether it can show it.`,
  reached: (threshold) =>
    `The threshold of ${numbers.format(threshold)} people is reached: the cinema is looking whether it can show it.`,
  tellMe: 'Tell me when it is shown',

  ask: 'I would come to see it',
  commune: 'Where would you come from?',
  chooseCommune: 'Choose your commune',
  daysAsked: 'Which days suit you?',
  daysHint: 'If none is ticked, all of them do.',
  seatsAsked: 'How many would you be, yourself included?',
  submit: 'I would come',
  change: 'Change my answer',
  save: 'Save',
  undo: 'No, after all',
  undoFor: (title) => `Take back my answer for ${quoted(title)}`,
  promise:
    'This is no booking. The cinema reads numbers by commune, never of fewer than 5 people; nothing says who you are.',
  mine: (commune, days, seats) =>
    `You would come from ${commune}, ${seats === 1 ? 'by yourself' : `${seats} of you`}, ${days}.`,
  said: {
    made: 'Noted.',
    gone: 'Taken back.',
    commune: 'Your commune is missing: choose it, then confirm.',
    full: (most) => `You already wait for ${numbers.format(most)} films: take one back, then return to this one.`,
  },

  showings: 'Soon on a screen nearby',
  showing: (when, venue, commune) => `${when}, ${venue} (${commune})`,
  programme: 'The whole programme',
  far: 'Too far for you? Say where you would come from.',

  place: 'What people here want',
  lead: 'The films that people would come to see at the cinema. Nobody books, nobody pays: we count ourselves.',
  mineTitle: 'The films you wait for',
  mostTitle: 'The most awaited',
  none: (fewest) =>
    `No film is awaited by ${fewest} people yet. On the page of a film, “I would come” adds your voice.`,
  find: 'Look for a film',
  thresholdMet: 'threshold reached',
  missingPeople: (count) => `${several(count, 'person', 'people')} short of the threshold`,
  onProgramme: 'on the programme',
  list: (names) => lists.format(names),
  demand: demandEn,
};
