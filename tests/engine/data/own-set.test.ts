import { expect, test } from 'vitest';
import { imageOf } from '@/lib/data/data-set';
import type { LabelledSet } from '@/lib/data/sets/labelled-set';
import { storedSample, storedSamples } from '@/lib/data/sets/training/stored-samples';
import { scaleInto } from '@/lib/data/training-set';
import { answers } from '@/lib/engine/examine-protocol';
import { Images } from '@/lib/engine/training/images/images';
import type { Architecture } from '@/lib/network/architecture';
import { OWN } from '@/lib/network/handle';
import { pipelineOf } from '@/lib/network/pipeline';
import type { ImageSource } from '@/lib/network/subject';
import { must, ok } from '@/lib/result';
import { deleteSet, keepSet, keptSet } from '@/lib/store/subject/kept-sets';
import { continueMended } from '@/lib/store/subject/mend-set';
import { networkForSet } from '@/lib/store/subject/train-on-set';
import type { MapShape } from '@/lib/tensor/tensor';
import training from '@/words/engine-training';
import words from '@/words/own-set';
import { SETTINGS, SMALL, smallEngine } from '../support/small';

const COUNT = 40;
const SHAPE: MapShape = [4, 4, 3];
const CLASSES = ['dots', 'stripes'];

/** Each image has its own number in every byte, so that it is known wherever it ends up. */
const SET: LabelledSet = {
  name: 'Numbers',
  form: 'images',
  classes: CLASSES,
  shape: SHAPE,
  count: COUNT,
  pixels: Uint8Array.from({ length: COUNT * 48 }, (_, at) => Math.floor(at / 48)),
  labels: Uint16Array.from({ length: COUNT }, (_, at) => at % 2),
  splits: new Uint8Array(COUNT),
  notes: [],
};

const hostOf = (images: ImageSource, input: MapShape) => ({
  base: '',
  files: { images },
  notify: () => {},
  network: {
    model: {
      pipeline: pipelineOf({
        name: 'flat',
        input,
        classes: CLASSES,
        layers: [{ id: 'input', kind: 'input' }],
      }),
    },
  },
});

test('a stored set is trained on in the shape of the network, every image once with its label', async () => {
  const id = must(await keepSet(SET));
  const images = { set: id, seed: 1, count: COUNT, classes: CLASSES };
  const loader = new Images(hostOf(images, [2, 2, 1]));
  const parts = must(await loader.load());
  const all = [parts.training, parts.heldOut, parts.test ?? parts.heldOut];
  const numbers = all.flatMap((part) =>
    Array.from({ length: part.count }, (_, at) => {
      const image = imageOf(part, at);
      const expected = new Uint8Array(4);
      scaleInto(imageOf(SET, image[0]), SHAPE, [2, 2, 1], expected);
      expect([...image]).toEqual([...expected]);
      expect(part.labels[at]).toBe(image[0] % 2);
      return image[0];
    }),
  );
  expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: COUNT }, (_, at) => at));
  // Read once, and again only for another shape.
  expect(must(await loader.load())).toBe(parts);

  const samples = must(await storedSamples(images));
  expect(samples.length).toBe(parts.test?.count);
  const sample = must(await storedSample(samples[0].id, images, [4, 4, 3]));
  expect(sample.label).toBe(CLASSES[sample.pixels[0] % 2]);
  expect(sample.pixels[0]).toBe(parts.test?.pixels[0]);
  expect(await storedSample('image-99', images, SHAPE)).toMatchObject({ ok: false });
});

test('a set that was changed or deleted since is refused in one sentence', async () => {
  const id = must(await keepSet(SET));
  const images = { set: id, seed: 1, count: COUNT, classes: CLASSES };
  const other = await new Images(hostOf({ ...images, classes: ['dots', 'lines'] }, SHAPE)).load();
  expect(other).toMatchObject({ ok: false, problem: { sentence: words.changed({ name: 'Numbers' }) } });
  must(await deleteSet(id));
  const gone = await new Images(hostOf(images, SHAPE)).load();
  expect(gone).toMatchObject({ ok: false, problem: { sentence: words.gone() } });
});

