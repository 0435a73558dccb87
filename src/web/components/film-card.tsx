import type { JSX } from 'preact';
import type { RecommendedFilm } from '#lanterne.ts';
import { FilmLine } from '#web/components/film-line.tsx';
import { MarkButtons } from '#web/components/mark-buttons.tsx';
import { Poster } from '#web/components/poster.tsx';
import { Reasons } from '#web/components/reasons.tsx';
import { filmAddress, type Site } from '#web/site.ts';
import type { TasteUrl } from '#web/taste-url.ts';
import { titleOf } from '#web/titles.ts';

interface FilmCardViewProps {
  readonly site: Site;
  readonly taste: TasteUrl;
  readonly film: RecommendedFilm;
  readonly eager: boolean;
  /** The page that holds the card, with its query. */
  readonly back: string;
  /** The logged list that the film stands in. */
  readonly list?: string | undefined;
  /** The address of the page for another taste: the list of films unless told. */
  readonly at?: ((taste: TasteUrl) => string) | undefined;
  /** Why it is here, when no film that the reader liked is a reason. */
  readonly without?: string | undefined;
}

/** One film of the results: poster, title, facts, reason, and what the reader may say of it. */
export function FilmCardView({ site, taste, film, eager, back, list, at, without }: FilmCardViewProps): JSX.Element {
  const { card } = film;
  const title = titleOf(card, site.language);
  return (
    <li class="film">
      <article>
        <Poster site={site} card={card} eager={eager} />
        <div class="about">
          <h2 class="film-title">
            <a href={filmAddress(site, card.id, taste)}>{title}</a>
          </h2>
          <FilmLine site={site} card={card} />
        </div>
        <div class="why">
          <Reasons site={site} film={film} liked={taste.liked.length} without={without} />
        </div>
        <MarkButtons site={site} taste={taste} id={card.id} title={title} back={back} list={list} at={at} />
      </article>
    </li>
  );
}
