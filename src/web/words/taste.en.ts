import { lists, plurals, quoted, several } from '#words/english.ts';
import type { Words } from '#web/words.fr.ts';

const named = (titles: readonly string[], films: number): string =>
  lists.format([
    ...titles.map(quoted),
    ...(films > titles.length ? [several(films - titles.length, 'other film', 'other films')] : []),
  ]);
const one = (films: number): boolean => plurals.select(films) === 'one';

/** The box, the reader's films and the wall. */
export const tasteEn: Words['taste'] = {
  verdict: 'This film',
  like: 'I liked it',
  dislike: 'I did not like it',
  notLabel: 'A film that you did not like',
  failed: 'The list of titles does not come: the connection seems to be down. Write the whole title, then press “Add”.',
  added: {
    liked: (titles, films) =>
      one(films)
        ? `${named(titles, films)} is among the films you liked.`
        : `${several(films, 'film', 'films')} understood: ${named(titles, films)}.`,
    not: (titles, films) =>
      one(films)
        ? `${named(titles, films)} is among the films you did not like.`
        : `${several(films, 'film', 'films')} understood, not liked: ${named(titles, films)}.`,
    seen: (titles, films) => `${named(titles, films)} ${one(films) ? 'is' : 'are'} among the films already seen.`,
  },
  moved: {
    liked: (titles, films) => `${named(titles, films)} ${one(films) ? 'goes' : 'go'} to the films you liked.`,
    not: (titles, films) => `${named(titles, films)} ${one(films) ? 'goes' : 'go'} to the films you did not like.`,
    seen: (titles, films) => `${named(titles, films)} ${one(films) ? 'goes' : 'go'} to the films already seen.`,
  },
  removed: (titles, films) => `${named(titles, films)} ${one(films) ? 'is' : 'are'} removed from your list.`,
  emptied: (films) => `List cleared: ${several(films, 'film', 'films')} removed.`,
  undo: 'Undo',
  others: (films) => `See ${several(films, 'other film', 'other films')}`,
  turn: {
    liked: 'In fact, not liked',
    not: 'In fact, liked',
    seen: 'And I liked it',
  },
  wall: {
    groups: 'Kinds of film',
    decades: 'By decade',
    decade: (year) => `${year}s`,
    famous: 'Best known',
    themes: {
      comedies: 'French comedies',
      classiques: 'Great classics',
      famille: 'For the family',
      amour: 'Love stories',
      policiers: 'Crime',
      aventure: 'Adventure',
      frissons: 'To shiver',
      ailleurs: 'From elsewhere',
      recents: 'Recent',
    },
    before: (year) => `before ${year}`,
    like: 'I liked',
    liked: 'Liked',
    take: 'Remove',
    not: 'Not liked',
    seen: 'Seen',
    count: (films) => several(films, 'film liked', 'films liked'),
    onward: 'See my films',
  },
};
