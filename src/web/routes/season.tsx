import { houseZone } from '#calendar/zone.ts';
import type { Context } from 'hono';
import type { JSX } from 'preact';
import { filmsOfSeason, readSeason } from '#advice/ask-advice.ts';
import { adviceRefusal } from '#advice/refusal-words.ts';
import { notSpecialities } from '#advice/niche.ts';
import type { Season, SeasonWish } from '#advice/season.ts';
import { originNames } from '#advice/tell-advice.ts';
import { seasonName, seasonReasons, tellSeason } from '#advice/tell-season.ts';
import { exportCsv } from '#indicators/export-csv.ts';
import { noFilters } from '#indicators/filters.ts';
import type { Holdings } from '#indicators/holdings.ts';
import type { Told } from '#indicators/told.ts';
import type { FilmCard } from '#lanterne.ts';
import { seasonAddress } from '#web/advice-addresses.ts';
import { Breadcrumb } from '#web/components/breadcrumb.tsx';
import { DataTable } from '#web/components/data-table.tsx';
import { FilmTile } from '#web/components/film-tile.tsx';
import { Layout } from '#web/components/layout.tsx';
import { capital } from '#web/facet-labels.ts';
import { pathIn } from '#web/language.ts';
import { page, queryOf } from '#web/page.ts';
import { publicPage } from '#web/ready-pages.ts';
import { figuresTrail } from '#web/figure-addresses.ts';
import type { Site } from '#web/site.ts';
import { noTaste } from '#web/taste-url.ts';
import { titleOf } from '#web/titles.ts';
import { speechOf } from '#words/speech.ts';

