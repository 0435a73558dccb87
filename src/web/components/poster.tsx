import type { JSX } from 'preact';
import type { FilmCard } from '#lanterne.ts';
import { groundClass } from '#web/poster/grounds.ts';
import { pictureAddress, pictureSet } from '#web/poster-address.ts';
import type { Site } from '#web/site.ts';
import { titleAndYear } from '#web/titles.ts';

interface PosterProps {
  readonly site: Site;
  readonly card: FilmCard;
  /** Seen at once: not put off until scrolled to. */
  readonly eager?: boolean;
  /** The width it is shown at, as in the `sizes` of an image. */
  readonly sizes?: string;
  /** Its title is written beside it in the same link: nothing to read out twice. */
  readonly silent?: boolean;
}

/** A film's poster in a fixed 2:3 box. */
export function Poster({ site, card, eager = false, sizes = '9rem', silent = false }: PosterProps): JSX.Element {
  const set = pictureSet(site, card);
  return (
    <span class={`poster ${groundClass(card)}`}>
      <img
        src={pictureAddress(site, card, 'w342')}
        {...(set === null ? {} : { srcset: set, sizes })}
        alt={silent ? '' : titleAndYear(card, site.language)}
        width="300"
        height="450"
        loading={eager ? 'eager' : 'lazy'}
        decoding="async"
      />
    </span>
  );
}
