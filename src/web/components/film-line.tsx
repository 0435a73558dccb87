import type { JSX } from 'preact';
import type { FilmCard } from '#lanterne.ts';
import type { Site } from '#web/site.ts';
import { otherTitleOf } from '#web/titles.ts';

const MOST_GENRES = 2;

/** What tells a film from its namesakes: original title, year, director; its length and its genres. */
export function FilmLine({
  site: { language, words },
  card,
  genres = true,
}: {
  readonly site: Site;
  readonly card: FilmCard;
  readonly genres?: boolean;
}): JSX.Element {
  const original = otherTitleOf(card, language);
  const kinds = card.genres.slice(0, MOST_GENRES).map(words.genre).join(', ');
  const named = [card.year, words.list(card.directors.slice(0, 2))].filter((fact) => fact !== null && fact !== '');
  // the length stays with what goes before it
  const facts = [named.join(' · '), card.runtime === null ? '' : words.duration(card.runtime)].filter(Boolean);
  return (
    <>
      {original === null ? null : (
        <p class="original" lang={card.language ?? undefined}>
          {original}
        </p>
      )}
      {facts.length === 0 ? null : <p class="facts">{facts.join('\u00a0· ')}</p>}
      {genres && kinds !== '' ? <p class="facts">{kinds}</p> : null}
    </>
  );
}
