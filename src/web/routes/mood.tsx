import type { Context } from 'hono';
import type { JSX } from 'preact';
import type { RecommendedFilm } from '#lanterne.ts';
import { doneNotice } from '#web/components/done-notice.tsx';
import { Asked, Loosen } from '#web/components/asked.tsx';
import { FilmCardView } from '#web/components/film-card.tsx';
import { Layout } from '#web/components/layout.tsx';
import { MoodPad } from '#web/components/mood-pad.tsx';
import { filmList } from '#web/film-list.ts';
import { pathIn } from '#web/language.ts';
import { usualView, type MoodView } from '#web/list-view.ts';
import { brightFirst } from '#web/moods.ts';
import { page, queryOf } from '#web/page.ts';
import { filmsAddress, type Site } from '#web/site.ts';
import { tasteCards } from '#web/taste-cards.ts';
import { namesFilms, readTaste, tasteQuery, viewed, type TasteUrl } from '#web/taste-url.ts';
import { titleOf } from '#web/titles.ts';
import { withKnownView } from '#web/view-of.ts';
import { moodTold } from '#web/view-told.ts';
import type { TasteCards } from '#web/components/basket.tsx';

const SHOWN = 12;
const FIRST_ROWS = 4;
const MOST_NAMED = 3;

/** Films for a mood, from the films of the address or, without any, from the best known. */
export async function mood(context: Context, site: Site): Promise<Response> {
  const query = queryOf(context);
  const { taste, refused } = await withKnownView(site, readTaste(query), query);
  const { words } = site;
  const view = taste.view ?? usualView;
  const cards = await tasteCards(site.lanterne, taste);
  const started = cards.liked.length === 0;
  const addressOf = (other: TasteUrl): string => pathIn(site.language, '/humeur') + tasteQuery(other);
  const back = addressOf(taste);
  const notice = await doneNotice({ site, done: query.get('done'), back });
  const list = view.mood === null ? null : await filmList(site, taste, { top: SHOWN, started });
  const before = list === null || started ? [] : await withoutMood(site, taste, started);
  const moved = list?.films.filter(({ card }) => !before.includes(card.id)).length ?? 0;
  const leans = list === null || !started ? new Map<string, string>() : await leansOf(site, view.mood, list.films);
  return page(
    context,
    <Layout
      site={site}
      title={words.mood.title}
      path="/humeur"
      query={tasteQuery(taste)}
      description={words.mood.lead}
      indexed={!namesFilms(taste) && taste.view === undefined}
      class="results"
    >
      <h1>{words.mood.title}</h1>
      <p class="lead">{words.mood.lead}</p>
      {refused ? <p class="notice">{words.refine.refused}</p> : null}
      <p id="announce" class="heard-only" role="status" aria-live="polite" />
      <section id="results" aria-labelledby="results-title">
        <div class="mood-choice">
          <MoodWords site={site} taste={taste} at={addressOf} />
          <MoodPad site={site} taste={taste} />
        </div>
        {notice}
        <h2 id="results-title" tabIndex={-1}>
          {view.mood === null ? words.mood.resultsAt : words.mood.results(moodTold(site, view.mood))}
        </h2>
        <p id="summary">
          {list === null
            ? words.mood.none
            : started
              ? words.mood.chosen(list.films.length)
              : words.mood.moved(moved, list.films.length)}{' '}
          {list === null ? null : words.mood.does}
        </p>
        <From site={site} taste={taste} cards={cards} />
        <Asked site={site} taste={taste} at={addressOf} />
        {list === null ? null : (
          <>
            <Loosen site={site} taste={taste} at={addressOf} films={list.films.length} loosen={list.loosen} />
            <ol class="films">
              {list.films.map((film, rank) => (
                <FilmCardView
                  key={film.card.id}
                  site={site}
                  taste={taste}
                  film={film}
                  eager={rank < FIRST_ROWS}
                  back={back}
                  at={addressOf}
                  without={leans.get(film.card.id)}
                />
              ))}
            </ol>
            <p class="onward-list">
              <a class="quiet button" href={filmsAddress(site, taste)}>
                {words.mood.refine}
              </a>
            </p>
          </>
        )}
      </section>
    </Layout>,
  );
}

/** The films that the same page would show without the mood. */
async function withoutMood(site: Site, taste: TasteUrl, started: boolean): Promise<string[]> {
  const plain = viewed(taste, { ...(taste.view ?? usualView), mood: null });
  return (await filmList(site, plain, { top: SHOWN, started })).films.map(({ card }) => card.id);
}

/** A side of the plane that a film is on, a fifth of the way from the middle at the least. */
const ASIDE = 0.2;

/** Why the mood chose each film: the sides that were asked for and where the film stands. A film on none of them is left out. */
async function leansOf(
  { lanterne, words }: Site,
  asked: MoodView | null,
  films: readonly RecommendedFilm[],
): Promise<Map<string, string>> {
  const moods = asked === null ? [] : await lanterne.moodsOf(films.map(({ card }) => card.id));
  const side = (wished: number, is: number, [low = '', high = '']: readonly string[]): string[] =>
    Math.abs(is) < ASIDE || Math.sign(is) !== Math.sign(wished) ? [] : [is < 0 ? low : high];
  const told = [...moods].map(([id, at]): [string, string[]] => [
    id,
    [
      ...side(asked?.valence ?? 0, at.valence, words.mood.valenceEnds),
      ...side(asked?.energy ?? 0, at.energy, words.mood.energyEnds),
    ],
  ]);
  return new Map(told.flatMap(([id, sides]) => (sides.length === 0 ? [] : [[id, words.mood.leans(sides)]])));
}

interface MoodWordsProps {
  readonly site: Site;
  readonly taste: TasteUrl;
  readonly at: (taste: TasteUrl) => string;
}

function MoodWords({ site, taste, at }: MoodWordsProps): JSX.Element {
  const view = taste.view ?? usualView;
  return (
    <section aria-labelledby="mood-words">
      <h2 id="mood-words">{site.words.mood.words}</h2>
      <ul class="mood-words">
        {brightFirst.map(({ name, valence, energy }) => (
          <li key={name.fr}>
            <a
              href={`${at(viewed(taste, { ...view, mood: { valence, energy } }))}#results-title`}
              aria-current={view.mood?.valence === valence && view.mood.energy === energy ? 'true' : undefined}
            >
              {name[site.language]}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function From({ site, taste, cards }: Omit<MoodWordsProps, 'at'> & { readonly cards: TasteCards }): JSX.Element {
  const { mood: words } = site.words;
  const named = cards.liked.slice(0, MOST_NAMED).map((card) => titleOf(card, site.language));
  return (
    <p>
      {named.length === 0 ? words.fromNobody : words.fromLiked(named, cards.liked.length - named.length)}{' '}
      <a href={`${filmsAddress(site, taste)}#q`}>{named.length === 0 ? words.addFilms : words.changeFilms}</a>
    </p>
  );
}
