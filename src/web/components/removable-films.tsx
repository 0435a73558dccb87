import type { JSX } from 'preact';
import type { FilmId } from '#brand.ts';
import type { FilmCard } from '#lanterne.ts';
import { Poster } from '#web/components/poster.tsx';
import type { Site } from '#web/site.ts';
import { titleAndYear, titleOf } from '#web/titles.ts';

interface RemovableFilmsProps {
  readonly site: Site;
  readonly films: readonly FilmId[];
  readonly cards: ReadonlyMap<string, FilmCard>;
  readonly kind: 'liked' | 'not';
  /** The way out of the list for a film; none leaves it without. */
  readonly way?: (film: FilmId, title: string) => JSX.Element;
}

/** Somebody's films as chips; those that the catalogue does not know are left out. */
export function RemovableFilms({ site, films, cards, kind, way }: RemovableFilmsProps): JSX.Element | null {
  const known = films.flatMap((film) => {
    const card = cards.get(film);
    return card === undefined ? [] : [{ film, card }];
  });
  if (known.length === 0) return null;
  return (
    <ul class="chips-of">
      {known.map(({ film, card }) => (
        <li key={film} class={`chip ${kind}`}>
          {kind === 'liked' ? <Poster site={site} card={card} eager silent sizes="2.5rem" /> : null}
          <span>{titleAndYear(card, site.language)}</span>
          {way?.(film, titleOf(card, site.language))}
        </li>
      ))}
    </ul>
  );
}

const Cross = (): JSX.Element => (
  <svg viewBox="0 0 20 20" width="16" height="16" aria-hidden="true" focusable="false">
    <path d="M4 4l12 12M16 4 4 16" />
  </svg>
);

/** The way out of a list, as a link. */
export const RemoveLink = ({ href, label }: { readonly href: string; readonly label: string }): JSX.Element => (
  <a class="remove" href={href} aria-label={label}>
    <Cross />
  </a>
);

/** The way out of a list, as the button of a form. */
export const RemoveButton = ({ label }: { readonly label: string }): JSX.Element => (
  <button class="remove" aria-label={label}>
    <Cross />
  </button>
);
