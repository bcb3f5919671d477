/** Serves the built site: `PORT=3001 tsx scripts/serve.ts`. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { headersOf, readHeaderRules } from './build/headers';
import { fileHandler, type Handler } from './files';
import { addresses, askedHost, askedPort, insistOn, type Listener, listen } from './listen';
import { BASE_PATH, OUT } from './project';

interface SiteOptions {
  /** False: like a host that sends no custom headers. */
  readonly ownHeaders?: boolean;
  readonly folder?: string;
}

/** Serves the files of a site, with the headers that its `_headers` lists. */
export function siteHandler({ ownHeaders = true, folder = OUT }: SiteOptions = {}): Handler {
  const rules = ownHeaders ? readHeaderRules(readFileSync(join(folder, '_headers'), 'utf8')) : [];
  return fileHandler(folder, { headersFor: (path) => headersOf(rules, path) });
}

/** The site below its base path; any address outside leads to its first page. */
export function below(base: string, handle: Handler): Handler {
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
export async function serve(port: number, host?: string): Promise<Listener> {
  if (!existsSync(join(OUT, 'index.html')))
    throw new Error('Nothing is built yet: run `npm run build` first.');
  const handle = siteHandler();
  return listen(BASE_PATH ? below(BASE_PATH, handle) : handle, port, host);
}

/** The addresses of the site, for whoever started it. */
export function welcome(port: number, host?: string): string {
  const { here, elsewhere } = addresses(port, host);
  const others = elsewhere.map((address) => `${address}${BASE_PATH}/`).join(' or ');
  return `Pipeline Tracer is at ${here}${BASE_PATH}/  (Ctrl+C stops it)${others && `\nOthers in this network open ${others}`}`;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [port, host] = [askedPort(), askedHost()];
  await insistOn(port, host);
  await serve(port, host);
  console.log(welcome(port, host));
}
