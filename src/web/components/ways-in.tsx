import type { JSX } from 'preact';
import { pathIn } from '#web/language.ts';
import type { Site } from '#web/site.ts';
import { tasteQuery, type TasteUrl } from '#web/taste-url.ts';

const ways = [
  ['mood', '/humeur'],
  ['surprise', '/surprise'],
  ['browse', '/parcourir'],
  ['group', '/groupe'],
] as const;

/** The other ways to a film, for who has no title to type; the films already named go along. */
export function WaysIn({ site, taste }: { readonly site: Site; readonly taste: TasteUrl }): JSX.Element {
  const { ways: words } = site.words.mood;
  return (
    <nav class="ways-in" aria-labelledby="ways-title">
      <h2 id="ways-title">{words.title}</h2>
      <ul>
        {ways.map(([name, path]) => (
          <li key={name}>
            <a
              href={pathIn(site.language, path) + tasteQuery(taste)}
              rel={name === 'surprise' ? 'nofollow' : undefined}
            >
              <b>{words[name][0]}</b> <span>{words[name][1]}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
