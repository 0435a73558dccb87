import type { Context, MiddlewareHandler } from 'hono';
import type { Rate } from '#web/guards.ts';
import type { Site } from '#web/site.ts';

export type Route = (context: Context, site: Site) => Response | Promise<Response>;

/** How a family of pages is put among the routes; each in both languages. */
export interface Routing {
  /** A page that is read. */
  page(path: string, route: Route): void;
  /** A page that says what is kept: see needsMemory. */
  kept(path: string, route: Route): void;
  /** A form of our own pages: origin, rate and size are looked at; `most`: a rate of its own beside. */
  form(path: string, route: Route, guards?: { readonly most?: Rate; readonly limit?: MiddlewareHandler }): void;
  /** A POST that may come from elsewhere (RFC 8058: the mail program's server): its address alone is its right. */
  open(path: string, route: Route, most: Rate): void;
}
