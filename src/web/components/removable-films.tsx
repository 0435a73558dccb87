import type { JSX } from 'preact';
import type { FilmId } from '#brand.ts';
import type { FilmCard } from '#lanterne.ts';
import { Cross } from '#web/components/cross.tsx';
import { PostButton } from '#web/components/post-button.tsx';
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

/** The way out of a list, as a link. */
export const RemoveLink = ({ href, label }: { readonly href: string; readonly label: string }): JSX.Element => (
  <a class="remove" href={href} aria-label={label}>
    <Cross />
  </a>
);

interface RemoveFormProps {
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly label: string;
}

/** The way out of a list, as a form that is one button. */
export const RemoveForm = ({ action, fields, label }: RemoveFormProps): JSX.Element => (
  <PostButton action={action} fields={fields} class="remove" label={label}>
    <Cross />
  </PostButton>
);
