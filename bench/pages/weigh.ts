import { chromium, type Browser } from 'playwright-core';

/** What a first visit of a page costs, as a browser on a slow line sees it. */
export interface PageCost {
  readonly path: string;
  /** Bytes on the line without pictures, and of script alone, as sent (compressed). */
  readonly bytes: number;
  readonly script: number;
  readonly pictures: number;
  /** Milliseconds to the largest contentful paint, and what that was. */
  readonly lcp: number;
  readonly element: string;
  /** Cumulative layout shift. */
  readonly shift: number;
  /** Hosts asked other than ours. */
  readonly outside: readonly string[];
}

/** A village line: 400 kbit/s both ways, 300 ms there and back (protocols, P6). */
const line = { offline: false, latency: 300, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };
const SETTLED = 9000;

/**
 * Visits each page for the first time, with an empty cache, on a line of 400 kbit/s and 300 ms.
 * @param url where the site answers
 */
export async function weighPages(url: string, paths: readonly string[]): Promise<PageCost[]> {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  });
  try {
    const costs: PageCost[] = [];
    for (const path of paths) costs.push(await visit(browser, url, path));
    return costs;
  } finally {
    await browser.close();
  }
}

/** As a table. */
export function formatPageCosts(costs: readonly PageCost[]): string {
  return [
    'First visit with an empty cache, 400 kbit/s and 300 ms; kB as sent.',
    '',
    '| page | without pictures | script | pictures | largest paint, ms | which | layout shift | other hosts |',
    '|---|---|---|---|---|---|---|---|',
    ...costs.map(
      ({ path, bytes, script, pictures, lcp, element, shift, outside }) =>
        `| \`${path}\` | ${kilo(bytes)} | ${kilo(script)} | ${kilo(pictures)} | ${lcp.toFixed(0)} | ${element} | ${shift.toFixed(3)} | ${outside.length} |`,
    ),
  ].join('\n');
}

const kilo = (bytes: number): string => (bytes / 1000).toFixed(1);

async function visit(browser: Browser, url: string, path: string): Promise<PageCost> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', line);
  const kinds = new Map<string, string>();
  const sent = { all: 0, Script: 0, Image: 0 };
  const outside = new Set<string>();
  session.on('Network.requestWillBeSent', ({ requestId, type, request }) => {
    kinds.set(requestId, type ?? 'Other');
    if (!request.url.startsWith(url) && !request.url.startsWith('data:')) outside.add(new URL(request.url).host);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId);
    sent.all += encodedDataLength;
    if (kind === 'Script' || kind === 'Image') sent[kind] += encodedDataLength;
  });
  await page.goto(url + path, { waitUntil: 'commit' });
  await page.waitForTimeout(SETTLED);
  const seen = await page.evaluate(observed);
  await context.close();
  return {
    path,
    bytes: sent.all - sent.Image,
    script: sent.Script,
    pictures: sent.Image,
    lcp: seen.lcp,
    element: seen.element,
    shift: seen.shift,
    outside: [...outside],
  };
}

/** In the page: its largest paint and its layout shift so far. */
async function observed(): Promise<{ lcp: number; element: string; shift: number }> {
  const entries = (type: string): Promise<PerformanceEntryList> =>
    new Promise((resolve) => {
      new PerformanceObserver((list) => resolve(list.getEntries())).observe({ type, buffered: true });
      setTimeout(() => resolve([]), 500);
    });
  const paints = await entries('largest-contentful-paint');
  const shifts = await entries('layout-shift');
  const last = paints.at(-1);
  const element = last !== undefined && 'element' in last && last.element instanceof Element ? last.element : null;
  return {
    lcp: last?.startTime ?? Number.NaN,
    element: element === null ? '?' : `${element.tagName.toLowerCase()}${element.id === '' ? '' : `#${element.id}`}`,
    shift: shifts.reduce((sum, one) => sum + ('value' in one && typeof one.value === 'number' ? one.value : 0), 0),
  };
}
