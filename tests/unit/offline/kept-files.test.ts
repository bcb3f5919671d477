import { describe, expect, it } from 'vitest';
import { bytesOf, keptFiles, notFoundPage, type SiteFile } from '@/lib/offline/kept-files';

const file = (path: string, bytes = 1000): SiteFile => ({ path, bytes, hash: `hash of ${path}` });
const urls = (base: string, ...paths: string[]) =>
  keptFiles(
    paths.map((path) => file(path)),
    base,
  ).first.map(({ url }) => url);

describe('what is kept of the site', () => {
  it('is named by the addresses that pages are opened with, below the base path', () => {
    const paths = ['index.html', 'trace/index.html', 'trace/index.txt', '404.html'];
    expect(urls('', ...paths)).toEqual(['/', '/trace/', '/trace/index.txt', '/404.html']);
    expect(urls('/name', ...paths)).toEqual([
      '/name/',
      '/name/trace/',
      '/name/trace/index.txt',
      '/name/404.html',
    ]);
  });

  it('leaves out what only hosts need, twins, and the service worker', () => {
    const paths = [
      'index.html.gz',
      '_headers',
      '.nojekyll',
      'pictures/.stamp',
      'sw.js',
      '404/index.html',
      '_not-found.html',
      '_not-found/index.txt',
      '_next/static/media/KaTeX_Main_Regular.0a1b.ttf',
      '_next/static/media/KaTeX_Main_Regular.0a1b.woff',
      'de/404/index.html',
    ];
    expect(urls('', 'KaTeX_Main_Regular.0a1b.woff2')).toHaveLength(1);
    expect(urls('', ...paths)).toEqual([]);
  });

  it('tells versions of a file apart, by its name or by a revision', () => {
    const named = [
      '_next/static/chunks/0_h2uufka9mil.js',
      'engine/tfjs-backend-wasm-70a5d51606.wasm',
      'engine/chunk-EN7HIFAM.js',
    ];
    const { first } = keptFiles(
      [...named, 'engine/probe-worker.js', 'engine/worker.js'].map((path) => file(path)),
      '',
    );
    expect(first.map(({ revision }) => revision)).toEqual([
      null,
      null,
      null,
      'hash of engine/probe-worker.js',
      'hash of engine/worker.js',
    ]);
  });

  it('leaves large files for later, and counts all of them', () => {
    const { first, later } = keptFiles([file('index.html'), file('model/dense.safetensors', 3_214_476)], '');
    expect(later.map(({ url }) => url)).toEqual(['/model/dense.safetensors']);
    expect(bytesOf(first) + bytesOf(later)).toBe(3_215_476);
  });

  it('has a page for an address that there isn’t, in its language', () => {
    const kept = keptFiles([file('404.html'), file('de/404.html')], '/name');
    expect(notFoundPage(kept, '/name/stages/conv9/')).toBe('/name/404.html');
    expect(notFoundPage(kept, '/name/de/stages/conv9/')).toBe('/name/de/404.html');
    expect(notFoundPage(keptFiles([], ''), '/stages/')).toBeNull();
  });
});
