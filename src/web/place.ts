import { changeOf } from '#web/change.ts';
import { pathIn } from '#web/language.ts';
import type { Site } from '#web/site.ts';
import { tasteQuery, type TasteUrl } from '#web/taste-url.ts';

/** A page that shows the reader's films and changes with them. */
export interface Place {
  readonly path: '/' | '/films';
  /** Parameters of the page itself, beside the taste. */
  readonly more: Readonly<Record<string, string>>;
}

/** The page of the recommended films. */
export const results: Place = { path: '/films', more: {} };

/** The address of a page for a taste; `part` is a place in the page. */
export const placeAddress = (
  { language }: Pick<Site, 'language'>,
  { path, more }: Place,
  taste: TasteUrl,
  part = '',
): string => `${pathIn(language, path)}${tasteQuery(taste, more)}${part === '' ? '' : `#${part}`}`;

/** The address of the same page once the taste has changed: it carries how to undo that, and goes to `part` of the page. */
export const changeAddress = (
  site: Pick<Site, 'language'>,
  place: Place,
  [before, after]: readonly [TasteUrl, TasteUrl],
  part = 'q',
): string => placeAddress(site, { ...place, more: { ...place.more, undo: changeOf(before, after) } }, after, part);
