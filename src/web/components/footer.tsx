import type { JSX } from 'preact';
import { pathIn } from '#web/language.ts';
import type { Site } from '#web/site.ts';
import { attribution, sourcesShown } from '#web/sources.ts';

/** The foot of every page: what the catalogue holds, and what its sources ask to be said. */
export function Footer({ site: { lanterne, language, words } }: { readonly site: Site }): JSX.Element {
  const owed = sourcesShown(lanterne).flatMap((source) => (source === 'starter' ? [] : [attribution[source]]));
  return (
    <footer class="site-footer" aria-label={words.footerLabel}>
      <p>
        <strong>{lanterne.config.cinemaName}</strong>, {words.tagline}.
      </p>
      <p>
        {words.filmsKnown(lanterne.films)} · <a href={pathIn(language, '/mentions')}>{words.rights}</a>
      </p>
      {owed.length === 0 ? null : (
        <p class="owed" lang="en">
          {owed.join(' ')}
        </p>
      )}
    </footer>
  );
}
