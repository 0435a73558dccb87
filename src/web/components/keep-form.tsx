import type { JSX } from 'preact';
import { pathIn } from '#web/language.ts';
import type { Site } from '#web/site.ts';
import { namesFilms, tasteQuery, type TasteUrl } from '#web/taste-url.ts';

/** Offers to keep the films of the address on this device; nothing when they all are, or when nothing can be kept. */
export function KeepForm({ site, taste }: { readonly site: Site; readonly taste: TasteUrl }): JSX.Element | null {
  const { kept } = site.words;
  const { visitor } = site;
  if (site.state === null || !namesFilms(taste)) return null;
  const marked =
    visitor !== null &&
    [[taste.liked, 'liked'] as const, [taste.not, 'disliked'] as const, [taste.seen, 'seen'] as const].every(
      ([films, kind]) => films.every((film) => visitor.marks.get(film)?.has(kind) === true),
    );
  if (marked) return null;
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
