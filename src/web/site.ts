import { fault } from '#errors.ts';
import { openFigures } from '#figures.ts';
import type { Lanterne } from '#lanterne.ts';
import type { MarketBook } from '#market/types.ts';
import type { State } from '#state/open-state.ts';
import { pathIn, wordsOf, type Language } from '#web/language.ts';
import { usualLook, type Look } from '#web/look.ts';
import { tasteQuery, type TasteUrl } from '#web/taste-url.ts';
import type { Memory } from '#web/memory.ts';
import type { Visitor } from '#web/visitor.ts';
import type { Words } from '#web/words.fr.ts';

/** What every page needs: the engine, the reader's language and its words, who the reader is when they kept something. */
export interface Site {
  readonly lanterne: Lanterne;
  readonly language: Language;
  readonly words: Words;
  /** Where what visitors say is kept; null where nothing is: the pages then offer nothing to keep. */
  readonly state: State | null;
  /** `failing`: the memory could not say who the visitor is. */
  readonly memory: Memory;
  readonly visitor: Visitor | null;
  /** The colours and the size of letters that the reader asked for. */
  readonly look: Look;
  /** The market's book of the cinema's commune. */
  market(): MarketBook;
  /** Where this site answers, `https://films.example`, to be read on paper. */
  readonly here: string;
}

/** A site for a reader of whom nothing is known. */
export const siteIn = (lanterne: Lanterne, language: Language): Site => ({
  lanterne,
  language,
  words: wordsOf(language),
  state: null,
  memory: 'none',
  visitor: null,
  look: usualLook,
  here: lanterne.config.origin ?? '',
  market: () => openFigures(lanterne.config).market(),
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

/** The address of a person's page, which keeps the reader's taste. */
export const personAddress = ({ language }: Pick<Site, 'language'>, id: string, taste: TasteUrl): string =>
  `${pathIn(language, `/personne/${id}`)}${tasteQuery(taste)}`;

/** Where a write goes. @throws NOTHING_KEPT */
export function stateOf({ state }: Pick<Site, 'state'>): State {
  if (state === null) throw fault('NOTHING_KEPT');
  return state;
}
