import type { Context } from 'hono';
import type { JSX } from 'preact';
import { fault } from '#errors.ts';
import type { BrowsedPage, BrowseWish } from '#lanterne.ts';
import { anything, browseAddress, browseQuery, readBrowse, saysTooMuch } from '#web/browse-url.ts';
import { Breadcrumb, breadcrumbList, browseTrail } from '#web/components/breadcrumb.tsx';
import { BrowseForm, Conditions, StartingPoints, type BrowseProps } from '#web/components/browse-form.tsx';
import { FilmTile } from '#web/components/film-tile.tsx';
import { PublicPage } from '#web/components/public-page.tsx';
import { capital, facetLabel } from '#web/facet-labels.ts';
import { page, queryOf } from '#web/page.ts';
import type { Site } from '#web/site.ts';
import { isEmptyTaste, noTaste, readTaste } from '#web/taste-url.ts';

const FIRST_ROWS = 6;
const MOST_INDEXED = 1;
const conditions = ['genre', 'decade', 'country', 'theme'] as const;

/**
 * Films by genre, decade, country and theme, a page at a time.
 * @throws PAGE_UNKNOWN for a value that no film has, and for a page past the last
 */
export async function browse(context: Context, site: Site): Promise<Response> {
  const query = queryOf(context);
  const taste = readTaste(query);
  const wish = readBrowse(query);
  const found = wish === null ? null : await site.lanterne.browse(wish);
  if (wish === null || found === null) throw fault('PAGE_UNKNOWN', { path: context.req.path });
  if (saysTooMuch(query)) return context.redirect(browseAddress(site, wish, taste), 303);
  const { words } = site;
  const { facets: text } = words.catalogue;
  const given = conditions.filter((name) => wish[name] !== '');
  const name =
    given.length === 0 ? text.title : capital(given.map((one) => facetLabel(site, one, wish[one])).join(', '));
  const title = wish.page === 1 ? name : `${name}, ${text.page(wish.page, found.pages).toLocaleLowerCase()}`;
  const summary = sentence(site, wish, found);
  const origin = site.here;
  const to = (number: number): string | null =>
    number < 1 || number > found.pages ? null : browseAddress(site, { ...wish, page: number }, taste);
  const address = browseQuery(wish, taste);
  const trail = browseTrail(site, taste).slice(0, given.length === 0 ? 1 : 2);
  return page(
    context,
    <PublicPage
      site={site}
      title={title}
      path="/parcourir"
      query={address}
      description={`${name}. ${summary}`}
      indexed={isEmptyTaste(taste) && given.length <= MOST_INDEXED && wish.order === 'merit' && found.total > 0}
      class="browse"
      canonical={`/parcourir${browseQuery(wish, noTaste)}`}
      summary={summary}
      about={[breadcrumbList(origin, browseTrail(site, noTaste).slice(0, trail.length), name)]}
      before={to(wish.page - 1)}
      after={to(wish.page + 1)}
    >
      <Breadcrumb site={site} trail={trail} here={name} />
      <h1>{name}</h1>
      {given.length === 0 ? <p class="lead">{text.lead}</p> : null}
      <BrowseForm site={site} taste={taste} wish={wish} found={found} />
      <Conditions site={site} taste={taste} wish={wish} />
      {given.length === 0 && wish.page === 1 ? <StartingPoints site={site} taste={taste} found={found} /> : null}
      <section id="films" aria-labelledby="films-title">
        <h2 id="films-title" class={given.length === 0 ? '' : 'heard-only'}>
          {text.results}
        </h2>
        {found.total === 0 ? (
          <Loosening site={site} taste={taste} wish={wish} found={found} />
        ) : (
          <>
            <p class="summary">{summary}</p>
            <ul class="films">
              {found.films.map((card, at) => (
                <FilmTile
                  key={card.id}
                  site={site}
                  taste={taste}
                  card={card}
                  eager={at < FIRST_ROWS && given.length > 0}
                  back={`/parcourir${address}`}
                >
                  {card.rating === null ? null : <p class="rated">{text.rating(card.rating, card.votes)}</p>}
                </FilmTile>
              ))}
            </ul>
            <Pager site={site} taste={taste} wish={wish} found={found} />
          </>
        )}
      </section>
    </PublicPage>,
  );
}

function sentence({ words }: Site, { order }: BrowseWish, { total, weighed }: BrowsedPage): string {
  const { facets } = words.catalogue;
  const how =
    order === 'year'
      ? facets.byNewest(weighed !== null)
      : weighed === null
        ? facets.byRenown
        : facets.byMerit(weighed.mean, weighed.least);
  return facets.count(total) + how;
}

/** Nothing meets all the conditions: which one to lift, and what that would give. */
function Loosening({ site, taste, wish, found }: BrowseProps): JSX.Element {
  const { facets } = site.words.catalogue;
  const useful = found.loosen.filter(({ films }) => films > 0);
  return (
    <div class="notice">
      <p>
        <strong>{facets.none}</strong> {useful.length === 0 ? null : facets.loosen}
      </p>
      <ul class="lines">
        {useful.map(({ condition, films }) => (
          <li key={condition}>
            <a href={browseAddress(site, { ...wish, [condition]: '', page: 1 }, taste)}>
              {facets.without(facetLabel(site, condition, wish[condition]), films)}
            </a>
          </li>
        ))}
        <li>
          <a href={browseAddress(site, anything, taste)}>{facets.restart}</a>
        </li>
      </ul>
    </div>
  );
}

function Pager({ site, taste, wish, found: { pages } }: BrowseProps): JSX.Element | null {
  const { facets } = site.words.catalogue;
  if (pages === 1) return null;
  const to = (number: number): string => `${browseAddress(site, { ...wish, page: number }, taste)}#films`;
  return (
    <nav class="pager" aria-label={facets.pages}>
      {wish.page === 1 ? (
        <span />
      ) : (
        <a class="quiet button" rel="prev" href={to(wish.page - 1)}>
          {facets.before}
        </a>
      )}
      <span aria-current="page">{facets.page(wish.page, pages)}</span>
      {wish.page === pages ? (
        <span />
      ) : (
        <a class="quiet button" rel="next" href={to(wish.page + 1)}>
          {facets.after}
        </a>
      )}
    </nav>
  );
}