test('the test part is measured by itself, image by image, and is refused where there is none', async () => {
  const id = must(await keepSet(SET));
  const stored = { set: id, seed: 1, count: COUNT, classes: CLASSES };
  const two: Architecture = {
    name: 'two',
    input: SHAPE,
    classes: CLASSES,
    layers: [
      { id: 'input', kind: 'input' },
      { id: 'flatten', kind: 'flatten' },
      { id: 'output', kind: 'dense', units: 2, activation: 'softmax' },
    ],
  };
  const { engine, trainer } = await smallEngine();
  const setup = { subject: 'net-00000018', files: { images: stored, shipped: null } };
  must(await engine.load(two, { initial: 3 }, setup));
  const parts = must(await new Images(hostOf(stored, SHAPE)).load());
  const weights = must(await engine.weights(OWN));
  const counts = new Set<number>();
  for (const set of ['training', 'heldOut', 'test'] as const) {
    const finding = must(await trainer.examine(OWN, { name: 'survey', set, stage: 'output' }));
    if (!answers('survey', finding)) throw new Error('no survey');
    const { found } = finding;
    const images = parts[set];
    expect(found.images).toBe(images?.count);
    counts.add(found.images);
    // The same arithmetic by hand: the logit of a class is the byte times the sum of its weights, plus its bias.
    for (let at = 0; at < found.images; at++) {
      const byte = images?.pixels[at * 48] ?? Number.NaN;
      const logits = [0, 1].map((unit) =>
        (weights.output.kernel?.values ?? new Float32Array()).reduce(
          (sum, one, place) => sum + (place % 2 === unit ? one * byte : 0),
          0,
        ),
      );
      expect(found.values[at * 2]).toBeCloseTo(1 / (1 + Math.exp(logits[1] - logits[0])), 3);
    }
  }
  expect(counts.size).toBe(3);
  must(await deleteSet(id));
  const images = { training: '/images/training.bin', heldOut: '/images/validation.bin' };
  const drawings = { subject: 'drawings', files: { images, shipped: null } };
  must(await engine.load(SMALL, { initial: 1 }, drawings));
  const refused = await trainer.examine(OWN, { name: 'evaluation', set: 'test' });
  expect(refused).toMatchObject({ ok: false, problem: { sentence: training.noSuchPart() } });
});

test('a network is made for a set with the seed that divides it: the same seed sets the same images aside', async () => {
  const id = must(await keepSet(SET));
  const made = async (seed: number) => {
    const { own } = must(await networkForSet(id, SMALL, false, seed));
    if (!own) throw new Error('no set');
    const images = { set: id, seed: own.seed, count: COUNT, classes: CLASSES };
    const test = must(await storedSamples(images)).map((one) => one.id);
    // What pages need to know beforehand is about the very division that training reads.
    expect(test).toContain(own.first.id);
    expect(test).toHaveLength(own.counts.test);
    return { seed: own.seed, test };
  };
  const one = await made(5);
  expect(one.seed).toBe(5);
  expect(await made(5)).toEqual(one);
  expect((await made(6)).test).not.toEqual(one.test);
});

test('where every added image looks like one that is kept from training, nothing changes, and that is said', async () => {
  const id = must(await keepSet(SET));
  const images = { set: id, seed: 1, count: COUNT, classes: CLASSES };
  const measured = { accuracy: 0.5, loss: 1, count: 4 };
  const engine = { weights: async () => ok({}), examine: async () => ok(measured as never) };
  const [{ id: tested }] = must(await storedSamples(images));
  const { pixels } = must(await storedSample(tested, images, SHAPE));
  const added = [{ pixels, label: 0 }];
  const mended = await continueMended(engine, SMALL, images, { relabelled: new Map(), added }, SETTINGS);
  expect(mended).toMatchObject({ ok: false, problem: { sentence: words.allRefused({ count: 1 }) } });
  expect(must(await keptSet(id))?.count).toBe(COUNT);
});
