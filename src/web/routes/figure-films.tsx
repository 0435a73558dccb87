import type { Context } from 'hono';
import type { JSX } from 'preact';
import { fault } from '#errors.ts';
import { knownIndicator, usableFilters } from '#indicators/ask.ts';
import { keyLabel } from '#indicators/key-label.ts';
import { describeFilters } from '#indicators/words/filters.ts';
import { Breadcrumb } from '#web/components/breadcrumb.tsx';
import { FilmTile } from '#web/components/film-tile.tsx';
import { Layout } from '#web/components/layout.tsx';
import { capital } from '#web/facet-labels.ts';
import { figureAddress, figureFilmsAddress, figuresTrail } from '#web/figure-addresses.ts';
import { page, queryOf } from '#web/page.ts';
import type { Site } from '#web/site.ts';
import { noTaste } from '#web/taste-url.ts';
import { speechOf } from '#words/speech.ts';

const PAGE = 48;
/** An indicator that gives so many films probably has more. */
const MANY = 1000;

/**
 * The films behind a bar, a point or a row, the most voted first.
 * @throws INDICATOR_UNKNOWN, FILTER_REFUSED; PAGE_UNKNOWN for a key that is none of the indicator's, and for a page past the last
 */
export async function figureFilms(context: Context, site: Site): Promise<Response> {
  const indicator = knownIndicator(context.req.param('name') ?? '');
  const { words, lanterne, language } = site;
  const { answers } = lanterne;
  const query = queryOf(context);
  const say = speechOf(language);
  const filters = usableFilters(indicator, (key) => query.get(key), await answers.holdings());
  const key = query.get('key') ?? '';
  const films = key === '' || key.length > 200 ? null : await answers.filmsBehind(indicator, filters, key);
  const place = query.get('page') ?? '1';
  const pages = Math.max(1, Math.ceil((films?.length ?? 0) / PAGE));
  const at = /^[1-9]\d{0,3}$/.test(place) ? Number(place) : 0;
  if (films === null || at < 1 || at > pages) throw fault('PAGE_UNKNOWN', { path: context.req.path });
  const told = (await answers.answer(indicator, filters))(say);
  const title = indicator.title[language];
  const cards = await lanterne.cardsAt(films.slice((at - 1) * PAGE, at * PAGE));
  const label = capital(keyLabel(told, key) ?? title);
  const { figures: text } = words;
  const back = figureAddress(site, indicator.name, filters);
  const to = (number: number): string =>
    figureFilmsAddress(site, indicator.name, filters, key, number === 1 ? {} : { page: String(number) });
  const narrowed = describeFilters(filters, say);
  const here = to(at).slice(to(at).indexOf('?'));
  return page(
    context,
    <Layout
      site={site}
      title={text.behind(label)}
      path={`/chiffres/${indicator.name}/films`}
      query={here}
      class="browse figure-films"
    >
      <Breadcrumb site={site} trail={[...figuresTrail(site), { name: title, href: back }]} here={text.filmsOfRow} />
      <h1>{label}</h1>
      <p class="lead">{films.length < MANY ? text.behindCount(films.length) : text.behindMost(films.length)}</p>
      {narrowed.length === 0 ? null : (
        <p class="figure-count">
          {text.narrowed} {narrowed.join(', ')}
        </p>
      )}
      <h2 class="heard-only" id="films">
        {text.filmsOfRow}
      </h2>
      <ul class="films">
        {cards.map((card, row) => (
          <FilmTile key={card.id} site={site} taste={noTaste} card={card} eager={row < 6}>
            {card.rating === null ? null : (
              <p class="rated">{words.catalogue.facets.rating(card.rating, card.votes)}</p>
            )}
          </FilmTile>
        ))}
      </ul>
      <Pager site={site} at={at} pages={pages} to={to} />
      <p class="back">
        <a href={back}>{text.backTo(title)}</a>
      </p>
    </Layout>,
  );
}

interface PagerProps {
  readonly site: Site;
  readonly at: number;
  readonly pages: number;
  readonly to: (page: number) => string;
}

function Pager({ site, at, pages, to }: PagerProps): JSX.Element | null {
  const { facets } = site.words.catalogue;
  if (pages === 1) return null;
  return (
    <nav class="pager" aria-label={facets.pages}>
      {at === 1 ? (
        <span />
      ) : (
        <a class="quiet button" rel="prev" href={`${to(at - 1)}#films`}>
          {facets.before}
        </a>
      )}
      <span aria-current="page">{facets.page(at, pages)}</span>
      {at === pages ? (
        <span />
      ) : (
        <a class="quiet button" rel="next" href={`${to(at + 1)}#films`}>
          {facets.after}
        </a>
      )}
    </nav>
  );
}
