import type { Context } from 'hono';
import type { JSX } from 'preact';
import { asFilmId } from '#brand.ts';
import { fault } from '#errors.ts';
import { mainGenre, type FilmCard, type FilmPage, type RecommendedFilm } from '#lanterne.ts';
import { browseAddress } from '#web/browse-url.ts';
import { Breadcrumb, breadcrumbList, browseTrail, type Crumb } from '#web/components/breadcrumb.tsx';
import { doneNotice } from '#web/components/done-notice.tsx';
import { FilmActions } from '#web/components/film-actions.tsx';
import { filmSheet, People, Story } from '#web/components/film-facts.tsx';
import { FilmLine } from '#web/components/film-line.tsx';
import { FilmStanding } from '#web/components/film-standing.tsx';
import { PublicPage } from '#web/components/public-page.tsx';
import { Poster } from '#web/components/poster.tsx';
import { SendDoor } from '#web/components/side-doors.tsx';
import { WishBox } from '#web/components/wish-box.tsx';
import { common } from '#web/components/reasons.tsx';
import { capital, facetLabel } from '#web/facet-labels.ts';
import { filmJsonLd } from '#web/film-json-ld.ts';
import { keepBriefly, page, queryOf } from '#web/page.ts';
import { nearbyShowings } from '#web/programme/nearby.tsx';
import { photoOf } from '#web/poster-address.ts';
import { filmAddress, filmsAddress, type Site } from '#web/site.ts';
import { isEmptyTaste, noTaste, readTaste, tasteQuery, type TasteUrl } from '#web/taste-url.ts';
import { otherTitleOf, titleAndYear, titleOf } from '#web/titles.ts';
import { wishView } from '#web/wish-view.ts';

const CLOSE_FILMS = 6;

/**
 * The page of one film.
 * @throws FILM_UNKNOWN
 */
export async function film(context: Context, site: Site): Promise<Response> {
  const id = asFilmId(context.req.param('id') ?? '');
  const facts = id === null ? null : await site.lanterne.filmPage(id);
  if (id === null || facts === null) throw fault('FILM_UNKNOWN', { id: id ?? '?' });
  keepBriefly(context);
  const taste = readTaste(queryOf(context));
  const close = await site.lanterne.similar(id, { top: CLOSE_FILMS });
  const { card } = facts;
  const { language, words } = site;
  const original = otherTitleOf(card, language);
  const line = [card.year, card.runtime === null ? null : words.duration(card.runtime)];
  const title = titleAndYear(card, language);
  const origin = site.here;
  const { description = `${title}. ${line.filter(Boolean).join(' · ')}` } = describe(facts, site);
  const sheet = await filmSheet({ site, taste, facts });
  const standing = await site.lanterne.standing(card);
  const nearby = await nearbyShowings({ site, taste }, id, { title: titleOf(card, language) });
  return page(
    context,
    <PublicPage
      site={site}
      title={title}
      path={`/film/${id}`}
      query={tasteQuery(taste)}
      description={description}
      indexed={isEmptyTaste(taste)}
      class="film-page"
      kind="video.movie"
      picture={photoOf(site, card, 'w500')}
      about={[
        filmJsonLd(site, facts, origin),
        breadcrumbList(origin, trailTo(site, card, noTaste), titleOf(card, language)),
      ]}
    >
      <Breadcrumb site={site} trail={trailTo(site, card, taste)} here={titleOf(card, language)} />
      {isEmptyTaste(taste) ? null : (
        <p class="back">
          <a href={filmsAddress(site, taste)}>{words.film.backToList}</a>
        </p>
      )}
      <article class="one-film">
        <Poster site={site} card={card} eager sizes="(min-width: 48rem) 20rem, 12rem" />
        <div class="heading">
          <h1>{titleOf(card, language)}</h1>
          {original === null ? null : (
            <p class="original" lang={card.language ?? undefined}>
              {original}
            </p>
          )}
          <p class="facts">{line.filter((part) => part !== null).join(' · ')}</p>
          {card.genres.length === 0 ? null : (
            <ul class="tags" aria-label={words.film.genres}>
              {card.genres.map((one) => (
                <li key={one}>
                  <a href={browseAddress(site, { genre: one }, taste)}>{words.genre(one)}</a>
                </li>
              ))}
            </ul>
          )}
          {nearby}
          <FilmActions site={site} taste={taste} id={id} title={titleOf(card, language)} />
          <SendDoor site={site} taste={taste} film={id} />
          {await doneNotice({ site, done: queryOf(context).get('done'), back: filmAddress(site, id, taste) })}
        </div>
        <div class="body">
          <WishBox
            site={site}
            film={id}
            back={filmAddress(site, id, taste)}
            view={await wishView(site, id)}
            shownNearby={nearby !== null}
            said={queryOf(context).get('wish')}
          />
          <Story site={site} facts={facts} />
          <People site={site} taste={taste} facts={facts} />
          {sheet}
          <FilmStanding site={site} taste={taste} card={card} standing={standing} />
        </div>
      </article>
      {close.length === 0 ? null : <CloseFilms site={site} taste={taste} from={facts} films={close} />}
    </PublicPage>,
  );
}

function trailTo(site: Site, { genres }: FilmCard, taste: TasteUrl): Crumb[] {
  const genre = mainGenre(genres);
  return [
    ...browseTrail(site, taste),
    ...(genre === null
      ? []
      : [{ name: capital(facetLabel(site, 'genre', genre)), href: browseAddress(site, { genre }, taste) }]),
  ];
}

function describe({ overview, overviewFr }: FilmPage, { language }: Site): { description?: string } {
  const story = language === 'fr' ? (overviewFr ?? overview) : overview;
  return story === null ? {} : { description: story.slice(0, 300) };
}

interface CloseFilmsProps {
  readonly site: Site;
  readonly taste: TasteUrl;
  readonly from: FilmPage;
  readonly films: readonly RecommendedFilm[];
}

function CloseFilms({ site, taste, from, films }: CloseFilmsProps): JSX.Element {
  const { words, language } = site;
  return (
    <section aria-labelledby="close-title">
      <h2 id="close-title">{words.film.similar}</h2>
      <ul class="films">
        {films.map(({ card, reasons }) => (
          <li key={card.id} class="film">
            <article>
              <Poster site={site} card={card} />
              <div class="about">
                <h3 class="film-title">
                  <a href={filmAddress(site, card.id, taste)}>{titleOf(card, language)}</a>
                </h3>
                <FilmLine site={site} card={card} />
              </div>
              <div class="why">
                {reasons[0] === undefined ? null : (
                  <p class="reason">
                    {words.reason.close}
                    {common(site, [card, from.card], reasons[0].traits)}
                  </p>
                )}
              </div>
            </article>
          </li>
        ))}
      </ul>
    </section>
  );
}
