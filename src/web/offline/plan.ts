import { islandsVersion, islandNames, styleSheet } from '#web/assets.ts';
import type { Config } from '#config.ts';
import { languages, pathIn, wordsOf } from '#web/language.ts';

/** What the service worker knows of the site; written into its script. */
export interface OfflinePlan {
  readonly version: string;
  /** Fetched at once, and kept until the next version. */
  readonly shell: readonly string[];
  /** Pages whose last copy stays readable, `with` a parameter that makes them worth it. */
  readonly kept: readonly { readonly path: string; readonly with: string | null }[];
  /** Parameters that tell what was just done: the page is kept under its address without them. */
  readonly passing: readonly string[];
  /** The page shown when another cannot be had, by the beginning of the path: the longest first. */
  readonly offline: readonly { readonly under: string; readonly path: string }[];
  /** A form sent to one of these erases what is kept. */
  readonly erasing: readonly string[];
  /** A form sent to one of these may end what this device is told. */
  readonly leaving: readonly string[];
  /** What a notification that cannot be read is called, and says. */
  readonly name: string;
  readonly news: string;
}

export type PlanConfig = Pick<Config, 'accent' | 'cinemaName'>;

/** The one place that says which pages can be read again without a network: the last list and the last programme. */
const keptPages = [
  { path: '/films', with: 'liked' },
  { path: '/programme', with: null },
] as const;

/** The plan for a cinema's site; `version` must change with everything of the shell. */
export function offlinePlan({ accent, cinemaName }: PlanConfig, version: string): OfflinePlan {
  return {
    version,
    shell: [
      ...languages.map((language) => pathIn(language, '/hors-ligne')),
      `/style.css?v=${styleSheet(accent).version}`,
      ...islandNames().map((name) => `/island/${islandsVersion()}/${name}.js`),
      '/favicon.svg',
    ],
    kept: languages.flatMap((language) =>
      keptPages.map((page) => ({ path: pathIn(language, page.path), with: page.with })),
    ),
    passing: ['undo', 'done'],
    offline: languages
      .map((language) => ({ under: pathIn(language, '/'), path: pathIn(language, '/hors-ligne') }))
      .toSorted((a, b) => b.under.length - a.under.length),
    erasing: languages.map((language) => pathIn(language, '/mes-donnees/effacer')),
    leaving: languages.flatMap((language) =>
      ['/mes-donnees/effacer', '/compte/appareils'].map((path) => pathIn(language, path)),
    ),
    name: cinemaName,
    news: wordsOf('fr').push.news,
  };
}
