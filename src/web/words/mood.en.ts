import type { Words } from '#web/words.fr.ts';
import { lists, quoted, several } from '#words/english.ts';

/** The mood page, "surprise me" and the ways in, in English. */
export const moodEn: Words['mood'] = {
  title: 'A film for your mood',
  lead: 'What do you feel like tonight? Choose a word, or put the point where you like.',
  words: 'In a word',
  pad: 'Or put the point',
  padLabel: 'Map of moods. The arrows move the point; the two settings below do the same.',
  valence: 'From the darkest to the brightest',
  valenceEnds: ['dark', 'bright'],
  energy: 'From the calmest to the liveliest',
  energyEnds: ['calm', 'lively'],
  value: (value, [low = '', high = '']) => {
    const [away, end] = [Math.abs(value), value < 0 ? low : high];
    if (away === 0) return 'in the middle';
    return `${away >= 7 ? 'very' : away >= 3 ? 'rather' : 'a little'} ${end} (${away} of 10)`;
  },
  show: 'See the films',
  none: 'Choose a mood: the films will come here.',
  results: (name) => `Mood: ${name}`,
  resultsAt: 'The films',
  between: (name) => `rather ${name}`,
  apart: (one, other) => `${one}, ${other}`,
  moved: (films, of) =>
    films === 0
      ? `These ${of} films were in your list already; their order has changed.`
      : films === of
        ? 'None of these films was in the list before: the mood changed all of it.'
        : `Of these ${of} films, ${several(films, 'came', 'came')} with the mood; the others were in your list already.`,
  chosen: (films) =>
    films === 1
      ? 'The mood chose this film among well-known ones.'
      : `The mood chose these ${films} films among well-known ones.`,
  leans: (sides) => `Rather ${lists.format(sides)}, going by its genre and its story.`,
  does: 'The mood only changes the order: it forbids no film. We guess it from each film’s genre, themes and synopsis, and may be wrong.',
  fromLiked: (titles, others) =>
    `From ${titles.map(quoted).join(', ')}${others > 0 ? ` and ${several(others, 'other film', 'other films')} that you liked` : ''}.`,
  fromNobody:
    'You have named no film that you liked: we start from the best-known films. With one or two that you like, it will be closer to you.',
  addFilms: 'Name my films',
  changeFilms: 'Change my films',
  refine: 'Refine this list (length, time, country…)',
  clear: 'Remove the mood',

  surprise: {
    title: 'Surprise me',
    lead: 'One film at a time, far from the obvious.',
    another: 'Another idea',
    fromLiked: 'Drawn among good candidates for your taste, a little aside and not too well known.',
    fromNobody:
      'Drawn among good films, leaving out the best known. With a film that you liked, it will be to your taste.',
    share: 'The address of this page leads to this film: you can come back to it, or send it.',
    page: 'All about this film',
    none: 'No film is left to draw. Remove a condition, or a film from your lists.',
    list: 'See my whole list',
  },

  ways: {
    title: 'Other ways to choose',
    mood: ['By mood', 'Gentle, funny, gripping… say what you feel like.'],
    surprise: ['Surprise me', 'One film at a time, far from the obvious.'],
    browse: ['Browse', 'By genre, by time, by country.'],
    group: ['With others', 'Each says their films; we look for the one that suits all.'],
  },
};
