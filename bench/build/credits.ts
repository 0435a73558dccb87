import { type Episode, hash01, walkEpisodes } from './episodes.ts';
import { quota } from './quota.ts';
import { episode, stream, titlesByType, titleTypes, type World } from './world.ts';

/** The principals of one title in billing order: person index, an index of `categories`, and a seed in [0, 1) for the role. */
export type Credits = {
  count: number;
  readonly people: Int32Array;
  readonly categories: Uint8Array;
  readonly roles: Float64Array;
};

export const categories = [
  'actor',
  'actress',
  'self',
  'director',
  'writer',
  'producer',
  'composer',
  'cinematographer',
  'editor',
  'production_designer',
  'casting_director',
] as const;
const actor = 0;
const actress = 1;
export const self = 2;
export const director = 3;
export const writer = 4;
export const producer = 5;
export const cinematographer = 7;
const laterCrew = [producer, writer, cinematographer, 8, 6, producer, 8, writer, 9, 10] as const;

const mostCredits = 256;

/**
 * Hands out the credits of the titles in file order; the same object each time. About three in five are cast, and a series
 * keeps three in four of its people from one episode to the next. Few people have many credits, many have few.
 */
export function walkCredits(world: World): (position: number) => Credits {
  const random = stream(world.seed, 'credits');
  const nextEpisode = walkEpisodes(world);
  const counts = titlesByType(world.scale).map((titles, type) => {
    const mean = titleTypes[type]?.principals ?? 0;
    return quota(titles * mean, titles, Math.min(mean - 1, 5), random);
  });
  const credits: Credits = {
    count: 0,
    people: new Int32Array(mostCredits),
    categories: new Uint8Array(mostCredits),
    roles: new Float64Array(mostCredits),
  };
  return (position) => {
    const type = world.types[position] ?? 0;
    credits.count = Math.min(mostCredits, counts[type]?.() ?? 0);
    fill(credits, world, type === episode ? nextEpisode() : null, random);
    return credits;
  };
}

function fill(credits: Credits, world: World, of: Episode | null, random: () => number): void {
  const { count, people, categories: kinds, roles } = credits;
  const factual = (of === null ? random() : hash01(of.parent, 1)) < 0.14;
  const cast = Math.round(count * (0.5 + 0.3 * random()));
  const turn = Math.floor((of === null ? random() : hash01(of.parent, 0)) * laterCrew.length);
  let directed = -1;
  for (let k = 0; k < count; k++) {
    const regular = of !== null && random() < 0.75;
    const fame = regular ? hash01(of.parent, 2 * k + 2) : random();
    let person = Math.floor(world.people * fame * fame);
    const kind = k < cast ? (factual ? self : person % 5 < 2 ? actress : actor) : crewAt(k - cast, turn);
    if (kind === writer && directed >= 0 && random() < 0.25) person = directed;
    if (kind === director) directed = person;
    people[k] = person;
    kinds[k] = kind;
    roles[k] = regular ? hash01(of.parent, 2 * k + 3) : random();
  }
}

const crewAt = (k: number, turn: number): number =>
  k === 0 ? director : k === 1 ? writer : (laterCrew[(k + turn) % laterCrew.length] ?? producer);
