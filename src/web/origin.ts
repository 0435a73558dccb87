import type { Context } from 'hono';
import { pathIn, type Language } from '#web/language.ts';
import type { Site } from '#web/site.ts';

/**
 * Where the public reaches this site: as set, else as asked. No slash at the end. The host is that of the `Host` header, by which pages are kept ready:
 * a request line that names another host changes nothing.
 */
export function originOf(context: Context, { lanterne }: Pick<Site, 'lanterne'>): string {
  if (lanterne.config.origin !== undefined) return lanterne.config.origin;
  const asked = new URL(context.req.url);
  const named = `${asked.protocol}//${context.req.header('Host') ?? asked.host}`;
  return URL.canParse(named) ? new URL(named).origin : asked.origin;
}

/** The whole address of a page in a language; `path` has neither language nor origin. */
export const wholeAddress = (origin: string, language: Language, path: string): string =>
  `${origin}${pathIn(language, path)}`;
