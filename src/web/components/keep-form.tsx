import type { JSX } from 'preact';
import { asFilmId } from '#brand.ts';
import type { TasteCards } from '#web/components/basket.tsx';
import { pathIn } from '#web/language.ts';
import type { Site } from '#web/site.ts';
import { tasteQuery, type TasteUrl } from '#web/taste-url.ts';

interface KeepFormProps {
  readonly site: Site;
  readonly taste: TasteUrl;
  readonly cards: TasteCards;
}

/** Offers to keep the films of the address on this device; nothing when they all are, or when nothing can be kept. */
export function KeepForm({ site, taste, cards }: KeepFormProps): JSX.Element | null {
  const { kept } = site.words;
  const { visitor } = site;
  const lists = [
    [cards.liked, 'liked'],
    [cards.not, 'disliked'],
    [cards.seen, 'seen'],
  ] as const;
  const left = lists.some(([list, kind]) =>
    list.some(({ id }) => {
      const film = asFilmId(id);
      return film !== null && visitor?.marks.get(film)?.has(kind) !== true;
    }),
  );
  if (site.state === null || !left) return null;
  return (
    <form class="keep" method="post" action={pathIn(site.language, '/garder')}>
      <input type="hidden" name="taste" value={tasteQuery(taste)} />
      <button class="quiet button" aria-describedby="keep-hint">
        {visitor === null ? kept.keep : kept.keepAgain}
      </button>
      <span id="keep-hint">{kept.keepHint}</span>
    </form>
  );
}
