import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, type TestContext } from 'node:test';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import type { Lanterne } from '#lanterne.ts';
import type { State } from '#state/open-state.ts';
import { serve, type Serving } from '#web/serve.ts';
import { seedProgramme } from './seed-programme.ts';
import { keepingApp, type KeepingApp } from './web-visitor.ts';
import { readsWhole } from './whole-page.ts';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A page in a browser of its own settings, on the starter catalogue and a programme of our own making; what it asked of other hosts and what it logged as errors. */
export interface Visit extends AsyncDisposable {
  readonly page: Page;
  readonly url: string;
  readonly outside: string[];
  readonly faults: string[];
  /** What the site keeps. */
  readonly state: State;
}

let browser: Promise<Browser> | null = null;
let server: Promise<Serving> | null = null;
let kept: KeepingApp | null = null;

after(async () => {
  await (await browser?.catch(() => null))?.close();
  await (await server?.catch(() => null))?.close();
  await kept?.[Symbol.asyncDispose]();
});

/** Skips the test when there is no Chromium here; on the continuous integration that is a failure. */
export function needsChromium(context: TestContext): boolean {
  if (existsSync(executablePath)) return true;
  assert.notEqual(process.env['CI'], 'true', `Chromium is missing: ${executablePath}`);
  context.skip('skipped: no Chromium');
  return false;
}

/** What the pages of these visits keep. @throws before the first visit */
export async function keptState(): Promise<State> {
  await server;
  if (kept === null) throw new Error('visit a page first');
  return kept.state;
}

/** A page of a site that runs by itself: what it asked of other hosts and what it logged as errors. */
export async function newPage(url: string, options: BrowserContextOptions = {}): Promise<Omit<Visit, 'state'>> {
  browser ??= chromium.launch({ executablePath, args });
  const context = await (
    await browser
  ).newContext({ baseURL: url, viewport: { width: 1280, height: 900 }, ...options });
  const page = readsWhole(await context.newPage());
  const outside: string[] = [];
  const faults: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(`${url}/`) && !request.url().startsWith('data:')) outside.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => faults.push(error.stack ?? error.message));
  return { page, url, outside, faults, [Symbol.asyncDispose]: () => context.close() };
}

/** Opens a page; every test ends with a look at `outside` and `faults`, which must be empty. */
export async function visit(options: BrowserContextOptions = {}): Promise<Visit> {
  server ??= keepingApp(askedOften).then(async (opened) => {
    kept = opened;
    await seedProgramme(opened.state.db);
    return serve(opened.app, { host: '127.0.0.1', port: 0 });
  });
  const { url } = await server;
  const { state } = kept ?? assert.fail('the server runs without a memory');
  const opened = await newPage(url, options);
  return { ...opened, state };
}

// all the tests of a file come from one address
const askedOften = (lanterne: Lanterne): Lanterne => ({
  ...lanterne,
  config: { ...lanterne.config, readsAMinute: 1_000_000, writesAMinute: 1_000_000 },
});
