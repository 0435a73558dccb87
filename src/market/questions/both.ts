import type { Bilingual } from '#words/speech.ts';

/** The same in the two languages. */
export const both = (fr: string, en: string): Bilingual => ({ fr, en });

/** A name, which is the same in both. */
export const name = (text: string): Bilingual => ({ fr: text, en: text });
