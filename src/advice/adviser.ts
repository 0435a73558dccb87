import { LRUCache } from 'lru-cache';
import type { Catalogue } from '#catalogue/catalogue.ts';
import { advise, usualVotes, type Advice, type PersonLike } from '#advice/advise.ts';
import type { Locality } from '#advice/locality.ts';
import { usualWeights, type AdviceWeights } from '#advice/rank.ts';
import { chooseSeason, type Season, type SeasonWish } from '#advice/season.ts';

export interface AdviceWish {
  readonly weights?: AdviceWeights;
  readonly minVotes?: number;
  readonly likes?: readonly PersonLike[];
}

/** Who advises on one catalogue: what was worked out is kept as long as the catalogue is in service. */
export interface Adviser {
  advice(locality: Locality, wish?: AdviceWish): Promise<Advice>;
  season(wish: SeasonWish): Promise<Season>;
}

/** Pieces of advice kept: each is some hundred kilobytes. */
const mostKept = 40;

/** Opens the adviser of a catalogue, on a connection of its own: a page about one film never waits behind a measure of all. */
export function openAdviser(catalogue: Pick<Catalogue, 'beside'>): Adviser {
  const kept = new LRUCache<string, Promise<Advice>>({ max: mostKept });
  const likesSeen = new WeakMap<readonly PersonLike[], number>();
  let likesMet = 0;
  const seen = (likes: readonly PersonLike[]): number => {
    const known = likesSeen.get(likes) ?? ++likesMet;
    likesSeen.set(likes, known);
    return known;
  };
  let opened: Promise<Catalogue> | null = null;
  const beside = (): Promise<Catalogue> =>
    (opened ??= catalogue.beside().catch((error: unknown) => {
      opened = null;
      throw error;
    }));
  return {
    async advice(locality, { weights = usualWeights, minVotes = usualVotes, likes = [] } = {}) {
      const key = [
        ...Object.values(weights),
        minVotes,
        likes.length === 0 ? 0 : seen(likes),
        localityKey(locality),
      ].join(' ');
      const known = kept.get(key);
      if (known !== undefined) return known;
      const made = beside().then((own) => advise(own, locality, { weights, minVotes, likes }));
      kept.set(key, made);
      made.catch(() => kept.delete(key));
      return made;
    },
    season: async (wish) => chooseSeason(await beside(), wish),
  };
}

const localityKey = ({ genreAges, genreEntries, ...plain }: Locality): string =>
  JSON.stringify([plain, [...genreAges], [...genreEntries]]);
