import assert from 'node:assert/strict';
import { createServer, type ServerResponse } from 'node:http';
import { it } from 'node:test';
import { setTimeout as after } from 'node:timers/promises';
import { needsChromium, newPage } from '../helpers/browser.ts';

it('what a test reads of a page is the whole of it, also on a slow line', async (context) => {
  if (!needsChromium(context)) return;
  await using server = await slowSite();
  await using visitor = await newPage(server.url);
  const { page } = visitor;
  await page.goto('/');
  await page.getByRole('link', { name: 'the list' }).click();
  assert.equal(await page.getByRole('listitem').count(), 40);
  await page.goto('/');
  await page.getByRole('link', { name: 'the list' }).click();
  await page.getByText('film 1', { exact: true }).waitFor();
  assert.equal(await page.evaluate(() => document.querySelectorAll('li').length), 40);
});

/** A link to a list of forty lines, of which half come half a second late. */
async function slowSite(): Promise<AsyncDisposable & { readonly url: string }> {
  const lines = (from: number): string =>
    Array.from({ length: 20 }, (_, at) => `<li>film ${from + at}</li>`).join('\n');
  const list = async (response: ServerResponse): Promise<void> => {
    response.write(`<!doctype html><title>list</title><ul>${lines(1)}`);
    await after(500);
    response.end(`${lines(21)}</ul>`);
  };
  const server = createServer((request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    if (request.url === '/list') void list(response);
    else response.end('<!doctype html><title>home</title><a href="/list">the list</a>');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  assert.ok(typeof address === 'object' && address !== null);
  return {
    url: `http://127.0.0.1:${address.port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
