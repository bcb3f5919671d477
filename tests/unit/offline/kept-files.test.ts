import { describe, expect, it } from 'vitest';
import { bytesOf, keptFiles, languageAt, notFoundPage, type SiteFile } from '@/lib/site/offline/kept-files';

const file = (path: string, bytes = 1000): SiteFile => ({ path, bytes, hash: `hash of ${path}` });
const PARTS = { base: '', languages: ['en', 'de'], shared: ['engine', 'model', 'images'] };
const keptOf = (base: string, ...paths: string[]) =>
  keptFiles(
    paths.map((path) => file(path)),
    { ...PARTS, base },
  );
const urls = (base: string, ...paths: string[]) => keptOf(base, ...paths).pages.en.map(({ url }) => url);

describe('the files of the site that are kept', () => {
  it('are named by the addresses that pages are opened with, below the base path', () => {
    const paths = ['index.html', 'trace/index.html', 'trace/index.txt', '404.html'];
    expect(urls('', ...paths)).toEqual(['/', '/trace/', '/trace/index.txt', '/404.html']);
    expect(urls('/name', ...paths)).toEqual([
      '/name/',
      '/name/trace/',
      '/name/trace/index.txt',
      '/name/404.html',
    ]);
  });

  it('exclude what only hosts need, compressed twins, and the service worker', () => {
    const paths = [
      'index.html.gz',
      'index.html.br',
      '_headers',
      '.nojekyll',
      'images/.stamp',
      'sw.js',
      '404/index.html',
      '_not-found.html',
      '_not-found/index.txt',
      '_next/static/media/KaTeX_Main_Regular.0a1b.ttf',
      '_next/static/media/KaTeX_Main_Regular.0a1b.woff',
      'de/404/index.html',
      'trace/__next._full.txt',
    ];
    expect(urls('', 'KaTeX_Main_Regular.0a1b.woff2')).toHaveLength(1);
    expect(urls('', ...paths)).toEqual([]);
  });

  it('come with the course’s network and its epochs first, with other networks later', () => {
    const course = ['model/conv.safetensors', 'model/log.json', 'model/epochs/3.safetensors'];
    const others = ['model/digits/weights.safetensors', 'model/digits/epochs/3.safetensors'];
    const { first, later } = keptOf('', ...course, ...others);
    expect(first.map(({ url }) => url)).toEqual(course.map((path) => `/${path}`));
    expect(later.map(({ url }) => url)).toEqual(others.map((path) => `/${path}`));
  });

  it('have their versions distinguished by name or by a revision', () => {
    const named = [
      '_next/static/chunks/0_h2uufka9mil.js',
      'engine/tfjs-backend-wasm-70a5d51606.wasm',
      'engine/chunk-EN7HIFAM.js',
    ];
    const { first, pages } = keptOf('', ...named, 'engine/probe-worker.js', 'engine/worker.js');
    const all = [...pages.en, ...first];
    expect(all.map(({ revision }) => revision)).toEqual([
      null,
      'hash of engine/probe-worker.js',
      'hash of engine/worker.js',
      null,
      null,
    ]);
  });

  it('leave large files for later, and count all of them', () => {
    const dense = file('model/dense.safetensors', 3_214_476);
    const { pages, later } = keptFiles([file('index.html'), dense], PARTS);
    expect(later.map(({ url }) => url)).toEqual(['/model/dense.safetensors']);
    expect(bytesOf(pages.en) + bytesOf(later)).toBe(3_215_476);
  });

  it('are split by language, apart from those that all languages share', () => {
    const paths = ['trace/index.html', 'de/trace/index.html', 'de/_next/static/a.js', 'sounds.html'];
    const workers = ['worker', 'try-it'].flatMap((name) => [`engine/${name}.js`, `engine/${name}.de.js`]);
    const engine = [...workers, 'engine/chunk-EN7HIFAM.js'];
    const { first, pages } = keptOf('/name', ...paths, ...engine, 'images/cat-1.png');
    const found = (files: readonly { readonly url: string }[]) => files.map(({ url }) => url);
    expect(found(first)).toEqual(['/name/engine/chunk-EN7HIFAM.js', '/name/images/cat-1.png']);
    expect(found(pages.en)).toEqual([
      '/name/trace/',
      '/name/sounds.html',
      '/name/engine/worker.js',
      '/name/engine/try-it.js',
    ]);
    expect(found(pages.de)).toEqual([
      '/name/de/trace/',
      '/name/de/_next/static/a.js',
      '/name/engine/worker.de.js',
      '/name/engine/try-it.de.js',
    ]);
  });

  it('give the language of an address, and its page for an address that does not exist', () => {
    const kept = keptOf('/name', '404.html', 'de/404.html');
    expect(languageAt(kept, '/name/de/stages/conv9/', '/name')).toBe('de');
    expect(languageAt(kept, '/name/demo/', '/name')).toBe('en');
    expect(languageAt(kept, '/name/', '/name')).toBe('en');
    expect(notFoundPage(kept, 'en')).toBe('/name/404.html');
    expect(notFoundPage(kept, 'de')).toBe('/name/de/404.html');
    expect(notFoundPage(keptOf(''), 'en')).toBeNull();
  });
});
