import type { Context } from 'hono';
import { pathIn, type Language } from '#web/language.ts';
import type { Site } from '#web/site.ts';

/** Where the public reaches this site: as set, else as asked. No slash at the end. */
export const originOf = (context: Context, { lanterne }: Pick<Site, 'lanterne'>): string =>
  lanterne.config.origin ?? new URL(context.req.url).origin;

/** The whole address of a page in a language; `path` has neither language nor origin. */
export const wholeAddress = (origin: string, language: Language, path: string): string =>
  `${origin}${pathIn(language, path)}`;
