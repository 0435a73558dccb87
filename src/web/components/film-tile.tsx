import type { ComponentChildren, JSX } from 'preact';
import type { FilmCard } from '#lanterne.ts';
import { FilmLine } from '#web/components/film-line.tsx';
import { MarkButtons } from '#web/components/mark-buttons.tsx';
import { Poster } from '#web/components/poster.tsx';
import { filmAddress, type Site } from '#web/site.ts';
import type { TasteUrl } from '#web/taste-url.ts';
import { titleOf } from '#web/titles.ts';

interface FilmTileProps {
  readonly site: Site;
  readonly taste: TasteUrl;
  readonly card: FilmCard;
  readonly eager?: boolean;
  /** The page that holds it, with its query, where the reader may say something of the film. */
  readonly back?: string;
  /** What the page says of this film. */
  readonly children?: ComponentChildren;
}

/** One film of a list that no taste made: poster, title, what tells it from its namesakes. */
export function FilmTile({ site, taste, card, eager = false, back, children }: FilmTileProps): JSX.Element {
  const title = titleOf(card, site.language);
  return (
    <li class="film">
      <article>
        <Poster site={site} card={card} eager={eager} sizes="(max-width: 30rem) 5.5rem, 8rem" />
        <div class="about">
          <h3 class="film-title">
            <a href={filmAddress(site, card.id, taste)}>{title}</a>
          </h3>
          <FilmLine site={site} card={card} />
        </div>
        <div class="why">{children}</div>
        {back === undefined ? null : <MarkButtons site={site} taste={taste} id={card.id} title={title} back={back} />}
      </article>
    </li>
  );
}
