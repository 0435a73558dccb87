import type { Scope } from '#indicators/queries/cast.ts';
import type { Speech } from '#words/speech.ts';

/** The films asked about, after a count or alone: “films d’au moins 1 000 votes, de 1990 à 1999, comédie, France”. */
export function scopeWords({ from, to, genre, country, minVotes }: Scope, today: string, say: Speech): string {
  const last = Number(today.slice(0, 4));
  const votes = say.several(minVotes, 'vote', 'votes');
  const parts = [
    minVotes > 0
      ? say.pick({ fr: `films d’au moins ${votes}`, en: `films with at least ${votes}` })
      : say.pick({ fr: 'films', en: 'films' }),
    ...(from > FIRST && to < last
      ? [from === to ? String(from) : say.pick({ fr: `de ${from} à ${to}`, en: `from ${from} to ${to}` })]
      : from > FIRST
        ? [say.pick({ fr: `depuis ${from}`, en: `since ${from}` })]
        : to < last
          ? [say.pick({ fr: `jusqu’en ${to}`, en: `up to ${to}` })]
          : []),
    ...(genre === '' ? [] : [say.pick({ fr: `genre ${say.genre(genre)}`, en: `genre ${say.genre(genre)}` })]),
    ...(country === '' ? [] : [say.country(country)]),
  ];
  return parts.join(', ');
}

const FIRST = 1888;
