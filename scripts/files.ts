/** Serves the files of a folder: for `npm start`, the tests and the measurements. */
import { once } from 'node:events';
import { ReadStream } from 'node:fs';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { relative } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import negotiate from '@fastify/accept-negotiator';
import send, { type FileSendResult } from '@fastify/send';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

type Headers = Readonly<Record<string, string>>;

interface Answer {
  readonly statusCode: number;
  readonly headers: Headers;
  readonly stream: Readable;
}

interface Options {
  /** Custom headers for a path; they replace others of the same name. */
  readonly headersFor?: (path: string) => Headers;
}

/** The page for an address that leads nowhere. */
const MISSING = '404.html';

/** Compressed copies that the build writes beside a file, the smaller first. */
const TWINS = [
  { coding: 'br', ending: '.br' },
  { coding: 'gzip', ending: '.gz' },
];
/** Instructions for hosts. Compared in lower case, because some file systems ignore case. */
const HIDDEN = ['_headers', '_redirects'];

/** The part of a request that the library reads. */
const requestOf = (method: string, headers: IncomingHttpHeaders) =>
  Object.assign(new Readable(), { method, headers });
/** Reads a file's properties without opening it. */
const LOOK = requestOf('HEAD', {});

const sentence = (statusCode: number, text: string, headers: Headers = {}): Answer => ({
  statusCode,
  headers: { 'Content-Type': 'text/plain; charset=utf-8', ...headers },
  stream: Readable.from([text]),
});

/**
 * The range of a file that is requested, if any. A header that requests none, several or a conditional one gets the
 * whole file, as RFC 9110 allows (14.2; 13.1.5 requires it where ETags are weak). The library alone would take "1-5x" for
 * a range, and refuse the last ten bytes of a file that has nine.
 */
function askedRange({ method, headers }: IncomingMessage, size: number): string | undefined {
  if (method !== 'GET' || headers['if-range']) return undefined;
  const [, first, last] = /^bytes=(\d*)-(\d*)$/i.exec(headers.range ?? '') ?? [];
  if (first) return last && Number(last) < Number(first) ? undefined : `bytes=${first}-${last}`;
  return last ? `bytes=-${Math.min(Number(last), size)}` : undefined;
}

/** Sends a response. When the client leaves, or the file disappears, both are closed. */
async function transmit({ statusCode, headers, stream }: Answer, response: ServerResponse): Promise<void> {
  // No header is sent before the file is open.
  if (stream instanceof ReadStream) await once(stream, 'open');
  response.writeHead(statusCode, headers);
  // An empty file may have grown since it was checked; a length of 0 was announced.
  if (String(headers['Content-Length']) === '0') {
    stream.destroy();
    response.end();
  } else await pipeline(stream, response);
}

/** A handler for the files of a folder. Neither a request nor a change of a file stops it. */
export function fileHandler(folder: string, { headersFor = () => ({}) }: Options = {}): Handler {
  const find = (request: Readable, path: string) => send(request, path, { root: folder, index: false });

  /** Sends a file, compressed where the client accepts it. Ranges are those of the file itself. */
  async function represent(
    path: string,
    found: FileSendResult,
    asked: ReturnType<typeof requestOf>,
  ): Promise<Answer> {
    const answered = (answer: Answer, coding?: string): Answer => {
      const content = answer.statusCode === 200 || answer.statusCode === 206;
      const type = found.headers['Content-Type'] ?? 'application/octet-stream';
      const about = { 'Content-Type': type, ...(coding && { 'Content-Encoding': coding }) };
      return { ...answer, headers: { ...answer.headers, ...(content && about), Vary: 'Accept-Encoding' } };
    };
    for (const { coding, ending } of asked.headers.range ? [] : TWINS) {
      if (!negotiate(asked.headers['accept-encoding'] ?? '', [coding])) continue;
      const twin = await find(asked, `${path}${ending}`);
      if (twin.type === 'file') return answered(twin, coding);
    }
    return answered(await find(asked, path));
  }

  /** A translated site has a page of its own for addresses that lead nowhere. */
  async function missing({ method = '', headers }: IncomingMessage, pathname: string): Promise<Answer> {
    for (const path of [`/${pathname.split('/')[1]}/${MISSING}`, `/${MISSING}`]) {
      const found = await find(LOOK, path);
      if (found.type !== 'file') continue;
      // Neither a range nor a condition refers to this page.
      const asked = requestOf(method, { 'accept-encoding': headers['accept-encoding'] });
      return { ...(await represent(path, found, asked)), statusCode: 404 };
    }
    return sentence(404, 'There is nothing here.');
  }

  async function answer(request: IncomingMessage, { pathname, search }: URL): Promise<Answer> {
    const { method = '', headers } = request;
    if (method !== 'GET' && method !== 'HEAD')
      return sentence(405, 'Only GET and HEAD are answered here.', { Allow: 'GET, HEAD' });
    const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    const found = await find(LOOK, path);
    // Relative, so that it also works below a base path.
    if (found.type === 'directory')
      return sentence(302, '', { Location: `./${pathname.split('/').at(-1)}/${search}` });
    if (found.type === 'error')
      return [403, 404].includes(found.statusCode) ? missing(request, pathname) : found;
    if (HIDDEN.includes(relative(folder, found.metadata.path).toLowerCase()))
      return missing(request, pathname);
    const range = askedRange(request, found.metadata.stat.size);
    return represent(path, found, requestOf(method, { ...headers, range }));
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { url: target = '/' } = request;
    const url = new URL(target.startsWith('/') ? `http://localhost${target}` : target);
    const found = await answer(request, url);
    const failed = found.statusCode >= 400 && { 'Cache-Control': 'no-cache' };
    await transmit(
      { ...found, headers: { ...found.headers, ...headersFor(url.pathname), ...failed } },
      response,
    );
  }

  return (request, response) => {
    handle(request, response).catch((error: NodeJS.ErrnoException) => {
      if (response.headersSent) response.destroy();
      else response.writeHead({ ENOENT: 404, ERR_INVALID_URL: 400 }[error.code ?? ''] ?? 500).end();
    });
  };
}
