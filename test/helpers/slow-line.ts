import assert from 'node:assert/strict';
import { createServer, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout as after } from 'node:timers/promises';

/** A site as one reads it on a slow line: of each page, what stands before `cut` comes at once, the rest after a pause. */
export async function slowLine(
  site: string,
  { cut, pause }: { readonly cut: string; readonly pause: number },
): Promise<AsyncDisposable & { readonly url: string }> {
  const server = createServer((asked, response) => {
    const headers = { ...asked.headers, 'accept-encoding': 'identity' };
    const passed = request(`${site}${asked.url}`, { method: asked.method, headers }, async (answer) => {
      const content = await buffer(answer);
      const at = content.indexOf(cut);
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      if (at > 0 && /html/.test(answer.headers['content-type'] ?? '')) {
        response.write(content.subarray(0, at));
        await after(pause);
        response.end(content.subarray(at));
      } else response.end(content);
    });
    passed.on('error', () => response.destroy());
    asked.pipe(passed);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  assert.ok(typeof address === 'object' && address !== null);
  return {
    url: `http://127.0.0.1:${address.port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
