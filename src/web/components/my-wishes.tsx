import type { JSX } from 'preact';
import { Cross } from '#web/components/cross.tsx';
import { townNames } from '#market/town-names.ts';
import { Poster } from '#web/components/poster.tsx';
import { pathIn } from '#web/language.ts';
import type { MyWish } from '#web/my-wishes.ts';
import { filmAddress, type Site } from '#web/site.ts';
import { noTaste } from '#web/taste-url.ts';
import { titleOf } from '#web/titles.ts';

interface MyWishesProps {
  readonly site: Site;
  readonly wishes: readonly MyWish[];
  readonly back: string;
}

/** The films that the reader would come to, with what they said; nothing when there is none. */
export function MyWishes({ site, wishes, back }: MyWishesProps): JSX.Element | null {
  const { wishes: words } = site.words;
  const names = townNames(site.market());
  if (wishes.length === 0) return null;
  return (
    <section aria-labelledby="my-wishes">
      <h2 id="my-wishes">{words.mineTitle}</h2>
      <ul class="kept-films">
        {wishes.map(({ wish, card, count }) => {
          const title = titleOf(card, site.language);
          return (
            <li key={card.id}>
              <Poster site={site} card={card} silent sizes="4rem" />
              <div>
                <h3 class="film-title">
                  <a href={`${filmAddress(site, card.id, noTaste)}#je-viendrais`}>{title}</a>
                </h3>
                <p class="facts">
                  {words.mine(names.get(wish.commune) ?? wish.commune, words.days(wish.days), wish.seats)}
                </p>
                {count.kind === 'told' ? <p class="facts">{words.count(count.people, count.seats, true)}</p> : null}
              </div>
              <form class="marks" method="post" action={pathIn(site.language, '/je-viendrais')}>
                <input type="hidden" name="film" value={card.id} />
                <input type="hidden" name="back" value={back} />
                <button name="off" value="1" class="remove" aria-label={words.undoFor(title)}>
                  <Cross />
                </button>
              </form>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
