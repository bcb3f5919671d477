/** Serves the built site: `tsx scripts/serve.ts [port]`. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import sirv from 'sirv';
import { readHeaderRules } from './headers';
import { BASE_PATH, OUT, stop } from './project';

/** Types that the table of sirv doesn't have. */
const TYPES: Record<string, string> = {
  '.safetensors': 'application/octet-stream',
  '.bin': 'application/octet-stream',
};

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

interface HandlerOptions {
  /** False: as a host that sends no headers of one's choice. */
  readonly ownHeaders?: boolean;
}

/** Answers requests with the files of out/. */
export function siteHandler({ ownHeaders = true }: HandlerOptions = {}): Handler {
  const rules = ownHeaders ? readHeaderRules(readFileSync(join(OUT, '_headers'), 'utf8')) : [];
  const missing = readFileSync(join(OUT, '404.html'));
  const setHeaders = (response: ServerResponse, path: string) => {
    for (const rule of rules) {
      if (rule.path.test(path)) for (const [name, value] of rule.headers) response.setHeader(name, value);
    }
    const type = TYPES[extname(path)];
    if (type) response.setHeader('Content-Type', type);
  };
  return sirv(OUT, {
    brotli: true,
    gzip: true,
    etag: true,
    maxAge: 0,
    setHeaders,
    onNoMatch: (request, response) => {
      setHeaders(response, request.url ?? '/');
      response.writeHead(404, { 'Content-Type': 'text/html;charset=utf-8' }).end(missing);
    },
  });
}

/** The site below its base path; everything outside leads to its first page. */
function below(base: string, handle: Handler): Handler {
  return (request, response) => {
    const url = request.url ?? '/';
    if (url === base || !url.startsWith(`${base}/`)) {
      response.writeHead(302, { Location: `${base}/` }).end();
      return;
    }
    request.url = url.slice(base.length);
    handle(request, response);
  };
}

/** Starts serving out/ on a port (0: any free one). Rejects where the port is taken or nothing is built. */
export function serve(port: number): Promise<Server> {
  if (!existsSync(join(OUT, 'index.html')))
    throw new Error('Nothing is built yet: run `npm run build` first.');
  const handle = siteHandler();
  const server = createServer(BASE_PATH ? below(BASE_PATH, handle) : handle);
  return listening(server, port);
}

export function listening(server: Server, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => resolve(server));
  });
}

/** The port a server listens on. */
export function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('the server does not listen on a port');
  return address.port;
}

async function isFree(port: number): Promise<boolean> {
  try {
    const server = await listening(createServer(), port);
    await new Promise((resolve) => server.close(resolve));
    return true;
  } catch {
    return false;
  }
}

/** Ends the script, naming the next free port, when this one is taken. */
export async function insistOnPort(port: number): Promise<void> {
  if (await isFree(port)) return;
  let next = port + 1;
  while (!(await isFree(next))) next++;
  stop(`Port ${port} is taken. The next free one is ${next}:\n\n  PORT=${next} npm start`);
}

/** The port asked for in the environment, 3000 unless told. */
export function askedPort(): number {
  const port = Number(process.env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    stop(`PORT is "${process.env.PORT}", but a port is a whole number from 1 to 65535.`);
  }
  return port;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const port = askedPort();
  await insistOnPort(port);
  await serve(port);
  console.log(`http://localhost:${port}${BASE_PATH}/`);
}
