import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listen } from '@/scripts/listen';
import { below, siteHandler } from '@/scripts/serve';
import { ask, LETTERS, PAGE, SECRET, type Site, startSite } from './support';

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());
const get = (path: string, headers = {}, method = 'GET') => ask(site.port, path, headers, method);

describe('a range', () => {
  it.each([
    ['bytes=0-2', 'abc', 'bytes 0-2/26'],
    ['bytes=23-', 'xyz', 'bytes 23-25/26'],
    ['bytes=-3', 'xyz', 'bytes 23-25/26'],
    ['bytes=-99', LETTERS, 'bytes 0-25/26'],
    ['bytes=24-9007199254740993', 'yz', 'bytes 24-25/26'],
    [`bytes=25-${'9'.repeat(400)}`, 'z', 'bytes 25-25/26'],
  ])('%s is served', async (range, text, contentRange) => {
    const { status, headers, body } = await get('/letters.txt', { range });
    expect([status, body.toString(), headers['content-range']]).toEqual([206, text, contentRange]);
    expect(headers['content-length']).toBe(`${text.length}`);
  });

  it.each(['bytes=26-', 'bytes=9007199254740993-', 'bytes=-0'])('%s is out of bounds', async (range) => {
    const { status, headers } = await get('/letters.txt', { range });
    expect([status, headers['content-range']]).toEqual([416, 'bytes */26']);
    expect(headers['x-everywhere']).toBe('yes');
  });

  it.each([
    'bytes=9-5',
    'bytes=abc',
    'bytes=',
    'bytes=-',
    'bytes=1-5x',
    'bytes=0x1-2',
    'lines=1-2',
    '1-2',
    'bytes=0-1,3-4',
  ])('%s is not valid, so the whole file is sent', async (range) => {
    const { status, headers, body } = await get('/letters.txt', { range });
    expect([status, body.toString()]).toEqual([200, LETTERS]);
    expect(headers['content-range']).toBeUndefined();
  });

  it('is taken from the plain file, never from a compressed copy', async () => {
    const { headers, body } = await get('/', { range: 'bytes=0-8', 'accept-encoding': 'br, gzip' });
    expect(body.toString()).toBe(PAGE.slice(0, 9));
    expect(headers['content-encoding']).toBeUndefined();
  });

  it('is ignored in a HEAD request, with a condition, and for a missing file', async () => {
    const { headers: whole } = await get('/letters.txt');
    const range = 'bytes=0-2';
    expect((await get('/letters.txt', { range }, 'HEAD')).status).toBe(200);
    expect((await get('/letters.txt', { range, 'if-range': whole.etag })).status).toBe(200);
    expect((await get('/nothing.txt', { range })).status).toBe(404);
    expect((await get('/empty.bin', { range })).status).toBe(416);
  });

  it('requested by a page of another origin stops nothing, and is not readable there', async () => {
    const origin = 'http://elsewhere.test';
    for (const range of ['bytes=0-9007199254740993', 'bytes=9-5']) {
      const { headers } = await get('/letters.txt', { range, origin, 'sec-fetch-site': 'cross-site' });
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
    expect((await get('/')).status).toBe(200);
  });
});

describe('a file', () => {
  it.each([
    ['gzip', 'gzip', gunzipSync],
    ['br;q=0.5, gzip;q=0.1', 'br', brotliDecompressSync],
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['br;q=0, gzip', 'gzip', gunzipSync],
  ])('is sent to clients that accept "%s" as %s', async (accepted, coding, open) => {
    const { headers, body } = await get('/', { 'accept-encoding': accepted });
    expect(open(body).toString()).toBe(PAGE);
    expect(headers).toMatchObject({
      'content-encoding': coding,
      'content-type': 'text/html; charset=utf-8',
      'content-length': `${body.length}`,
      vary: 'Accept-Encoding',
    });
    const again = await get('/', { 'accept-encoding': accepted, 'if-none-match': headers.etag });
    expect([again.status, again.body.length, again.headers.vary]).toEqual([304, 0, 'Accept-Encoding']);
    expect(again.headers['x-everywhere']).toBe('yes');
    // A different copy has a different ETag.
    expect((await get('/', { 'if-none-match': headers.etag })).status).toBe(200);
  });

  it.each(['', 'identity', 'gzip;q=0', 'zstd'])(
    'is sent uncompressed to clients that accept "%s"',
    async (accepted) => {
      const { headers, body } = await get('/', { 'accept-encoding': accepted });
      expect(body.toString()).toBe(PAGE);
      expect(headers['content-encoding']).toBeUndefined();
    },
  );

  it('gets only its headers for HEAD', async () => {
    const { status, headers, body } = await get('/letters.txt', {}, 'HEAD');
    expect([status, headers['content-length'], body.length]).toEqual([200, '26', 0]);
  });

  it('has the headers that _headers lists', async () => {
    const { headers } = await get('/static/a.js');
    expect(headers).toMatchObject({ 'cache-control': 'immutable', 'x-everywhere': 'yes' });
    expect((await get('/static/b.js')).headers['cache-control']).toBe('no-cache');
  });
});

describe('a path', () => {
  it('of a folder leads to its page, wherever the site is hosted', async () => {
    const { status, headers } = await get('/lessons/one?image=cat');
    expect([status, headers.location]).toEqual([302, './one/?image=cat']);
    const moved = await listen(below('/name', siteHandler({ folder: site.folder })), 0);
    const { url, ok } = await fetch(`http://localhost:${moved.port}/name/lessons/one?image=cat`);
    moved.close();
    expect([new URL(url).pathname, ok]).toEqual(['/name/lessons/one/', true]);
  });

  it('that leads nowhere gets the 404 page, also compressed and for HEAD', async () => {
    const { status, headers, body } = await get('/nothing/');
    expect([status, body.toString()]).toEqual([404, '<!doctype html><title>Not here</title>']);
    expect(headers['x-everywhere']).toBe('yes');
    expect((await get('/nothing/', { 'if-none-match': headers.etag })).status).toBe(404);
    expect(await get('/nothing/', {}, 'HEAD')).toMatchObject({ status: 404, body: Buffer.alloc(0) });
  });

  it('that leads nowhere in a translation gets the translated page', async () => {
    for (const path of ['/de/nichts', '/de/lektionen/zehn/?bild=cat'])
      expect((await get(path)).body.toString()).toContain('Nicht hier');
    expect((await get('/lessons/ten/')).body.toString()).toContain('Not here');
  });

  it.each([
    '/_headers',
    '/_HEADERS',
    '/%5fheaders',
    '/./_headers',
    '/lessons/..%2f_headers',
    '//_headers',
    '/.nojekyll',
    '/.git/config',
    '/%2egit/config',
  ])('%s is never served', async (path) => {
    const { status, body } = await get(path);
    expect(status).toBe(404);
    expect(body.toString()).not.toMatch(/X-Everywhere|nobody/);
  });

  it.each([
    '/../secret.txt',
    '/lessons/../../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/%252e%252e%252fsecret.txt',
    '/....//secret.txt',
    '//../secret.txt',
    '/letters.txt%00/../../secret.txt',
    '/%c0%ae%c0%ae/secret.txt',
    'http://localhost/../secret.txt',
  ])('%s never leads out of the site', async (path) => {
    const { status, body } = await get(path);
    expect([400, 404]).toContain(status);
    expect(body.toString()).not.toContain(SECRET);
    expect((await get('/')).status).toBe(200);
  });
});

describe('a method', () => {
  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])('%s is not allowed', async (method) => {
    const { status, headers, body } = await get('/', {}, method);
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
    expect(headers['x-everywhere']).toBe('yes');
    expect(body.toString()).not.toContain('<title>');
  });
});
