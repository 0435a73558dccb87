import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { fault } from '#errors.ts';

export interface Serving {
  /** Where it answers, `http://127.0.0.1:3000`. */
  readonly url: string;
  /** Lets the answers under way end, then stops. */
  close(): Promise<void>;
}

/** A thousand films in an address still get a page; Node's own limit is 16 kB. */
const LONGEST_HEADERS = 64 * 1024;
const CLOSING = 5000;

/**
 * Serves the app on a port; 0 takes a free one.
 * @throws PORT_TAKEN, CONFIG_INVALID
 */
export async function serve(
  app: Pick<Hono, 'fetch'>,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Serving> {
  const server = createAdaptorServer({
    fetch: app.fetch,
    hostname: host,
    serverOptions: { maxHeaderSize: LONGEST_HEADERS },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
      throw fault('PORT_TAKEN', { port, host }, error);
    throw fault('CONFIG_INVALID', { problems: `HOST ${host} and PORT ${port} cannot be listened to` }, error);
  });
  const address = server.address();
  const taken = typeof address === 'object' && address !== null ? address.port : port;
  return { url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`, close: () => close(server) };
}

function close(server: ReturnType<typeof createAdaptorServer>): Promise<void> {
  return new Promise((resolve) => {
    const forced = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), CLOSING);
    server.close(() => {
      clearTimeout(forced);
      resolve();
    });
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });
}
