import { serve } from '@hono/node-server';
import { Hono } from 'hono';

/** The peer of the benchmark of pages: a handler that returns a constant of as many bytes as our page. */
const body = 'x'.repeat(Number(process.argv[2] ?? 0));
const app = new Hono();
app.get('/', (context) => context.html(body));
const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => {
  process.stdout.write(`http://127.0.0.1:${port}\n`);
});
process.once('SIGTERM', () => server.close());
