import type { JSX } from 'preact';
import type { RecommendedShelves } from '#lanterne.ts';
import { FilmLine } from '#web/components/film-line.tsx';
import { filmAddress, type Site } from '#web/site.ts';
import type { TasteUrl } from '#web/taste-url.ts';
import { titleOf } from '#web/titles.ts';

interface ShelvesProps {
  readonly site: Site;
  readonly taste: TasteUrl;
  readonly shelves: RecommendedShelves['shelves'];
}

/** Named shelves: a heading and a few films each, told in a line or two, without posters. */
export function Shelves({ site, taste, shelves }: ShelvesProps): JSX.Element | null {
  if (shelves.length === 0) return null;
  return (
    <div class="shelves">
      {shelves.map(({ name, films }) => (
        <section key={name} aria-labelledby={`shelf-${name}`}>
          <h2 id={`shelf-${name}`}>{site.words.shelves[name]}</h2>
          <ul>
            {films.map(({ card }) => (
              <li key={card.id}>
                <a href={filmAddress(site, card.id, taste)}>{titleOf(card, site.language)}</a>
                <FilmLine site={site} card={card} genres={false} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
