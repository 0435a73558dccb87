import type { JSX } from 'preact';
import { asFilmId } from '#brand.ts';
import type { RecommendedFilm } from '#lanterne.ts';
import { FilmLine } from '#web/components/film-line.tsx';
import { Poster } from '#web/components/poster.tsx';
import { Reasons } from '#web/components/reasons.tsx';
import { filmAddress, filmsAddress, type Site } from '#web/site.ts';
import { put, type TasteUrl } from '#web/taste-url.ts';
import { titleOf } from '#web/titles.ts';

interface FilmCardViewProps {
  readonly site: Site;
  readonly taste: TasteUrl;
  readonly film: RecommendedFilm;
  readonly eager: boolean;
}

/** One film of the results: poster, title, facts, reason, and what the reader may say of it. */
export function FilmCardView({ site, taste, film, eager }: FilmCardViewProps): JSX.Element {
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
          <Reasons site={site} film={film} liked={taste.liked.length} />
        </div>
        <Actions site={site} taste={taste} id={card.id} title={title} />
      </article>
    </li>
  );
}

interface ActionsProps {
  readonly site: Site;
  readonly taste: TasteUrl;
  readonly id: string;
  readonly title: string;
}

function Actions({ site, taste, id, title }: ActionsProps): JSX.Element | null {
  const { results } = site.words;
  const film = asFilmId(id);
  if (film === null) return null;
  const actions = [
    ['liked', results.alsoLiked],
    ['seen', results.seen],
    ['not', results.not],
  ] as const;
  return (
    <ul class="actions" aria-label={results.actions(title)}>
      {actions.map(([list, label]) => (
        <li key={list}>
          <a href={filmsAddress(site, put(taste, list, film))} data-swap>
            {label}
            <span class="heard-only"> ({title})</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
