import type { Context } from 'hono';
import { Basket } from '#web/components/basket.tsx';
import { Layout } from '#web/components/layout.tsx';
import { Scene } from '#web/components/scene.tsx';
import { TasteForm } from '#web/components/taste-form.tsx';
import { WaysIn } from '#web/components/ways-in.tsx';
import { WallOfFilms } from '#web/components/wall.tsx';
import { WelcomeBack } from '#web/components/welcome-back.tsx';
import { changeTold } from '#web/change-told.ts';
import { page, queryOf } from '#web/page.ts';
import { weekStrip } from '#web/programme/nearby.tsx';
import type { Place } from '#web/place.ts';
import { answerTyped } from '#web/routes/choice.tsx';
import type { Site } from '#web/site.ts';
import { tasteCards } from '#web/taste-cards.ts';
import { isEmptyTaste, namesFilms, readTaste, tasteQuery } from '#web/taste-url.ts';
import { readWall } from '#web/wall.ts';

/** The home page: the box, a wall of well-known films, and what the site is. */
export async function home(context: Context, site: Site): Promise<Response> {
  const query = queryOf(context);
  const taste = readTaste(query);
  const typed = await answerTyped(context, site, taste, query.get('q'));
  if (typed !== null) return typed;
  const { lanterne, words } = site;
  const cards = await tasteCards(lanterne, taste);
  const told = await changeTold(lanterne, taste, query.get('undo'));
  const wall = await readWall(lanterne, query.get('mur'));
  const place: Place = { path: '/', more: { mur: wall.shown?.key ?? '' } };
  return page(
    context,
    <Layout
      site={site}
      title={lanterne.config.cinemaName}
      path="/"
      query={tasteQuery(taste, place.more)}
      description={words.home.lead}
      indexed={isEmptyTaste(taste) && wall.shown === null}
      class="home"
    >
      <section class="hero">
        <Scene />
        <div class="hero-words">
          <h1>{words.home.title}</h1>
          <p class="lead">{words.home.lead}</p>
          <TasteForm site={site} taste={taste} place={place} told={told} />
        </div>
      </section>
      {await weekStrip({ site, taste })}
      <WaysIn site={site} taste={taste} />
      {!namesFilms(taste) ? (
        <div id="basket" hidden />
      ) : (
        <Basket site={site} place={place} taste={taste} cards={cards} />
      )}
      <WelcomeBack site={site} />
      <WallOfFilms site={site} place={place} taste={taste} wall={wall} />
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
