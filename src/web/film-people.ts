import type { FilmPage } from '#lanterne.ts';

type Person = FilmPage['people'][number];

/**
 * The people of a film in some categories, each once, in billing order. A name that both sources give under identifiers of their own is one
 * person: IMDb's stays, with TMDB's part when IMDb has none.
 */
export function peopleIn({ people }: Pick<FilmPage, 'people'>, ...categories: readonly string[]): Person[] {
  const known = new Map<string, Person>();
  for (const one of people) {
    if (!categories.includes(one.category)) continue;
    const twin = known.get(one.person) ?? [...known.values()].find((other) => isTwin(one, other));
    if (twin === undefined) known.set(one.person, one);
    else if (twin.characters === null) known.set(twin.person, { ...twin, characters: one.characters });
  }
  return [...known.values()];
}

// TMDB's come after IMDb's in billing order.
const isTwin = (one: Person, other: Person): boolean =>
  one.name === other.name && one.person.startsWith('tm') && other.person.startsWith('nm');
