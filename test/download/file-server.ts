import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export interface Served {
  bytes: Buffer;
  /** Null: the server gives none. */
  tag: string | null;
  /** What is done with each request in turn, before the file is served as it should be. */
  tricks: Trick[];
}

export type Trick = (request: IncomingMessage, response: ServerResponse, file: Served) => void;

/** A server of files on the loopback, which knows ranges and tags and can be told to misbehave. */
export async function serveFiles(files: Record<string, Partial<Served>>) {
  const served = new Map(
    Object.entries(files).map(([name, file]): [string, Served] => {
      const bytes = file.bytes ?? Buffer.alloc(0);
      const tag = file.tag === undefined ? `"${createHash('sha1').update(bytes).digest('hex')}"` : file.tag;
      return [name, { bytes, tag, tricks: file.tricks ?? [] }];
    }),
  );
  const asked: {
    path: string;
    range: string | undefined;
    ifRange: string | undefined;
    ifNoneMatch: string | undefined;
  }[] = [];
  const server = createServer((request, response) => {
    const path = (request.url ?? '').slice(1);
    asked.push({
      path,
      range: request.headers.range,
      ifRange: request.headers['if-range']?.toString(),
      ifNoneMatch: request.headers['if-none-match'],
    });
    const file = served.get(path);
    if (file === undefined) return void response.writeHead(404).end();
    const trick = file.tricks.shift();
    if (trick !== undefined) return trick(request, response, file);
    serve(request, response, file);
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', () => done()));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/`,
    asked,
    file: (name: string): Served => served.get(name) ?? { bytes: Buffer.alloc(0), tag: null, tricks: [] },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((done) => void server.close(done));
    },
  };
}

function serve(request: IncomingMessage, response: ServerResponse, { bytes, tag }: Served): void {
  const headers = { 'accept-ranges': 'bytes', ...(tag === null ? {} : { etag: tag }) };
  if (tag !== null && request.headers['if-none-match'] === tag) return void response.writeHead(304, headers).end();
  const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? Number.NaN);
  const same = request.headers['if-range'] === undefined || request.headers['if-range'] === tag;
  if (Number.isNaN(from) || !same)
    return void response.writeHead(200, { ...headers, 'content-length': bytes.length }).end(bytes);
  if (from >= bytes.length)
    return void response.writeHead(416, { ...headers, 'content-range': `bytes */${bytes.length}` }).end();
  const rest = bytes.subarray(from);
  const range = `bytes ${from}-${bytes.length - 1}/${bytes.length}`;
  response.writeHead(206, { ...headers, 'content-length': rest.length, 'content-range': range }).end(rest);
}

/** Sends the first so many bytes of what is asked, and cuts the connection. */
export const cutAfter =
  (bytes: number): Trick =>
  (request, response, file) => {
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
    const status = from > 0 ? 206 : 200;
    const range = from > 0 ? { 'content-range': `bytes ${from}-${file.bytes.length - 1}/${file.bytes.length}` } : {};
    response.writeHead(status, {
      'content-length': file.bytes.length - from,
      ...(file.tag === null ? {} : { etag: file.tag }),
      ...range,
    });
    response.write(file.bytes.subarray(from, from + bytes), () => setTimeout(() => response.destroy(), 20));
  };

export const answers =
  (status: number, headers: Record<string, string> = {}, body = ''): Trick =>
  (_, response) =>
    void response.writeHead(status, headers).end(body);
