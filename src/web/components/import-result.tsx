import type { JSX } from 'preact';
import type { FilmCard } from '#lanterne.ts';
import { Kept } from '#web/components/taste-form.tsx';
import type { Basket } from '#web/import/make-basket.ts';
import type { Matches, Said } from '#web/import/match-rows.ts';
import { pathIn } from '#web/language.ts';
import { filmAddress, type Site } from '#web/site.ts';
import { titleAndYear } from '#web/titles.ts';

const MOST_NAMED = 20;
const MOST_CHOICES = 12;
const MOST_PICKS = 24;

interface ResultProps {
  readonly site: Site;
  readonly basket: Basket;
  readonly matches: Matches;
  /** The films of the basket that count as liked. */
  readonly liked: readonly FilmCard[];
}

/** What an import made, film by film, and the form that goes on to the list. */
export function ImportResult({ site, basket, matches, liked }: ResultProps): JSX.Element {
  const { language, words } = site;
  const { importing } = words;
  const { taste, choices } = basket;
  const picks = taste.liked.length > 0 ? [] : bestKnown(matches);
  const empty = taste.liked.length + taste.not.length + taste.seen.length + choices.length === 0;
  return (
    <>
      {empty ? (
        <p class="notice">{importing.nothing}</p>
      ) : (
        <form action={pathIn(language, '/films')} method="get" class="import-result">
          <Kept taste={taste} />
          {liked.length === 0 ? null : <Liked site={site} basket={basket} matches={matches} liked={liked} />}
          <ul class="counts">
            {taste.not.length === 0 ? null : <li>{importing.not(taste.not.length)}</li>}
            {taste.seen.length === 0 ? null : <li>{importing.seen(taste.seen.length)}</li>}
            {basket.beyond === 0 ? null : <li>{importing.beyond(basket.beyond)}</li>}
          </ul>
          {picks.length === 0 ? null : <Picks site={site} cards={picks} />}
          {choices.length === 0 ? null : <Choices site={site} choices={choices} />}
          <button type="submit">{importing.go}</button>
        </form>
      )}
      <Wanted site={site} basket={basket} />
      <Unknown site={site} films={matches.unknown} />
    </>
  );
}

function Liked({ site, basket, matches: { mean }, liked }: ResultProps): JSX.Element {
  const { importing } = site.words;
  return (
    <section aria-labelledby="liked">
      <h2 id="liked">{importing.likedTitle(liked.length)}</h2>
      <p>{basket.liked > liked.length ? importing.chosenLiked(basket.liked) : importing.allLiked}</p>
      {mean === null ? null : <p>{importing.ownMean(mean)}</p>}
      <ul class="titles">
        {liked.map((card) => (
          <li key={card.id}>{titleAndYear(card, site.language)}</li>
        ))}
      </ul>
    </section>
  );
}

/** Films seen by someone whose file does not say which they loved. */
function Picks({ site, cards }: { readonly site: Site; readonly cards: readonly FilmCard[] }): JSX.Element {
  const { importing } = site.words;
  return (
    <fieldset class="picks">
      <legend>{importing.pickTitle}</legend>
      <p>{importing.pickLead}</p>
      {cards.map((card) => (
        <label key={card.id}>
          <input type="checkbox" name="liked" value={card.id} />
          <span>{titleAndYear(card, site.language)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Choices({ site, choices }: { readonly site: Site; readonly choices: Basket['choices'] }): JSX.Element {
  const { words, language } = site;
  const { importing } = words;
  const beyond = choices.length - MOST_CHOICES;
  return (
    <fieldset class="choose">
      <legend>{importing.choicesTitle(choices.length)}</legend>
      <p>{importing.choicesLead}</p>
      {choices.slice(0, MOST_CHOICES).map((film, at) => (
        <label key={nameOf(film)} for={`choice-${at}`}>
          <bdi>{nameOf(film)}</bdi>
          <select id={`choice-${at}`} name={film.list}>
            <option value="">{importing.noChoice}</option>
            {film.cards.map((card) => (
              <option key={card.id} value={card.id}>
                {[titleAndYear(card, language), words.list(card.directors.slice(0, 2))].filter(Boolean).join(', ')}
              </option>
            ))}
          </select>
        </label>
      ))}
      {beyond > 0 ? <p>{importing.moreChoices(beyond)}</p> : null}
    </fieldset>
  );
}

function Wanted({
  site,
  basket: { wanted, taste },
}: {
  readonly site: Site;
  readonly basket: Basket;
}): JSX.Element | null {
  const { importing } = site.words;
  if (wanted.length === 0) return null;
  return (
    <section aria-labelledby="wanted">
      <h2 id="wanted">{importing.wantedTitle(wanted.length)}</h2>
      <p>{importing.wantedLead}</p>
      <ul class="titles">
        {wanted.slice(0, MOST_NAMED).map(({ id, card }) => (
          <li key={id}>
            <a href={filmAddress(site, id, { ...taste, not: [], seen: [] })}>{titleAndYear(card, site.language)}</a>
          </li>
        ))}
        {wanted.length > MOST_NAMED ? <li>{importing.more(wanted.length - MOST_NAMED)}</li> : null}
      </ul>
    </section>
  );
}

function Unknown({ site, films }: { readonly site: Site; readonly films: readonly Said[] }): JSX.Element | null {
  const { importing } = site.words;
  if (films.length === 0) return null;
  return (
    <section aria-labelledby="unknown">
      <h2 id="unknown">{importing.unknownTitle(films.length)}</h2>
      <ul class="titles">
        {films.slice(0, MOST_NAMED).map((film, at) => (
          <li key={`${at}`}>
            <bdi>{nameOf(film)}</bdi>
          </li>
        ))}
        {films.length > MOST_NAMED ? <li>{importing.more(films.length - MOST_NAMED)}</li> : null}
      </ul>
    </section>
  );
}

const nameOf = ({ title, year }: Said): string => (year === null ? title : `${title} (${year})`);

function bestKnown({ matched }: Matches): FilmCard[] {
  const fame = ({ renown, votes }: FilmCard): number => votes || (renown ?? 0);
  return matched
    .filter(({ wanted, rating }) => !wanted && rating === null)
    .map(({ card }) => card)
    .toSorted((a, b) => fame(b) - fame(a))
    .slice(0, MOST_PICKS);
}
