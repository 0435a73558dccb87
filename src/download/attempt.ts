import { closeSync, fsyncSync, openSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { fault, LanterneError } from '#errors.ts';
import { forget, noteBegun, readBegun, sizeOf, type Begun } from '#download/part-file.ts';

export interface AttemptOptions {
  /** Asked for only when the server's has changed: the tag of the file that stands. */
  readonly knownTag?: string | null;
  /** Bytes so far, and of how many when the server says. */
  readonly onProgress?: (done: number, of: number | null) => void;
  /** Milliseconds without a byte after which a connection is given up. */
  readonly idle?: number;
}

/** A failure that another try may mend. */
export class Passing extends Error {
  readonly waitAtLeast: number;
  constructor(message: string, cause?: unknown, waitAtLeast = 0) {
    super(message, { cause });
    this.waitAtLeast = waitAtLeast;
  }
}

/**
 * One request, taken as far as it goes.
 * @returns undefined when the file was not modified, else the tag of what is now whole in the part
 * @throws Passing, DOWNLOAD_FAILED
 */
export async function attempt(url: string, part: string, options: AttemptOptions): Promise<string | null | undefined> {
  const begun = readBegun(part, url);
  const have = begun === null ? 0 : sizeOf(part);
  if (begun === null) forget(part);
  if (begun !== null && begun.total === have) return begun.validator.includes('"') ? begun.validator : null;
  const control = new AbortController();
  const watch = idleWatch(control, options.idle ?? 60_000);
  try {
    const response = await ask(url, control.signal, have > 0 ? begun : null, have, options.knownTag ?? null);
    if (response.status === 304) return undefined;
    const start = judge(response, url, part, have, begun);
    const { total, tag } = begin(response, url, part, start);
    await pour(response, part, start, total, watch, options);
    return tag;
  } finally {
    watch.stop();
  }
}

async function ask(
  url: string,
  signal: AbortSignal,
  begun: Begun | null,
  have: number,
  knownTag: string | null,
): Promise<Response> {
  // A coded answer has another length than the file: none is wanted.
  const headers: Record<string, string> = {
    'accept-encoding': 'identity',
    'user-agent': 'Lanterne (cinema companion)',
  };
  if (begun !== null) Object.assign(headers, { range: `bytes=${have}-`, 'if-range': begun.validator });
  else if (knownTag !== null) headers['if-none-match'] = knownTag;
  try {
    const response = await fetch(url, { headers, signal, redirect: 'follow' });
    if (url.startsWith('https:') && !response.url.startsWith('https:'))
      throw fault('DOWNLOAD_FAILED', { url, reason: 'the server leads to an address that is not protected' });
    return response;
  } catch (error) {
    if (error instanceof LanterneError) throw error;
    throw new Passing(`the server does not answer (${deepest(error)})`, error);
  }
}

/** Where the answer's bytes belong: 0 for a whole file, the length of the part for its rest. */
function judge(response: Response, url: string, part: string, have: number, begun: Begun | null): number {
  const { status } = response;
  if (status === 200) return 0;
  if (status === 206) {
    const [, first, total] = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(response.headers.get('content-range') ?? '') ?? [];
    const same = begun?.total === null || total === '*' || Number(total) === begun?.total;
    if (Number(first) === have && have > 0 && same) return have;
    forget(part);
    throw new Passing('the server gave another part of the file than the one asked for');
  }
  if (status === 416) {
    forget(part);
    throw new Passing('what was fetched before does not fit the file any more');
  }
  if (status === 408 || status === 429 || status >= 500) {
    const seconds = Number(response.headers.get('retry-after') ?? '0');
    throw new Passing(`the server answered ${status}`, undefined, Number.isFinite(seconds) ? seconds * 1000 : 0);
  }
  throw fault('DOWNLOAD_FAILED', { url, reason: `the server answered ${status}` });
}

/** Notes what a later run needs to go on. Without a strong tag or a date, it begins again. */
function begin(
  response: Response,
  url: string,
  part: string,
  start: number,
): { total: number | null; tag: string | null } {
  if (/^text\/html\b/i.test(response.headers.get('content-type') ?? ''))
    throw fault('DOWNLOAD_FAILED', { url, reason: 'the server answered with a web page, not with the file' });
  const length = response.headers.get('content-length');
  const coded = (response.headers.get('content-encoding') ?? 'identity') !== 'identity';
  const total = length === null || coded ? null : Number(length) + start;
  const tag = response.headers.get('etag');
  const validator = tag !== null && !tag.startsWith('W/') ? tag : response.headers.get('last-modified');
  if (start > 0) {
    const known = readBegun(part, url)?.total ?? null;
    if (known === null || total === null || known === total) return { total: known ?? total, tag };
    forget(part);
    throw new Passing(`the rest of the file makes ${total} bytes, not ${known}`);
  }
  writeFileSync(part, '');
  const begun: Begun | null = validator === null || coded ? null : { url, validator, total };
  noteBegun(part, begun);
  return { total, tag };
}

async function pour(
  response: Response,
  part: string,
  start: number,
  total: number | null,
  watch: { beat(): void },
  { onProgress = () => {} }: AttemptOptions,
): Promise<void> {
  truncateSync(part, start);
  const descriptor = openSync(part, 'a');
  let done = start;
  try {
    for await (const chunk of bodyOf(response)) {
      watch.beat();
      writeSync(descriptor, chunk);
      done += chunk.byteLength;
      onProgress(done, total);
    }
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  if (total === null || done === total) return;
  if (done > total) forget(part);
  throw new Passing(`the server sent ${done} bytes, not the ${total} it announced`);
}

async function* bodyOf(response: Response): AsyncGenerator<Uint8Array> {
  const iterator = response.body?.[Symbol.asyncIterator]();
  for (;;) {
    let step: IteratorResult<Uint8Array> | undefined;
    try {
      step = await iterator?.next();
    } catch (error) {
      throw new Passing(`the connection broke (${deepest(error)})`, error);
    }
    if (step === undefined || step.done === true) return;
    yield step.value;
  }
}

function idleWatch(control: AbortController, idle: number): { beat(): void; stop(): void } {
  const giveUp = (): void => control.abort(new Error(`no byte for ${Math.round(idle / 1000)} s`));
  const timer = setTimeout(giveUp, idle);
  return { beat: () => void timer.refresh(), stop: () => clearTimeout(timer) };
}

function deepest(error: unknown): string {
  let at = error;
  while (at instanceof Error && at.cause instanceof Error) at = at.cause;
  return at instanceof Error ? at.message.split('\n')[0] || at.name : String(at);
}
