import type { Context } from 'hono';
import type { JSX } from 'preact';
import type { FilmId } from '#brand.ts';
import { dayInParis } from '#calendar/week.ts';
import { fewest } from '#demand/anonymous.ts';
import { publicCounts, type PublicCount } from '#demand/public-count.ts';
import { readThreshold } from '#demand/threshold.ts';
import type { FilmCard } from '#lanterne.ts';
import { mostWished } from '#state/demand.ts';
import { listShowings } from '#state/showings.ts';
import { MyWishes } from '#web/components/my-wishes.tsx';
import { PublicPage } from '#web/components/public-page.tsx';
import { Poster } from '#web/components/poster.tsx';
import { pathIn } from '#web/language.ts';
import { myWishes } from '#web/my-wishes.ts';
import { keepBriefly, page } from '#web/page.ts';
import { filmAddress, stateOf, type Site } from '#web/site.ts';
import { noTaste } from '#web/taste-url.ts';
import { titleOf } from '#web/titles.ts';

const path = '/envies';
const mostFilms = 60;

interface Awaited {
  readonly card: FilmCard;
  readonly people: number;
  readonly seats: number;
  readonly programmed: boolean;
}

/** What people here would come to see: one's own films first, then the most awaited. @throws NOTHING_KEPT */
export async function wishesPage(context: Context, site: Site): Promise<Response> {
  const { wishes: words } = site.words;
  const { db } = stateOf(site);
  const [mine, most, threshold] = await Promise.all([
    myWishes(site),
    mostWished(db, { most: mostFilms, least: fewest }),
    readThreshold(db),
  ]);
  const films = await awaitedOf(site, most);
  keepBriefly(context);
  return page(
    context,
    <PublicPage
      site={site}
      title={words.place}
      path={path}
      query=""
      description={words.lead}
      indexed
      class="my-list awaited"
    >
      <div class="wide">
        <h1>{words.place}</h1>
        <p class="lead">
          {words.lead} {words.next(threshold)}
        </p>
        <MyWishes site={site} wishes={mine} back={pathIn(site.language, path)} />
        <section aria-labelledby="most-awaited">
          <h2 id="most-awaited">{words.mostTitle}</h2>
          {films.length === 0 ? <p>{words.none(fewest)}</p> : <AwaitedFilms {...{ site, films, threshold }} />}
        </section>
        <p>
          <a class="button" href={pathIn(site.language, '/')}>
            {words.find}
          </a>
        </p>
      </div>
    </PublicPage>,
  );
}

async function awaitedOf(site: Site, films: readonly FilmId[]): Promise<Awaited[]> {
  const { db } = stateOf(site);
  const [cards, counts, coming] = await Promise.all([
    site.lanterne.cards(films),
    publicCounts(db, site.market(), films),
    listShowings(db, { from: dayInParis(Temporal.Now.instant()).toString() }),
  ]);
  const shown = new Set(coming.map(({ film }) => film));
  const byFilm = new Map<string, PublicCount>(counts);
  const ids = new Map(films.map((film) => [String(film), film]));
  return cards
    .flatMap((card) => {
      const count = byFilm.get(card.id);
      return count?.kind === 'told' ? [{ card, ...count, programmed: shown.has(ids.get(card.id) ?? null) }] : [];
    })
    .toSorted((a, b) => b.people - a.people || b.seats - a.seats || (a.card.id < b.card.id ? -1 : 1));
}

function AwaitedFilms({
  site,
  films,
  threshold,
}: {
  readonly site: Site;
  readonly films: readonly Awaited[];
  readonly threshold: number;
}): JSX.Element {
  const { wishes: words } = site.words;
  return (
    <ol class="kept-films awaited-films">
      {films.map(({ card, people, seats, programmed }) => (
        <li key={card.id}>
          <Poster site={site} card={card} silent sizes="4rem" />
          <div>
            <h3 class="film-title">
              <a href={`${filmAddress(site, card.id, noTaste)}#je-viendrais`}>{titleOf(card, site.language)}</a>
            </h3>
            <p class="facts">
              <strong>{words.people(people)}</strong>, {words.seats(seats)}
            </p>
            <p class="facts">
              {programmed
                ? words.onProgramme
                : people >= threshold
                  ? words.thresholdMet
                  : words.missingPeople(threshold - people)}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}
