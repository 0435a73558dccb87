import type { FilmId } from '#brand.ts';
import type { TasteById } from '#lanterne.ts';
import type { TasteUrl } from '#web/taste-url.ts';
import type { Visitor } from '#web/visitor.ts';

/** The taste of the address, and what the visitor kept: their films are not proposed again, and what they dislike counts against. */
export function withKept({ liked, not, seen }: TasteUrl, visitor: Visitor | null): TasteById {
  if (visitor === null) return { liked, disliked: not, seen };
  const named = new Set([...liked, ...not, ...seen]);
  const others = (list: readonly FilmId[]): FilmId[] => list.filter((film) => !named.has(film));
  const { taste } = visitor;
  return {
    liked,
    disliked: [...not, ...others(taste.disliked)],
    seen: [...seen, ...others(taste.seen), ...others(taste.liked)],
  };
}

/** Every film that the visitor said something of. */
export const keptOf = (visitor: Visitor | null): FilmId[] => (visitor === null ? [] : [...visitor.marks.keys()]);
