import type { FilmCard, Lanterne } from '#lanterne.ts';
import type { TasteCards } from '#web/components/basket.tsx';
import type { TasteUrl } from '#web/taste-url.ts';

const MOST_NAMED = 12;

/** The films of a taste, looked up; those beyond the limit are named up to a dozen. */
export async function tasteCards(lanterne: Lanterne, taste: TasteUrl): Promise<TasteCards> {
  const named = taste.leftAside.slice(0, MOST_NAMED);
  const known = new Map(
    (await lanterne.cards([...taste.liked, ...taste.not, ...taste.seen, ...named])).map((card) => [card.id, card]),
  );
  const pick = (ids: readonly string[]): FilmCard[] => ids.flatMap((id) => known.get(id) ?? []);
  const cards = { liked: pick(taste.liked), not: pick(taste.not), seen: pick(taste.seen), leftAside: pick(named) };
  const asked = taste.liked.length + taste.not.length + taste.seen.length;
  return { ...cards, unknown: asked - cards.liked.length - cards.not.length - cards.seen.length + taste.forged };
}
