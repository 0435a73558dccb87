import { randomInt } from 'node:crypto';
import type { Context } from 'hono';
import type { JSX } from 'preact';
import type { RecommendedFilm } from '#lanterne.ts';
import { Asked } from '#web/components/asked.tsx';
import { doneNotice } from '#web/components/done-notice.tsx';
import { FilmLine } from '#web/components/film-line.tsx';
import { Layout } from '#web/components/layout.tsx';
import { MarkButtons } from '#web/components/mark-buttons.tsx';
import { Poster } from '#web/components/poster.tsx';
import { Reasons } from '#web/components/reasons.tsx';
import { pathIn } from '#web/language.ts';
import { page, queryOf } from '#web/page.ts';
import { filmAddress, filmsAddress, type Site } from '#web/site.ts';
import { nextSeed, readSeed, seedOf, surpriseFilm, surpriseRows } from '#web/surprise.ts';
import { readTaste, tasteQuery, type TasteUrl } from '#web/taste-url.ts';
import { titleOf } from '#web/titles.ts';
import { withKnownView } from '#web/view-of.ts';

/** One film drawn for the reader; the seed stands in the address, so that the way back and a link lead to the same film. Without a seed, one is drawn. */
export async function surprise(context: Context, site: Site): Promise<Response> {
  const query = queryOf(context);
  const { taste } = await withKnownView(site, readTaste(query), query);
  const path = pathIn(site.language, '/surprise');
  const seed = readSeed(query.get('graine'));
  if (seed === null) {
    context.header('Cache-Control', 'no-store');
    return context.redirect(path + tasteQuery(taste, { graine: String(seedOf(randomInt(surpriseRows))) }), 302);
  }
  const { words } = site;
  const started = (await site.lanterne.cards(taste.liked)).length === 0;
  const film = await surpriseFilm(site, taste, started, seed);
  const story = film === null ? null : await storyOf(site, film.card.id);
  const addressOf = (other: TasteUrl, graine = seed): string => path + tasteQuery(other, { graine: String(graine) });
  const back = addressOf(taste);
  const notice = await doneNotice({ site, done: query.get('done'), back });
  return page(
    context,
    <Layout
      site={site}
      title={words.mood.surprise.title}
      path="/surprise"
      query={tasteQuery(taste, { graine: String(seed) })}
      description={words.mood.surprise.lead}
      class="results"
    >
      <h1>{words.mood.surprise.title}</h1>
      {notice}
      <p class="lead">{started ? words.mood.surprise.fromNobody : words.mood.surprise.fromLiked}</p>
      <Asked site={site} taste={taste} at={addressOf} />
      {film === null ? (
        <p class="notice">{words.mood.surprise.none}</p>
      ) : (
        <OneIdea site={site} taste={taste} film={film} story={story} started={started} back={back} at={addressOf}>
          <a class="button" href={addressOf(taste, nextSeed(seed))}>
            {words.mood.surprise.another}
          </a>
        </OneIdea>
      )}
      <p>
        {film === null ? null : `${words.mood.surprise.share} `}
        <a href={filmsAddress(site, taste)}>{words.mood.surprise.list}</a>
      </p>
    </Layout>,
  );
}

/** A synopsis, and whether it is in the reader's language. */
interface Told {
  readonly text: string;
  readonly own: boolean;
}

async function storyOf({ lanterne, language }: Site, id: string): Promise<Told | null> {
  const facts = await lanterne.filmPage(id);
  const [french, english] = [facts?.overviewFr ?? null, facts?.overview ?? null];
  const own = language === 'fr' ? french : english;
  const text = own ?? french ?? english;
  return text === null ? null : { text, own: own !== null };
}

interface OneIdeaProps {
  readonly site: Site;
  readonly taste: TasteUrl;
  readonly film: RecommendedFilm;
  readonly story: Told | null;
  readonly started: boolean;
  readonly back: string;
  readonly at: (taste: TasteUrl) => string;
  /** The way to the next idea. */
  readonly children: JSX.Element;
}

function OneIdea({ site, taste, film, story, started, back, at, children }: OneIdeaProps): JSX.Element {
  const { words, language } = site;
  const { card } = film;
  const title = titleOf(card, language);
  const countries = words.list(card.countries.slice(0, 2).flatMap((code) => words.country(code) ?? []));
  return (
    <article class="idea">
      <Poster site={site} card={card} eager silent sizes="(min-width: 48rem) 20rem, 60vw" />
      <div class="idea-words">
        <h2 id="idea-title">
          <a href={filmAddress(site, card.id, taste)}>{title}</a>
        </h2>
        <FilmLine site={site} card={card} />
        {countries === '' ? null : <p class="facts">{countries}</p>}
        {card.rating === null ? null : <p class="facts">{words.catalogue.standing.rating(card.rating, card.votes)}</p>}
        {story === null ? null : (
          <p class="story" lang={story.own ? undefined : words.otherLanguage.code}>
            {story.text}
          </p>
        )}
        {started ? null : <Reasons site={site} film={film} liked={taste.liked.length} />}
        <MarkButtons site={site} taste={taste} id={card.id} title={title} back={back} at={at} />
        <p class="idea-next">
          {children}
          <a class="quiet button" href={filmAddress(site, card.id, taste)}>
            {words.mood.surprise.page}
          </a>
        </p>
      </div>
    </article>
  );
}
