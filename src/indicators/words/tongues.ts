import type { Speech } from '#words/speech.ts';

/** The name of a language by TMDB's code: its two own codes are Cantonese and no language at all. */
export const tongueName = (code: string, say: Speech): string =>
  code === 'xx' ? say.pick({ fr: 'sans paroles', en: 'no spoken language' }) : say.tongue(code === 'cn' ? 'yue' : code);
