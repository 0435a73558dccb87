import type { FilmCard } from '#lanterne.ts';
import { publicCounts, type PublicCount } from '#demand/public-count.ts';
import { wishesOf, type Wish } from '#state/wishes.ts';
import { stateOf, type Site } from '#web/site.ts';

/** A film that the reader said they would come to. */
export interface MyWish {
  readonly wish: Wish;
  readonly card: FilmCard;
  readonly count: PublicCount;
}

/** The films that the reader would come to, the latest first; those that the catalogue no longer has are left out. */
export async function myWishes(site: Site): Promise<MyWish[]> {
  if (site.visitor === null) return [];
  const { db } = stateOf(site);
  const wishes = await wishesOf(db, site.visitor.id);
  const films = wishes.map(({ film }) => film);
  const [cards, counts] = await Promise.all([site.lanterne.cards(films), publicCounts(db, site.market(), films)]);
  const byId = new Map(cards.map((card) => [card.id, card]));
  return wishes.flatMap((wish) => {
    const card = byId.get(wish.film);
    return card === undefined ? [] : [{ wish, card, count: counts.get(wish.film) ?? { kind: 'nobody' } }];
  });
}
