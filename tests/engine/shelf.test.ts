import { afterEach, expect, test } from 'vitest';
import { loadSampleList } from '@/lib/data/samples/list';
import { loadSample } from '@/lib/data/samples/sample';
import { createEngine, type EngineClient } from '@/lib/engine/client/client';
import type { EngineEvent } from '@/lib/engine/protocol';
import { OWN } from '@/lib/network/handle';
import { filesOf, type Subject } from '@/lib/network/subject';
import { must } from '@/lib/result';
import { loadShippedRun } from '@/lib/run/log';
import { DIGITS } from '@/lib/shelf/digits';
import { PHOTOGRAPHS } from '@/lib/shelf/photographs';
import { size } from '@/lib/tensor/tensor';
import { drawDigits } from '@/scripts/make/images/draw-digits';
import words from '@/words/data';

const engines: EngineClient[] = [];
afterEach(() => {
  for (const engine of engines.splice(0)) engine.dispose();
});

/** The engine with what ships of a subject's network. */
async function opened(subject: Subject) {
  const engine = createEngine({ base: '', keeps: false });
  engines.push(engine);
  const events: EngineEvent[] = [];
  engine.subscribe((event) => events.push(event));
  const { id, architecture } = subject;
  const network = must(
    await engine.open({
      handle: OWN,
      architecture,
      source: 'shipped',
      subject: id,
      files: filesOf(subject),
    }),
  );
  return { engine, events, network };
}

test.each([PHOTOGRAPHS, DIGITS])(
  '$id: what ships of it is opened, with every epoch of its run',
  async (subject) => {
    const { engine, events, network } = await opened(subject);
    const log = must(await loadShippedRun(subject.shipped));
    const last = log.settings.epochs;
    expect(network).toMatchObject({ origin: 'shipped', epoch: last });
    expect(events.filter(({ type }) => type === 'message')).toEqual([]);
    const image = Uint8Array.from({ length: size(subject.dataSet.shape) }, (_, at) => (at * 37) % 256);
    const trace = must(await engine.trace(OWN, image));
    expect(trace.complete).toBe(true);
    const [present] = [must(await engine.predict(OWN, image, 1))];
    const past = must(await engine.predict({ run: 'shipped', epoch: last }, image, 1));
    // The last epoch's kernels are kept in one byte a value, the weights that ship in two.
    for (const [unit, share] of present.entries()) expect(Math.abs(past[unit] - share)).toBeLessThan(0.1);
    const first = must(await engine.weights({ run: 'shipped', epoch: 0 }));
    expect(Object.keys(first)).toEqual(Object.keys(must(await engine.weights(OWN))));
  },
);

test('the digits that are drawn as samples are predicted as what they are, but for one at most', async () => {
  const { engine } = await opened(DIGITS);
  const samples = drawDigits();
  const bytes = Uint8Array.from(samples.flatMap(({ pixels }) => [...pixels]));
  const shares = must(await engine.predict(OWN, bytes, samples.length));
  const { classes } = DIGITS.dataSet;
  const wrong = samples.flatMap(({ id, label }, at) => {
    const own = shares.slice(at * classes.length, (at + 1) * classes.length);
    const predicted = classes[own.indexOf(Math.max(...own))];
    return predicted === label ? [] : [`${id} as ${predicted}`];
  });
  console.log(`${samples.length - wrong.length} of ${samples.length} drawn digits are predicted right`);
  expect(wrong.length, wrong.join(', ')).toBeLessThanOrEqual(1);
});

test('the digits’ samples are fetched with the very pixels that were drawn', async () => {
  const { dataSet } = DIGITS;
  const list = must(await loadSampleList(dataSet));
  const drawn = drawDigits();
  expect(list.map(({ id }) => id)).toEqual(drawn.map(({ id }) => id));
  expect(list).toContainEqual(expect.objectContaining(dataSet.first));
  for (const { id, label, pixels } of drawn)
    expect(must(await loadSample({ id, label }, dataSet))).toMatchObject({ label, pixels });
});

test.each([PHOTOGRAPHS, DIGITS])(
  '$id: training says that its images don’t come with the site',
  async (subject) => {
    const { engine } = await opened(subject);
    const settings = { optimizer: 'adam', learningRate: 0.001, batchSize: 32, epochs: 1, seed: 1 } as const;
    const begun = await engine.train(OWN, { order: 'begin', settings });
    expect(begun).toMatchObject({ ok: false, problem: { sentence: words.noImages() } });
  },
);
