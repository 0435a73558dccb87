import type { Context } from 'hono';
import type { JSX } from 'preact';
import { asFilmId, type FilmId } from '#brand.ts';
import { fault } from '#errors.ts';
import type { FilmPage, RecommendedFilm } from '#lanterne.ts';
import { FilmFacts, People, Story } from '#web/components/film-facts.tsx';
import { FilmLine } from '#web/components/film-line.tsx';
import { Layout } from '#web/components/layout.tsx';
import { Poster } from '#web/components/poster.tsx';
import { SendDoor } from '#web/components/side-doors.tsx';
import { common } from '#web/components/reasons.tsx';
import { page, queryOf } from '#web/page.ts';
import { filmAddress, filmsAddress, type Site } from '#web/site.ts';
import { isEmptyTaste, put, readTaste, tasteQuery, type TasteUrl } from '#web/taste-url.ts';
import { otherTitleOf, titleAndYear, titleOf } from '#web/titles.ts';

const CLOSE_FILMS = 6;

/**
 * The page of one film.
 * @throws FILM_UNKNOWN
 */
export async function film(context: Context, site: Site): Promise<Response> {
  const id = asFilmId(context.req.param('id') ?? '');
  const facts = id === null ? null : await site.lanterne.filmPage(id);
  if (id === null || facts === null) throw fault('FILM_UNKNOWN', { id: id ?? '?' });
  const taste = readTaste(queryOf(context));
  const close = await site.lanterne.similar(id, { top: CLOSE_FILMS });
  const { card } = facts;
  const { language, words } = site;
  const original = otherTitleOf(card, language);
  const line = [
    card.year,
    card.runtime === null ? null : words.duration(card.runtime),
    card.genres.map(words.genre).join(', '),
  ];
  return page(
    context,
    <Layout
      site={site}
      title={titleAndYear(card, language)}
      path={`/film/${id}`}
      query={tasteQuery(taste)}
      {...describe(facts, site)}
      indexed={isEmptyTaste(taste)}
      class="film-page"
    >
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
          <p class="facts">{line.filter((part) => part !== null && part !== '').join(' · ')}</p>
          <FilmActions site={site} taste={taste} id={id} />
          <SendDoor site={site} taste={taste} film={id} />
        </div>
        <div class="body">
          <Story site={site} facts={facts} />
          <People site={site} facts={facts} />
          <FilmFacts site={site} facts={facts} />
        </div>
      </article>
      {close.length === 0 ? null : <CloseFilms site={site} taste={taste} from={facts} films={close} />}
    </Layout>,
  );
}

function describe({ overview, overviewFr }: FilmPage, { language }: Site): { description?: string } {
  const story = language === 'fr' ? (overviewFr ?? overview) : overview;
  return story === null ? {} : { description: story.slice(0, 300) };
}

function FilmActions({
  site,
  taste,
  id,
}: {
  readonly site: Site;
  readonly taste: TasteUrl;
  readonly id: FilmId;
}): JSX.Element {
  const { film: words } = site.words;
  const others = [
    ['seen', words.seen],
    ['not', words.not],
  ] as const;
  return (
    <ul class="film-actions" aria-label={words.actions}>
      <li>
        {taste.liked.includes(id) ? (
          <span class="done">{words.added}</span>
        ) : (
          <a class="button" href={filmsAddress(site, put(taste, 'liked', id))}>
            {words.add}
          </a>
        )}
      </li>
      {others.map(([list, label]) =>
        taste[list].includes(id) ? null : (
          <li key={list}>
            <a class="quiet button" href={filmsAddress(site, put(taste, list, id))}>
              {label}
            </a>
          </li>
        ),
      )}
    </ul>
  );
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
