import type { Context } from 'hono';
import type { JSX } from 'preact';
import type { FilmCard } from '#lanterne.ts';
import { Basket } from '#web/components/basket.tsx';
import { Layout } from '#web/components/layout.tsx';
import { Poster } from '#web/components/poster.tsx';
import { Scene } from '#web/components/scene.tsx';
import { TasteForm } from '#web/components/taste-form.tsx';
import { WaysIn } from '#web/components/ways-in.tsx';
import { asFilmId } from '#brand.ts';
import { page, queryOf } from '#web/page.ts';
import { answerTyped } from '#web/routes/choice.tsx';
import { filmsAddress, type Site } from '#web/site.ts';
import { startFilms } from '#web/start-films.ts';
import { tasteCards } from '#web/taste-cards.ts';
import { isEmptyTaste, put, readTaste, tasteQuery, type TasteUrl } from '#web/taste-url.ts';
import { titleOf } from '#web/titles.ts';

const ON_THE_WALL = 12;
const FIRST_ROW = 6;

/** The home page: the box, a wall of well-known films, and what the site is. */
export async function home(context: Context, site: Site): Promise<Response> {
  const query = queryOf(context);
  const taste = readTaste(query);
  const typed = await answerTyped(context, site, taste, query.get('q'));
  if (typed !== null) return typed;
  const { lanterne, words } = site;
  const cards = await tasteCards(lanterne, taste);
  const films = await startFilms(lanterne, taste, ON_THE_WALL);
  return page(
    context,
    <Layout
      site={site}
      title={lanterne.config.cinemaName}
      path="/"
      query={tasteQuery(taste)}
      description={words.home.lead}
      indexed={isEmptyTaste(taste)}
      class="home"
    >
      <section class="hero">
        <Scene />
        <div class="hero-words">
          <h1>{words.home.title}</h1>
          <p class="lead">{words.home.lead}</p>
          <TasteForm site={site} taste={taste} />
        </div>
      </section>
      <WaysIn site={site} taste={taste} />
      {isEmptyTaste(taste) ? null : (
        <>
          <Basket site={site} taste={taste} cards={cards} />
          <p class="onward">
            <a class="button" href={filmsAddress(site, taste)}>
              {words.results.title}
            </a>
          </p>
        </>
      )}
      <section class="wall" aria-labelledby="wall-title">
        <h2 id="wall-title">{words.home.wall}</h2>
        <p>{words.home.wallLead}</p>
        <ul>
          {films.map(({ card }, at) => (
            <WallFilm key={card.id} site={site} taste={taste} card={card} eager={at < FIRST_ROW} />
          ))}
        </ul>
      </section>
      <ul class="points">
        {words.home.points.map(([title, text]) => (
          <li key={title}>
            <h2>{title}</h2>
            <p>{text}</p>
          </li>
        ))}
      </ul>
    </Layout>,
  );
}

function WallFilm({
  site,
  taste,
  card,
  eager,
}: {
  readonly site: Site;
  readonly taste: TasteUrl;
  readonly card: FilmCard;
  readonly eager: boolean;
}): JSX.Element {
  const id = asFilmId(card.id);
  return (
    <li>
      <a href={`${filmsAddress(site, id === null ? taste : put(taste, 'liked', id))}#q`}>
        <Poster site={site} card={card} eager={eager} silent sizes="11rem" />
        <span class="heard-only">{site.words.home.liked(titleOf(card, site.language))}</span>
      </a>
    </li>
  );
}
