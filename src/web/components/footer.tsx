import type { JSX } from 'preact';
import { Hills } from '#web/components/hills.tsx';
import { pathIn } from '#web/language.ts';
import type { Site } from '#web/site.ts';
import { attribution, sourcesShown } from '#web/sources.ts';

/** The foot of every page: what the catalogue holds, and what its sources ask to be said. */
export function Footer({ site: { lanterne, language, words, state } }: { readonly site: Site }): JSX.Element {
  const owed = sourcesShown(lanterne).flatMap((source) => (source === 'starter' ? [] : [attribution[source]]));
  const links = [
    ...(state === null ? [] : [['/envies', words.wishes.place] as const]),
    ['/chiffres', words.figures.title],
    ['/mentions', words.rights],
    ['/qualite', words.quality.link],
    ...(state === null ? [] : ([['/alertes', words.account.link]] as const)),
    ['/affichage', words.look.link],
    ['/accessibilite', words.statement.footer],
  ] as const;
  return (
    <footer class="site-footer" aria-label={words.footerLabel}>
      <Hills />
      <div class="foot-about">
        <p>
          <strong>{lanterne.config.cinemaName}</strong>, {words.tagline}.
        </p>
        <p>{words.filmsKnown(lanterne.films)}</p>
      </div>
      <ul class="foot-links">
        {links.map(([path, text]) => (
          <li key={path}>
            <a href={pathIn(language, path)}>{text}</a>
          </li>
        ))}
      </ul>
      {owed.length === 0 ? null : (
        <p class="owed" lang="en">
          {owed.join(' ')}
        </p>
      )}
    </footer>
  );
}
