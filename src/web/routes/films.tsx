import { randomInt } from 'node:crypto';
import type { Context } from 'hono';
import type { FilmCard } from '#lanterne.ts';
import { Asked, Loosen } from '#web/components/asked.tsx';
import { Basket } from '#web/components/basket.tsx';
import { doneNotice } from '#web/components/done-notice.tsx';
import { Explain } from '#web/components/explain.tsx';
import { FilmCardView } from '#web/components/film-card.tsx';
import { KeepForm } from '#web/components/keep-form.tsx';
import { Layout } from '#web/components/layout.tsx';
import { Quick } from '#web/components/quick.tsx';
import { Refine } from '#web/components/refine.tsx';
import { Shelves } from '#web/components/shelves.tsx';
import { ImportDoor, SendDoor } from '#web/components/side-doors.tsx';
import { TasteForm } from '#web/components/taste-form.tsx';
import { filmList } from '#web/film-list.ts';
import { isUsual, usualView } from '#web/list-view.ts';
import { changeTold } from '#web/change-told.ts';
import { guessTold, localSeen } from '#web/local-seen.ts';
import { page, queryOf } from '#web/page.ts';
import { results } from '#web/place.ts';
import { answerTyped } from '#web/routes/choice.tsx';
import { logShown } from '#web/log-shown.ts';
import { filmsAddress, type Site } from '#web/site.ts';
import { tasteCards } from '#web/taste-cards.ts';
import { isEmptyTaste, readTaste, tasteQuery, type TasteUrl } from '#web/taste-url.ts';
import { titleOf } from '#web/titles.ts';
import { withKnownView } from '#web/view-of.ts';
import { wishesOf } from '#web/view-wishes.ts';
import { withKept } from '#web/with-kept.ts';

const SHOWN = 24;
const FIRST_ROWS = 6;
const ON_A_SHELF = 6;
const MOST_NAMED = 2;

/** The films recommended to the taste of the address, each with its reasons, then shelves of others; with `q`, what was typed is read first. */
export async function films(context: Context, site: Site): Promise<Response> {
  const query = queryOf(context);
  const asked = readTaste(query);
  const typed = await answerTyped(context, site, asked, query.get('q'));
  if (typed !== null) return typed;
  const { lanterne, words } = site;
  const { taste, refused } = await withKnownView(site, asked, query);
  const view = taste.view ?? usualView;
  const cards = await tasteCards(lanterne, taste);
  const told = await changeTold(lanterne, taste, query.get('undo'));
  const started = cards.liked.length === 0;
  const explore = site.visitor === null || started ? undefined : randomInt(2 ** 31);
  const { films: shown, basis, loosen, nationalityBy } = await filmList(site, taste, { top: SHOWN, started, explore });
  const away = shown.map(({ card }) => card.id);
  const { shelves } = started
    ? { shelves: [] }
    : await lanterne.shelves(withKept(taste, site.visitor), { ...wishesOf(view), each: ON_A_SHELF, away });
  const list = explore === undefined ? undefined : await logShown(site, shown, taste.liked);
  const addressOf = (other: TasteUrl): string => filmsAddress(site, other);
  const back = addressOf(taste);
  const notice = await doneNotice({ site, done: query.get('done'), back });
  const seen = localSeen(site);
  const guessed = guessTold(site, nationalityBy);
  const title = started ? words.results.startTitle : words.results.title;
  return page(
    context,
    <Layout
      site={site}
      indexed={isEmptyTaste(taste)}
      title={started ? title : titleFrom(site, cards.liked)}
      path="/films"
      query={tasteQuery(taste)}
      class="results"
    >
      <div class="desk">
        <TasteForm site={site} taste={taste} told={told} />
        <Basket site={site} place={results} taste={taste} cards={cards} />
        <div id="keep">
          <KeepForm site={site} taste={taste} cards={cards} />
        </div>
      </div>
      <section id="results" aria-labelledby="results-title">
        <h1 id="results-title" tabIndex={-1}>
          {title}
        </h1>
        {notice}
        <p id="summary">
          {!started
            ? words.results.summary(shown.length, cards.liked.length)
            : isUsual(view)
              ? seen === null
                ? words.results.startSummary
                : words.local.summary(seen)
              : words.refine.startSummary(shown.length)}
          {basis === 'start' || shown.length === 0 ? null : ` ${words.results.basis[basis]}`}
          {started || cards.liked.length < 2 || shown.length === 0 ? null : ` ${words.results.shares}`}
        </p>
        {guessed === null ? null : <p class="notice">{guessed}</p>}
        {refused ? <p class="notice">{words.refine.refused}</p> : null}
        <Quick site={site} taste={taste} />
        <Refine site={site} taste={taste} values={await lanterne.filterValues()} started={started} />
        <Asked site={site} taste={taste} at={addressOf} />
        <Loosen site={site} taste={taste} at={addressOf} films={shown.length} loosen={loosen} />
        {shown.length === 0 && loosen.length === 0 ? <p class="notice">{words.results.none}</p> : null}
        <ol class="films">
          {shown.map((film, at) => (
            <FilmCardView
              key={film.card.id}
              site={site}
              taste={taste}
              film={film}
              eager={at < FIRST_ROWS}
              back={back}
              list={list}
            />
          ))}
        </ol>
        {started ? <ImportDoor site={site} taste={taste} /> : <SendDoor site={site} taste={taste} />}
        <Explain site={site} taste={taste} basis={basis} />
        <Shelves site={site} taste={taste} shelves={shelves} />
      </section>
    </Layout>,
  );
}

/** The name of a list among others, in tabs, bookmarks and what a device keeps: the first films that it comes from. */
function titleFrom({ words, language }: Site, liked: readonly FilmCard[]): string {
  const named = liked.slice(0, MOST_NAMED).map((card) => titleOf(card, language));
  return words.results.titleFrom(named, liked.length - named.length);
}
