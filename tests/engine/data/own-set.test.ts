import { expect, test } from 'vitest';
import { imageOf } from '@/lib/data/data-set';
import type { LabelledSet } from '@/lib/data/sets/labelled-set';
import { storedSample, storedSamples } from '@/lib/data/sets/training/stored-samples';
import { scaleInto } from '@/lib/data/training-set';
import { Images } from '@/lib/engine/training/images';
import { pipelineOf } from '@/lib/network/pipeline';
import type { ImageSource } from '@/lib/network/subject';
import { must } from '@/lib/result';
import { deleteSet, keepSet } from '@/lib/store/subject/kept-sets';
import type { MapShape } from '@/lib/tensor/tensor';
import words from '@/words/own-set';

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
