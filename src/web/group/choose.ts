import { LRUCache } from 'lru-cache';
import type { FilmId } from '#brand.ts';
import type { FilmCard, Lanterne } from '#lanterne.ts';
import type { Together } from '#together.ts';
import type { Person } from '#web/group/person.ts';

/** What is chosen for the people of a group who named films that the catalogue knows: at least two of them. */
export interface Chosen {
  /** In the order of the members of `together`. */
  readonly people: readonly Person[];
  readonly together: Together;
}

const LISTED = 10;
const kept = new WeakMap<Lanterne, LRUCache<string, Promise<Together>>>();

/**
 * Chooses for the people who named films; null when fewer than two did. A film that anyone refused, saw or liked is out, and those chosen before.
 * The same question, asked again by another phone of the group, is answered from memory.
 */
export async function chooseFor(
  lanterne: Lanterne,
  all: readonly Person[],
  { cards, chosen }: { cards: ReadonlyMap<string, FilmCard>; chosen: readonly FilmId[] },
): Promise<Chosen | null> {
  const { people, members, away } = question(all, cards, chosen);
  if (people.length < 2) return null;
  const answers = kept.get(lanterne) ?? new LRUCache<string, Promise<Together>>({ max: 60 });
  kept.set(lanterne, answers);
  const key = JSON.stringify([members, away]);
  const known = answers.get(key);
  if (known !== undefined) return { people, together: await known };
  const asked = lanterne.group(members, { top: LISTED, away });
  answers.set(key, asked);
  asked.catch(() => answers.delete(key));
  return { people, together: await asked };
}

/** What a film would bring to each of those people, by handle; null when it may not be chosen. */
export async function gainsOf(
  lanterne: Lanterne,
  all: readonly Person[],
  { cards, chosen, film }: { cards: ReadonlyMap<string, FilmCard>; chosen: readonly FilmId[]; film: FilmId },
): Promise<ReadonlyMap<string, number> | null> {
  const { people, members, away } = question(all, cards, chosen);
  if (people.length < 2) return null;
  const { also } = await lanterne.group(members, { top: 1, away, also: [film], reasons: 0 });
  const [found] = also;
  if (found === undefined) return null;
  return new Map(people.map(({ handle }, place) => [handle, found.members[place]?.share ?? 0]));
}

/** The films that people named and those chosen, looked up. */
export async function cardsOf(
  lanterne: Lanterne,
  people: readonly Pick<Person, 'liked' | 'refused'>[],
  others: readonly FilmId[],
): Promise<ReadonlyMap<string, FilmCard>> {
  const ids = new Set([...people.flatMap(({ liked, refused }) => [...liked, ...refused]), ...others]);
  return new Map((await lanterne.cards([...ids])).map((card) => [card.id, card]));
}

function question(all: readonly Person[], cards: ReadonlyMap<string, FilmCard>, chosen: readonly FilmId[]) {
  const people = all.filter(({ liked }) => liked.some((film) => cards.has(film)));
  const others = all.filter((one) => !people.includes(one));
  return {
    people,
    members: people.map(({ liked, refused, seen, received }) => ({ liked, disliked: refused, seen, received })),
    away: [...chosen, ...others.flatMap(({ refused, seen }) => [...refused, ...seen])],
  };
}
