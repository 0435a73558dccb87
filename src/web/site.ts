import type { Lanterne } from '#lanterne.ts';
import { pathIn, wordsOf, type Language } from '#web/language.ts';
import { tasteQuery, type TasteUrl } from '#web/taste-url.ts';
import type { Words } from '#web/words.fr.ts';

/** What every page needs: the engine, the reader's language and its words. */
export interface Site {
  readonly lanterne: Lanterne;
  readonly language: Language;
  readonly words: Words;
}

export const siteIn = (lanterne: Lanterne, language: Language): Site => ({
  lanterne,
  language,
  words: wordsOf(language),
});

/** The address of the results of a taste; `more` adds parameters, `part` a place in the page. */
export const filmsAddress = (
  { language }: Pick<Site, 'language'>,
  taste: TasteUrl,
  more: Readonly<Record<string, string>> = {},
): string => `${pathIn(language, '/films')}${tasteQuery(taste, more)}`;

/** The address of a film's page, which keeps the reader's taste. */
export const filmAddress = ({ language }: Pick<Site, 'language'>, id: string, taste: TasteUrl): string =>
  `${pathIn(language, `/film/${id}`)}${tasteQuery(taste)}`;
