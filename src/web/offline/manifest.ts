import { accentFrom } from '#web/accent.ts';
import { pathIn } from '#web/language.ts';
import type { Site } from '#web/site.ts';

const SHORT = 12;
const PAPER = '#f7efe0';

/** The web application manifest in the reader's language, with the cinema's name and colour. https://www.w3.org/TR/appmanifest */
export function manifestOf({ lanterne, language, words }: Site): Record<string, unknown> {
  const { cinemaName, accent } = lanterne.config;
  const start = pathIn(language, '/');
  return {
    id: start,
    name: cinemaName,
    short_name: shortOf(cinemaName),
    description: `${cinemaName}, ${words.tagline}.`,
    lang: language,
    dir: 'ltr',
    start_url: start,
    scope: '/',
    display: 'standalone',
    background_color: PAPER,
    theme_color: accentFrom(accent).onPaper,
    categories: ['entertainment'],
    icons: [
      { src: '/icon/192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
      { src: '/icon/512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
      { src: '/icon/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      { src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
    ],
    shortcuts: [{ name: words.results.title, url: pathIn(language, '/films') }],
  };
}

/** What fits under an icon: whole words, as many as there is room for. */
function shortOf(name: string): string {
  if (name.length <= SHORT) return name;
  const cut = name.slice(0, SHORT + 1).lastIndexOf(' ');
  return cut > 0 ? name.slice(0, cut) : name.slice(0, SHORT);
}
