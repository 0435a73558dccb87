import type { FilmCard, RecommendedFilm } from '#lanterne.ts';
import type { Trait } from '#recommend/types.ts';

/** One film on one line: French title, original title when it differs, year, director, identifier. */
export function filmLine({ titleFr, title, originalTitle, year, directors, id }: FilmCard): string {
  const shown = titleFr ?? title;
  const original = originalTitle.toLowerCase() !== shown.toLowerCase() ? ` [${originalTitle}]` : '';
  return `${shown}${original} (${year ?? '?'})${directors.length > 0 ? `, ${directors.slice(0, 2).join(', ')}` : ''} · ${id}`;
}

/** A recommended film: its line, then a line a reason. */
export function recommendedLines(films: readonly RecommendedFilm[]): string[] {
  return films.flatMap(({ card, reasons, placed }, place) => [
    `${String(place + 1).padStart(3)}. ${filmLine(card)}${placed?.explored === true ? ` (drawn by chance: ${(100 * placed.propensity).toFixed(1)} %)` : ''}`,
    ...reasons.slice(0, 2).map(({ card: liked, share, traits }) => {
      const named = traits
        .filter(({ kind, label }) => label !== '' || kind === 'viewers')
        .slice(0, 4)
        .map(({ kind, label }) => (kind === 'viewers' ? 'liked by the same viewers' : `${kind} ${label}`));
      return `       ${Math.round(share * 100)} % from ${liked.titleFr ?? liked.title}${named.length > 0 ? `: ${named.join(', ')}` : near(traits)}`;
    }),
  ]);
}

/** What is said when two films share nothing that has a name: an honest little. */
function near(traits: readonly Trait[]): string {
  const parts = (['story', 'era'] as const).filter((kind) => traits.some((trait) => trait.kind === kind));
  return parts.length > 0 ? `: close by its ${parts.join(' and its ')} only` : '';
}

/** The same for a program. */
export function recommendedJson(films: readonly RecommendedFilm[]): unknown {
  return films.map(({ card, score, reasons, placed }) => ({
    id: card.id,
    title: card.title,
    titleFr: card.titleFr,
    original: card.originalTitle,
    year: card.year,
    directors: card.directors,
    score,
    ...placed,
    reasons: reasons.map(({ card: liked, share, traits }) => ({
      film: liked.id,
      title: liked.titleFr ?? liked.title,
      share,
      traits,
    })),
  }));
}
