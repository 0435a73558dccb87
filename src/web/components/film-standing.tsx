import type { JSX } from 'preact';
import type { FilmCard, Standing } from '#lanterne.ts';
import { browseAddress } from '#web/browse-url.ts';
import { capital, facetLabel } from '#web/facet-labels.ts';
import type { Site } from '#web/site.ts';
import type { TasteUrl } from '#web/taste-url.ts';

interface FilmStandingProps {
  readonly site: Site;
  readonly taste: TasteUrl;
  readonly card: FilmCard;
  /** Null for a film without votes. */
  readonly standing: Standing | null;
}

/** Where a film stands by IMDb's weighted rating, among how many, and how that is worked out; or its renown, where there are no votes. */
export function FilmStanding({ site, taste, card, standing }: FilmStandingProps): JSX.Element | null {
  const { standing: words } = site.words.catalogue;
  if (standing === null)
    return card.renown === null ? null : (
      <section aria-labelledby="standing-title">
        <h2 id="standing-title">{words.title}</h2>
        <p>{words.renown(card.renown)}</p>
      </section>
    );
  const { weighted, rank, ranked, least, mean, among } = standing;
  return (
    <section class="standing" aria-labelledby="standing-title">
      <h2 id="standing-title">{words.title}</h2>
      <p>
        {card.rating === null ? null : `${words.rating(card.rating, card.votes)} `}
        <strong>{words.weighted(weighted)}</strong>
      </p>
      <p>{rank === null ? words.unranked(card.votes, least) : words.rank(rank, ranked, least)}</p>
      {among === null ? null : (
        <p>
          <a href={browseAddress(site, { genre: among.genre, decade: among.decade }, taste)}>
            {capital(facetLabel(site, 'genre', among.genre))}, {facetLabel(site, 'decade', among.decade)}
          </a>
          {words.among(among.rank, among.ranked)}
        </p>
      )}
      <details>
        <summary>{words.how}</summary>
        <p>{words.formula(card.rating ?? 0, card.votes, least, mean)}</p>
      </details>
    </section>
  );
}
