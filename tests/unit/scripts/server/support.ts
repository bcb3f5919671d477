import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { type Listener, listen } from '@/scripts/listen';
import { siteHandler } from '@/scripts/serve';

export const PAGE = '<!doctype html><title>Home</title>'.repeat(20);
export const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
export const SECRET = 'nobody reads this';
/** More than all buffers between two programs on one machine hold. */
const LARGE_BYTES = 64 * 2 ** 20;
const HEADERS = '/*\n  X-Everywhere: yes\n/static/*\n  Cache-Control: immutable\n';

/** A small site with one file outside of it, and the server of `npm start` for it. */
export interface Site extends Listener {
  readonly folder: string;
}

export async function startSite(): Promise<Site> {
  const outside = mkdtempSync(join(tmpdir(), 'site-'));
  const folder = join(outside, 'out');
  const files = {
    _headers: HEADERS,
    '.nojekyll': SECRET,
    '.git/config': SECRET,
    '../secret.txt': SECRET,
    'index.html': PAGE,
    'index.html.br': brotliCompressSync(PAGE),
    'index.html.gz': gzipSync(PAGE),
    '404.html': '<!doctype html><title>Not here</title>',
    'de/404.html': '<!doctype html><title>Nicht hier</title>',
    'lessons/one/index.html': PAGE,
    'letters.txt': LETTERS,
    'letters.txt.gz': gzipSync(LETTERS),
    'static/a.js': 'a()',
    'empty.bin': '',
    'large.bin': '',
  };
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  // A sparse file, which takes no room on disk.
  truncateSync(join(folder, 'large.bin'), LARGE_BYTES);
  const { port, close } = await listen(siteHandler({ folder }), 0);
  return {
    folder,
    port,
    close() {
      close();
      rmSync(outside, { recursive: true });
    },
  };
}

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Sends one request unchanged, on a connection of its own; `path` is not normalized, as `fetch` would do. */
export function ask(
  port: number,
  path: string,
  headers: OutgoingHttpHeaders = {},
  method = 'GET',
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', path, method, headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
    })
      .on('error', reject)
      .end();
  });
}

/** How many files and connections this process has open; 0 on a system that doesn't report it. */
export const openFiles = () => (existsSync('/dev/fd') ? readdirSync('/dev/fd').length : 0);
