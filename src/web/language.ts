import { en } from '#web/words.en.ts';
import { fr, type Words } from '#web/words.fr.ts';

export const languages = ['fr', 'en'] as const;
/** The languages of the pages: French at the root, English under `/en`. */
export type Language = (typeof languages)[number];

const allWords: Record<Language, Words> = { fr, en };

/** Every sentence of the pages in a language. */
export const wordsOf = (language: Language): Words => allWords[language];

/** A page's path in a language: `/films` -> `/en/films`. */
export function pathIn(language: Language, path: string): string {
  if (language === 'fr') return path;
  return path === '/' ? '/en' : `/en${path}`;
}

/** The language of a path, and the path without it: `/en/films` -> English, `/films`. */
export function languageOf(path: string): { language: Language; bare: string } {
  if (path === '/en' || path === '/en/') return { language: 'en', bare: '/' };
  return path.startsWith('/en/') ? { language: 'en', bare: path.slice(3) } : { language: 'fr', bare: path };
}
