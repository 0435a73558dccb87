import type { JSX } from 'preact';
import { Poster } from '#web/components/poster.tsx';
import { VenueHours, type HoursProps } from '#web/programme/hours.tsx';
import type { ProgrammeFilm } from '#web/programme/programme-films.ts';
import { nameOf, reasonOf } from '#web/programme/told.ts';
import { filmAddress, type Site } from '#web/site.ts';
import { otherTitleOf } from '#web/titles.ts';

interface FilmBlockProps extends Omit<HoursProps, 'title'> {
  readonly film: ProgrammeFilm;
  readonly eager: boolean;
  /** Hours under the day that they are of. */
  readonly byDay: boolean;
  /** Whether the page is of one venue, which needs no name. */
  readonly oneVenue?: boolean;
}

/** One film of the programme: what it is, what the reader has to do with it, where and when. */
export function FilmBlock({ film, eager, byDay, oneVenue = false, ...shared }: FilmBlockProps): JSX.Element {
  const { site, taste } = shared;
  const { card, id } = film;
  const title = nameOf(site, film);
  return (
    <li class="shown-film">
      <article>
        {card === null ? (
          <span class="poster no-poster" aria-hidden="true">
            {title}
          </span>
        ) : (
          <Poster site={site} card={card} eager={eager} silent sizes="(max-width: 40rem) 5.5rem, 9rem" />
        )}
        <div class="about">
          <h3>{card === null || id === null ? title : <a href={filmAddress(site, id, taste)}>{title}</a>}</h3>
          <FilmFacts site={site} film={film} />
          <Badges site={site} film={film} />
        </div>
        <div class="where">
          {film.venues.map((at) => (
            <VenueHours key={at.venue.id} {...shared} title={title} at={at} byDay={byDay} named={!oneVenue} />
          ))}
        </div>
      </article>
    </li>
  );
}

/** Its director, year and length, and its original title. */
export function FilmFacts({ site, film }: { readonly site: Site; readonly film: ProgrammeFilm }): JSX.Element {
  const { words, language } = site;
  const { card } = film;
  const original = card === null ? null : otherTitleOf(card, language);
  const minutes = card?.runtime ?? film.first.minutes;
  const directors = card === null || card.directors.length === 0 ? null : words.list(card.directors.slice(0, 2));
  const facts = [
    directors === null ? null : words.programme.directedBy(directors),
    card?.year ?? null,
    minutes === null ? null : words.duration(minutes),
  ].filter((fact) => fact !== null);
  return (
    <>
      {original === null ? null : (
        <p class="original" lang={card?.language ?? undefined}>
          {original}
        </p>
      )}
      {facts.length === 0 ? null : <p class="facts">{facts.join('\u00a0· ')}</p>}
    </>
  );
}

/** That the reader wanted to see it, or that it suits their taste, and why. */
export function Badges({ site, film }: { readonly site: Site; readonly film: ProgrammeFilm }): JSX.Element | null {
  const { programme } = site.words;
  const reason = film.fit === null ? null : reasonOf(site, film.fit);
  if (!film.wished && reason === null) return null;
  return (
    <div class="for-you">
      {film.wished ? (
        <p>
          <strong class="badge">{programme.wished}</strong>
        </p>
      ) : null}
      {reason === null ? null : (
        <p>
          <strong class="badge">{programme.fits}</strong> <span>{reason}</span>
        </p>
      )}
    </div>
  );
}
