import type { JSX } from 'preact';
import type { FilmId } from '#brand.ts';
import { pathIn } from '#web/language.ts';
import type { Site } from '#web/site.ts';
import { tasteQuery, type TasteUrl } from '#web/taste-url.ts';

interface DoorProps {
  readonly site: Site;
  readonly taste: TasteUrl;
}

/** The way to send a list, or one film, to somebody else. */
export function SendDoor({ site, taste, film }: DoorProps & { readonly film?: FilmId }): JSX.Element {
  const { share } = site.words;
  return (
    <p class="side-door">
      <a href={`${pathIn(site.language, '/envoyer')}${tasteQuery(taste, { film: film ?? '' })}`}>
        {film === undefined ? share.listLink : share.filmLink}
      </a>
    </p>
  );
}

/** The way to bring one's films from elsewhere. */
export function ImportDoor({ site, taste }: DoorProps): JSX.Element {
  return (
    <p class="side-door">
      <a href={`${pathIn(site.language, '/importer')}${tasteQuery(taste)}`}>{site.words.importing.link}</a>
    </p>
  );
}
