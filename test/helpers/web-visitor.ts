import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import type { Lanterne } from '#lanterne.ts';
import { openState, type State } from '#state/open-state.ts';
import { createApp } from '#web/app.ts';
import { starterLanterne } from './starter-lanterne.ts';

/** An app with a memory of its own, in a folder that goes with it. */
export interface KeepingApp extends AsyncDisposable {
  readonly app: Hono;
  readonly state: State;
  readonly lanterne: Lanterne;
}

export async function keepingApp(change: (lanterne: Lanterne) => Lanterne = (one) => one): Promise<KeepingApp> {
  const folder = mkdtempSync(join(tmpdir(), 'lanterne-web-'));
  const state = await openState({ file: join(folder, 'state.sqlite') });
  const lanterne = change(await starterLanterne());
  return {
    app: createApp(() => lanterne, state),
    state,
    lanterne,
    async [Symbol.asyncDispose]() {
      await state[Symbol.asyncDispose]();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const HOST = 'films.test';

/** A browser in a few lines: keeps its cookies, says where its forms come from. */
export function browserOf(app: Hono): {
  readonly cookies: ReadonlyMap<string, string>;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
} {
  const cookies = new Map<string, string>();
  const ask = async (path: string, init: RequestInit & { headers: Record<string, string> }): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await app.request(`http://${HOST}${path}`, {
      ...init,
      headers: { Host: HOST, ...(cookie === '' ? {} : { Cookie: cookie }), ...init.headers },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  };
  return {
    cookies,
    get: (path, headers = {}) => ask(path, { headers }),
    post: (path, fields, headers = {}) =>
      ask(path, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: { Origin: `http://${HOST}`, 'Sec-Fetch-Site': 'same-origin', ...headers },
      }),
  };
}
