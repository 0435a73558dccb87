import type { Context } from 'hono';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** Answers with a page made of components. */
export function page(context: Context, content: VNode, status: 200 | 400 | 404 | 413 = 200): Response {
  context.header('Cache-Control', 'private, no-cache');
  return context.html(`<!doctype html>${renderToString(content)}`, status);
}

/** The query of the address asked, parsed. */
export const queryOf = (context: Context): URLSearchParams => new URL(context.req.url).searchParams;
