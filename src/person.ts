import type { PersonId } from '#brand.ts';
import type { FilmCard, Cards } from '#cards.ts';
import type { Catalogue } from '#catalogue/catalogue.ts';
import { personCompany, personFacts, personFilms, personSeries } from '#catalogue/queries/person-page.ts';

/** What people do on films, in the order of a page; whatever else the sources say is 'other'. */
export const roles = [
  'director',
  'acting',
  'writer',
  'composer',
  'cinematographer',
  'editor',
  'producer',
  'self',
  'other',
] as const;
export type Role = (typeof roles)[number];

export interface FilmPart {
  readonly card: FilmCard;
  readonly characters: string | null;
}

export interface SeriesPart {
  readonly id: string;
  readonly title: string;
  readonly titleFr: string | null;
  readonly startYear: number | null;
  readonly endYear: number | null;
  readonly characters: string | null;
}

/** The work of one person in one role: films and series, the best known first, each once. */
export interface Work {
  readonly role: Role;
  readonly films: readonly FilmPart[];
  readonly series: readonly SeriesPart[];
}

export interface PersonPage {
  readonly id: PersonId;
  readonly name: string;
  readonly birthYear: number | null;
  readonly deathYear: number | null;
  /** The role of most titles first. */
  readonly works: readonly Work[];
  /** Those with whom they share the most films, at least two. */
  readonly company: readonly { readonly id: string; readonly name: string; readonly films: number }[];
}

const mostCompany = 10;

/** Reads a person's page; null when the catalogue has nobody of that identifier, or no name for them. */
export async function readPerson(
  catalogue: Pick<Catalogue, 'run'>,
  { cardsOf }: Pick<Cards, 'cardsOf'>,
  id: PersonId,
): Promise<PersonPage | null> {
  const person = id.startsWith('tm') ? -Number(id.slice(2)) : Number(id.slice(2));
  const [facts] = await catalogue.run(personFacts, { person });
  if (facts === undefined || facts.name === null || facts.id !== id) return null;
  const [credits, series, company] = await Promise.all([
    catalogue.run(personFilms, { person }),
    catalogue.run(personSeries, { person }),
    catalogue.run(personCompany, { person, most: mostCompany }),
  ]);
  const cards = await cardsOf(credits.map(({ film }) => film));
  const works = roles.map((role) => ({
    role,
    films: once(
      credits.filter(({ category }) => roleOf(category) === role),
      ({ film }) => film,
    )
      .flatMap(({ film, characters }) => {
        const card = cards.get(film);
        return card === undefined ? [] : [{ card, characters }];
      })
      .toSorted((a, b) => fame(b.card) - fame(a.card) || (b.card.year ?? 0) - (a.card.year ?? 0)),
    series: once(
      series.filter(({ category }) => roleOf(category) === role),
      (one) => one.id,
    ),
  }));
  const size = ({ films, series: shows }: Work): number => films.length + shows.length;
  return {
    id,
    name: facts.name,
    birthYear: facts.birthYear,
    deathYear: facts.deathYear,
    works: works.filter((work) => size(work) > 0).toSorted((a, b) => size(b) - size(a)),
    company,
  };
}

function roleOf(category: string): Role {
  if (category === 'actor' || category === 'actress') return 'acting';
  return roles.find((role) => role === category) ?? 'other';
}

const fame = ({ votes, renown }: FilmCard): number => (votes > 0 ? votes : (renown ?? 0) / 10);

function once<T>(list: readonly T[], keyOf: (item: T) => unknown): T[] {
  const met = new Set<unknown>();
  return list.filter((item) => {
    const key = keyOf(item);
    return met.has(key) ? false : met.add(key);
  });
}
