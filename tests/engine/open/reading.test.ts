/** Reading networks in the worker of its own that the site bundles for it. */
import { afterEach, expect, test, vi } from 'vitest';
import type { SourceFile } from '@/lib/interchange/opened';
import { readApart } from '@/lib/interchange/reading/read-apart';
import { buildPipeline } from '@/lib/network/build-pipeline';
import { listParameters } from '@/lib/network/weights';
import { must } from '@/lib/result';
import type { ChosenFile } from '@/lib/site/chosen-files';
import { isShared } from '@/lib/tensor/shared';
import { asLayersModel } from '../../unit/interchange/support/layers-model';
import { randomWeights } from '../../unit/support/random-weights';
import { SMALL } from '../support/small';

const chosen = (files: readonly SourceFile[]): Promise<readonly ChosenFile[]> =>
  Promise.all(files.map(async ({ name, bytes }) => ({ name, file: new Blob([await bytes()]) })));
const weights = randomWeights(must(buildPipeline(SMALL)), 3);
const files = await chosen(asLayersModel(SMALL, weights, 'functional', 2));
const never = new AbortController().signal;
const ended = vi.spyOn(Worker.prototype, 'terminate');
afterEach(() => ended.mockClear());

const sentenceOf = (read: Awaited<ReturnType<typeof readApart>>) => (read.ok ? '' : read.problem.sentence);

/** A worker that says it is ready, and is busy for ever with whatever it is asked then: Comlink's messages, by hand. */
function hanging(): Worker {
  const script = `onmessage = ({ data: { id, path } }) => {
    if (path[0] !== 'ready') for (;;);
    postMessage({ id, type: 'RAW', value: undefined });
  };`;
  return new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
}

test('a network is read with all its weights, and the worker is ended', async () => {
  const opened = must(await readApart(files, { signal: never }));
  expect(opened).toMatchObject({ format: 'tfjs', addsSoftmax: false, namesClasses: false, leavesOut: [] });
  expect(opened.architecture.layers).toEqual(SMALL.layers);
  expect(opened.weights).toEqual(weights);
  // Each worker and the page have the same memory, so that megabytes are not copied from one to the next.
  expect(listParameters(opened.weights).every(([, { values }]) => isShared(values))).toBe(true);
  expect(ended).toHaveBeenCalledTimes(1);
});

test('what is wrong with files is the reader’s sentence', async () => {
  expect(sentenceOf(await readApart(files.slice(0, 1), { signal: never }))).toBe(
    '“model.json” needs the weight file “group1-shard1of2.bin”. Choose both together.',
  );
  const text = [{ name: 'net/notes.json', file: new Blob(['{"layers": 3']) }];
  expect(sentenceOf(await readApart(text, { signal: never }))).toBe(
    '“notes.json” holds no readable JSON. Save or download it again.',
  );
});

test('a worker that is busy for ever is ended after the time limit', async () => {
  const read = await readApart(files, { signal: never, longest: 300, start: hanging });
  expect(sentenceOf(read)).toMatch(/^“model\.json” was not read within 0 seconds, so reading was stopped/);
  expect(ended).toHaveBeenCalledTimes(1);
});

test('cancelling ends it at once, or does not even start it', async () => {
  const cancelling = new AbortController();
  const reading = readApart(files, { signal: cancelling.signal, start: hanging });
  setTimeout(() => cancelling.abort(), 300);
  expect(sentenceOf(await reading)).toBe('Cancelled. Nothing was opened.');
  expect(ended).toHaveBeenCalledTimes(1);
  const start = vi.fn(hanging);
  expect(sentenceOf(await readApart(files, { signal: cancelling.signal, start }))).toMatch(/^Cancelled/);
  expect(start).not.toHaveBeenCalled();
});

test('a worker that can’t be started, or breaks, is reported', async () => {
  const missing = () => new Worker('/no-such-worker.js', { type: 'module' });
  const forbidden = () => {
    throw new DOMException('no workers here', 'SecurityError');
  };
  for (const start of [missing, forbidden])
    expect(sentenceOf(await readApart(files, { signal: never, start }))).toMatch(
      /could not be read: the reader/,
    );
});
