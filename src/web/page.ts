import type { Context } from 'hono';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { livePage, publicPage } from '#web/ready-pages.ts';

/**
 * Answers with a page made of components. A reader of whom nothing is known (no cookie) gets what any other would get, and it may be kept for them
 * all; what answers a form, or a reader with a cookie, is theirs alone. A `Cache-Control` that the route has set stands.
 */
export function page(context: Context, content: VNode, status: ContentStatus = 200): Response {
  if (!context.res.headers.has('Cache-Control')) context.header('Cache-Control', keptBy(context));
  context.header('Vary', 'Cookie, Accept-Encoding');
  return context.html(`<!doctype html>${renderToString(content)}`, status);
}

export type ContentStatus = 200 | 400 | 403 | 404 | 409 | 410 | 413 | 422 | 429;

function keptBy(context: Context): string {
  if (context.req.method !== 'GET' && context.req.method !== 'HEAD') return 'no-store';
  return context.req.header('Cookie') === undefined ? publicPage : 'private, no-cache';
}

/** The query of the address asked, parsed. */
export const queryOf = (context: Context): URLSearchParams => new URL(context.req.url).searchParams;

/** Has an anonymous reader's page kept for a minute alone: it tells of the programme, or of who would come. */
export function keepBriefly(context: Context): void {
  if (keptBy(context) === publicPage) context.header('Cache-Control', livePage);
}
