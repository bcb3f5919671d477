import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ask, openFiles, type Site, startSite } from './support';

let site: Site;
let before: number;
beforeEach(async () => {
  site = await startSite();
  await ask(site.port, '/');
  before = openFiles();
});
/** Whatever was done to it, it responds and holds nothing open. */
afterEach(async () => {
  try {
    expect((await ask(site.port, '/')).status).toBe(200);
    await expect.poll(openFiles).toBeLessThanOrEqual(before);
  } finally {
    site.close();
  }
});

/** Runs tasks, some of them at a time. */
async function each(count: number, atOnce: number, task: (index: number) => Promise<unknown>): Promise<void> {
  const indices = Array.from({ length: count }, (_, index) => index).values();
  const worker = async () => {
    for (const index of indices) await task(index);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

it('responds to 300 requests at once, of every kind', async () => {
  const kinds = [
    { path: '/letters.txt', status: 200 },
    { path: '/letters.txt', range: 'bytes=9-5', status: 200 },
    { path: '/letters.txt', range: 'bytes=0-9007199254740993', status: 206 },
    { path: '/letters.txt', range: 'bytes=26-', status: 416 },
    { path: '/nothing', status: 404 },
    { path: '/', method: 'POST', status: 405 },
  ];
  const asked = Array.from({ length: 300 }, (_, index) => kinds[index % kinds.length]);
  const replies = await Promise.all(
    asked.map(({ path, range, method }) => ask(site.port, path, range ? { range } : {}, method)),
  );
  expect(replies.map(({ status }) => status)).toEqual(asked.map(({ status }) => status));
});

/** Begins a download and leaves, at the first bytes or before any have arrived. */
function abort(port: number, atOnce: boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write('GET /large.bin HTTP/1.1\r\nHost: localhost\r\n\r\n', () => atOnce && socket.destroy());
    });
    socket.on('data', () => socket.destroy()).on('close', () => resolve());
    socket.on('error', reject);
  });
}

it('closes the files of 2,000 downloads that were aborted', () =>
  each(2000, 50, (index) => abort(site.port, index % 4 === 0)));

it('keeps running when a file disappears while it is requested', async () => {
  const file = join(site.folder, 'static', 'a.js');
  rmSync(file);
  expect((await ask(site.port, '/static/a.js')).status).toBe(404);
  // Also between the check for it and reading it.
  const statuses = new Set<number>();
  await each(400, 8, async (index) => {
    // Renamed into place, because a half-written file would be a different case.
    if (index % 2 === 0) {
      writeFileSync(`${file}.new`, 'a()');
      renameSync(`${file}.new`, file);
    } else rmSync(file, { force: true });
    statuses.add((await ask(site.port, '/static/a.js')).status);
  });
  expect([...statuses].filter((status) => status !== 200 && status !== 404)).toEqual([]);
});

it('responds to what is not HTTP, and notices dropped connections', async () => {
  const statuses = await Promise.all(
    ['GET\r\n\r\n', '\x16\x03\x01\x02', 'GET * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'].map(
      (text) =>
        new Promise<string>((resolve) => {
          let answer = '';
          const socket = connect(site.port, '127.0.0.1', () => socket.write(text));
          socket.on('data', (part) => {
            answer += part;
          });
          socket.on('error', () => {}).on('close', () => resolve(answer.slice(9, 12)));
        }),
    ),
  );
  expect(statuses).toEqual(['400', '400', '400']);
  const socket = connect(site.port, '127.0.0.1', () => {
    socket.write('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\nx');
    socket.resetAndDestroy();
  });
  await new Promise((resolve) => socket.on('close', resolve));
});
