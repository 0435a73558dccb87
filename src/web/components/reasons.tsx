import type { JSX } from 'preact';
import type { FilmCard, RecommendedFilm } from '#lanterne.ts';
import { reasonPhrases } from '#web/reason-phrases.ts';
import type { Site } from '#web/site.ts';
import { titleOf } from '#web/titles.ts';

const MOST_REASONS = 2;
const LEAST_SHARE = 0.1;
const MOST_PHRASES = 4;
const MOST_SECOND_PHRASES = 2;

interface ReasonsProps {
  readonly site: Site;
  readonly film: RecommendedFilm;
  /** How many films the reader liked: with one alone, shares say nothing. */
  readonly liked: number;
  /** What to say when no film that the reader liked is a reason; that it is well known unless told. */
  readonly without?: string | undefined;
}

/** Why a film is in the list, in a sentence or two. */
export function Reasons({ site, film, liked, without }: ReasonsProps): JSX.Element {
  const { words } = site;
  const told = film.reasons.filter(({ share }, at) => at === 0 || share >= LEAST_SHARE).slice(0, MOST_REASONS);
  if (told.length === 0) return <p class="reason">{without ?? words.reason.none}</p>;
  return (
    <>
      {told.map((reason, at) => (
        <p key={reason.card.id} class={at === 0 ? 'reason' : 'reason second'}>
          {(at === 0 ? words.reason.because : words.reason.also)(
            titleOf(reason.card, site.language),
            liked > 1 ? words.percent(reason.share) : null,
          )}
          {common(site, [film.card, reason.card], reason.traits, at === 0 ? MOST_PHRASES : MOST_SECOND_PHRASES)}
        </p>
      ))}
    </>
  );
}

/** What two films have in common, as the end of a sentence: " : même époque ; comédie." */
export function common(
  { words, language, lanterne }: Site,
  films: readonly [FilmCard, FilmCard],
  traits: RecommendedFilm['reasons'][number]['traits'],
  most = MOST_PHRASES,
): string {
  const phrases = reasonPhrases(traits, films, words, (keyword) => lanterne.keywordLabel(keyword, language), most);
  return phrases.length === 0
    ? words.reason.end
    : words.reason.between + phrases.join(words.reason.join) + words.reason.end;
}
