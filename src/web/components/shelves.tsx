import type { JSX } from 'preact';
import type { RecommendedShelves } from '#lanterne.ts';
import type { ShelfName } from '#recommend/shape/shelf-kinds.ts';
import { FilmLine } from '#web/components/film-line.tsx';
import { Poster } from '#web/components/poster.tsx';
import { usualView, type ListView } from '#web/list-view.ts';
import { filmAddress, filmsAddress, type Site } from '#web/site.ts';
import { viewed, type TasteUrl } from '#web/taste-url.ts';
import { titleOf } from '#web/titles.ts';

interface ShelvesProps {
  readonly site: Site;
  readonly taste: TasteUrl;
  readonly shelves: RecommendedShelves['shelves'];
}

/** What a list must ask to be like a shelf and longer; null where nothing does. */
const moreOf: Readonly<Record<ShelfName, Partial<ListView> | null>> = {
  close: { far: -2, plain: true },
  'off-the-beaten-track': { rare: 2 },
  french: { land: 'FR', tongue: 'fr' },
  heritage: { from: null, to: 1969 },
  recent: { recent: 2 },
  'same-director': null,
  'short-evening': { length: 94 },
};

/** Named shelves of posters, each with why it is there; they wrap, so that nothing hides beyond an edge. */
export function Shelves({ site, taste, shelves }: ShelvesProps): JSX.Element | null {
  const { refine } = site.words;
  if (shelves.length === 0) return null;
  return (
    <div class="shelves">
      <h2 class="shelves-title">{refine.shelvesTitle}</h2>
      <p>{refine.shelvesLead}</p>
      {shelves.map(({ name, films }) => (
        <section key={name} class="shelf" aria-labelledby={`shelf-${name}`}>
          <h3 id={`shelf-${name}`}>{site.words.shelves[name]}</h3>
          <p class="facts">
            {refine.shelfWhy[name]} <More site={site} taste={taste} name={name} />
          </p>
          <ul>
            {films.map(({ card }) => (
              <li key={card.id}>
                <Poster site={site} card={card} silent sizes="9rem" />
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

function More({ site, taste, name }: Omit<ShelvesProps, 'shelves'> & { readonly name: ShelfName }): JSX.Element | null {
  const { refine, shelves } = site.words;
  const asked = moreOf[name];
  if (asked === null) return null;
  return (
    <a
      id={`more-${name}`}
      class="more"
      href={`${filmsAddress(site, viewed(taste, { ...(taste.view ?? usualView), ...asked }))}#results-title`}
    >
      {refine.more} <span class="heard-only">{refine.moreOf(shelves[name])}</span>
    </a>
  );
}