/** A thematic season: films with reasons, running times and what to ask of the distributor, to be read, printed or taken away. */
export async function season(context: Context, site: Site): Promise<Response> {
  const { wish, refused, holdings } = await asked(context, site);
  const { advice: text } = site.words;
  const say = speechOf(site.language);
  const trail = [...figuresTrail(site), { name: text.place, href: pathIn(site.language, '/specialisation') }];
  const form = <SeasonForm site={site} wish={wish} holdings={holdings} />;
  const head = { site, path: '/specialisation/saison', class: 'browse season-page' } as const;
  if (refused.length > 0)
    return page(
      context,
      <Layout {...head} title={text.seasonTitle} query="">
        <Breadcrumb site={site} trail={trail} here={text.seasonTitle} />
        <h1>{text.refused}</h1>
        <div class="notice">
          {refused.map((one) => (
            <p key={one.name}>{adviceRefusal(one, say)}</p>
          ))}
        </div>
        {form}
      </Layout>,
      400,
    );
  const { chosen, cards, told } = await compose(site, wish);
  const [table] = told.tables;
  return page(
    context,
    <Layout {...head} title={capital(told.title)} query={seasonAddress(site, wish).replace(/^[^?]*/, '')}>
      <Breadcrumb site={site} trail={trail} here={text.seasonTitle} />
      <h1>{capital(seasonName(wish, say))}</h1>
      <div class="finding">
        {told.finding.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      {form}
      {chosen.films.length === 0 ? null : (
        <>
          <h2 class="heard-only">{text.filmsOfSeason}</h2>
          <Films site={site} films={chosen.films} cards={cards} />
          <p class="exports">
            <a class="quiet button" href={seasonAddress(site, wish, '.csv')} download>
              {text.seasonCsv}
            </a>
          </p>
          {table === undefined ? null : (
            <details class="chart-table">
              <summary>{text.asTable}</summary>
              <DataTable site={site} table={table} />
            </details>
          )}
          <p class="hint">{told.cautions.join(' ')}</p>
          <p class="hint">{told.method}</p>
        </>
      )}
    </Layout>,
  );
}

/** The same as CSV. */
export async function seasonFile(context: Context, site: Site): Promise<Response> {
  const { wish, refused, holdings } = await asked(context, site);
  if (refused.length > 0) return context.redirect(seasonAddress(site, wish), 303);
  const say = speechOf(site.language);
  const { told } = await compose(site, wish);
  const [table] = told.tables;
  if (table === undefined) return context.redirect(seasonAddress(site, wish), 303);
  const address = site.here + seasonAddress(site, wish);
  return context.body(
    exportCsv(table, { told, filters: noFilters, holdings, address, asked: [seasonName(wish, say)] }, say),
    200,
    {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="saison.csv"',
      'Cache-Control': publicPage,
    },
  );
}

async function asked(context: Context, site: Site): Promise<ReturnType<typeof readSeason> & { holdings: Holdings }> {
  const query = queryOf(context);
  const holdings = await site.lanterne.answers.holdings();
  return { ...readSeason((name) => query.get(name), holdings.genres), holdings };
}

interface Composed {
  readonly chosen: Season;
  readonly cards: ReadonlyMap<string, FilmCard>;
  readonly told: Told;
}

async function compose({ lanterne, language }: Site, wish: SeasonWish): Promise<Composed> {
  const chosen = await lanterne.adviser.season(wish);
  const cards = new Map((await lanterne.cards(chosen.films.map(({ id }) => id))).map((card) => [card.id, card]));
  const name = ({ id }: { readonly id: string }): string => {
    const card = cards.get(id);
    return card === undefined ? id : titleOf(card, language);
  };
  return { chosen, cards, told: tellSeason(chosen, wish, { titleOf: name, year: thisYear() }, speechOf(language)) };
}

const thisYear = (): number => Temporal.Now.plainDateISO(houseZone).year;

interface FilmsProps extends Pick<Composed, 'cards'> {
  readonly site: Site;
  readonly films: Season['films'];
}

function Films({ site, films, cards }: FilmsProps): JSX.Element {
  const say = speechOf(site.language);
  const { advice: text } = site.words;
  return (
    <ul class="films">
      {films.map((film, at) => {
        const card = cards.get(film.id);
        const { why, ask } = seasonReasons(film, thisYear(), say);
        return card === undefined ? null : (
          <FilmTile key={film.id} site={site} taste={noTaste} card={card} eager={at < 6}>
            {why.map((reason) => (
              <p key={reason}>{reason}</p>
            ))}
            {ask.length === 0 ? null : (
              <p class="hint">
                {text.ask}
                {ask.join('. ')}
              </p>
            )}
          </FilmTile>
        );
      })}
    </ul>
  );
}

interface SeasonFormProps {
  readonly site: Site;
  readonly wish: SeasonWish;
  readonly holdings: Holdings;
}

function SeasonForm({ site, wish, holdings }: SeasonFormProps): JSX.Element {
  const { advice: text } = site.words;
  const say = speechOf(site.language);
  const { first, last } = holdings.years ?? { first: 1900, last: thisYear() };
  const decades = Array.from(
    { length: Math.floor(last / 10) - Math.floor(first / 10) + 1 },
    (_, at) => (Math.floor(last / 10) - at) * 10,
  );
  const genres = holdings.genres
    .filter((genre) => !notSpecialities.includes(genre))
    .toSorted((a, b) => say.genre(a).localeCompare(say.genre(b), site.language));
  return (
    <form
      class="browse-form figure-form"
      method="get"
      action={pathIn(site.language, '/specialisation/saison')}
      aria-label={text.seasonForm}
    >
      <div>
        <label for="season-genre">{text.genre}</label>
        <select id="season-genre" name="genre">
          <option value="">{text.anyGenre}</option>
          {genres.map((genre) => (
            <option key={genre} value={genre} selected={genre === wish.genre}>
              {capital(say.genre(genre))}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label for="season-decade">{text.decade}</label>
        <select id="season-decade" name="decade">
          <option value="">{text.any}</option>
          {decades.map((decade) => (
            <option key={decade} value={decade} selected={decade === wish.decade}>
              {capital(say.decade(decade))}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label for="season-origin">{text.from}</label>
        <select id="season-origin" name="origin">
          <option value="">{text.any}</option>
          {originNames(say).map(([origin, name]) => (
            <option key={origin} value={origin} selected={origin === wish.origin}>
              {capital(name)}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label for="season-films">{text.films}</label>
        <input
          id="season-films"
          name="films"
          type="number"
          inputmode="numeric"
          min={filmsOfSeason.least}
          max={filmsOfSeason.most}
          value={wish.count}
        />
      </div>
      <div class="check">
        <input id="season-label" name="label" type="checkbox" value="1" checked={wish.labelled} />
        <label for="season-label">{text.label}</label>
      </div>
      <button>{text.compose}</button>
    </form>
  );
}
