import type { Context } from 'hono';
import type { Config } from '#config.ts';

/** The whole address of a path of ours, to be read, copied or scanned elsewhere: at the public origin when it is set, else where this request came. */
export function publicAddress(context: Context, { origin }: Pick<Config, 'origin'>, path: string): string {
  return `${origin ?? new URL(context.req.url).origin}${path}`;
}
