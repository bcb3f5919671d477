import { expect, test } from 'vitest';
import { IMAGE_BYTES, TEST_COUNT, TRAINING_COUNT, VALIDATION_COUNT } from '@/lib/course/image-sets';
import { CLASSES } from '@/lib/course/reference';
import { COURSE } from '@/lib/course/subject';
import { imageOf } from '@/lib/data/data-set';
import type { Progress } from '@/lib/data/fetch-bytes';
import { loadImages } from '@/lib/data/image-loader';
import { chooseSamples } from '@/lib/data/samples/choose';
import { loadSampleList } from '@/lib/data/samples/list';
import { loadSample, thumbnailOf } from '@/lib/data/samples/sample';

test('the training set arrives complete and balanced, and reports its progress', async () => {
  const reports: Progress[] = [];
  const loaded = await loadImages(COURSE.dataSet, (progress) => reports.push(progress));
  if (!loaded.ok) throw new Error(loaded.problem.sentence);
  const { training, heldOut, test: tested } = loaded.value;
  if (!tested) throw new Error('no test images');
  for (const [set, count] of [
    [training, TRAINING_COUNT],
    [heldOut, VALIDATION_COUNT],
    [tested, TEST_COUNT],
  ] as const) {
    expect(set.count).toBe(count);
    expect(set.pixels.length).toBe(count * IMAGE_BYTES);
    for (const label of CLASSES.keys())
      expect(set.labels.filter((n) => n === label).length).toBe(count / CLASSES.length);
  }
  expect(reports[0].loaded).toBe(0);
  expect(reports.at(-1)?.loaded).toBe(reports.at(-1)?.total);
  reports.forEach(({ loaded, total }) => {
    expect(loaded).toBeLessThanOrEqual(total);
  });
});

test('missing files are reported', async () => {
  const loaded = await loadImages(COURSE.dataSet, () => {}, { base: '/no-such-place' });
  expect(loaded.ok ? '' : loaded.problem.sentence).not.toBe('');
});

test('the samples of a visit have thumbnails that show the very bytes the network gets', async () => {
  const list = await loadSampleList(COURSE.dataSet);
  if (!list.ok) throw new Error(list.problem.sentence);
  const chosen = chooseSamples(list.value, COURSE.dataSet, 0.4);
  const photographs = chosen.filter(({ photograph }) => photograph);
  expect(chosen).toHaveLength(20 + photographs.length);
  expect(new Set(photographs.map(({ label }) => label))).toEqual(new Set(['airplane', 'cat', 'ship']));
  for (const sample of [...chosen.slice(0, 4), ...photographs.slice(0, 2)]) {
    const loaded = await loadSample(sample, COURSE.dataSet);
    if (!loaded.ok) throw new Error(loaded.problem.sentence);
    const image = await createImageBitmap(
      await (await fetch(thumbnailOf(sample.id, COURSE.dataSet.samples))).blob(),
    );
    const context = new OffscreenCanvas(64, 64).getContext('2d');
    context?.drawImage(image, 0, 0);
    const shown = context?.getImageData(0, 0, 64, 64).data.filter((_, at) => at % 4 !== 3);
    expect([...(shown ?? [])]).toEqual([...loaded.value.pixels]);
  }
});

test('a missing sample gets a sentence', async () => {
  const loaded = await loadSample({ id: 'cat-999', label: 'cat' }, COURSE.dataSet);
  expect(loaded.ok ? '' : loaded.problem.sentence).toContain('cat-999');
});

test('the first training images are not among the samples', async () => {
  const [loaded, sample] = await Promise.all([
    loadImages(COURSE.dataSet),
    loadSample(COURSE.dataSet.first, COURSE.dataSet),
  ]);
  if (!loaded.ok || !sample.ok) throw new Error('not loaded');
  const { training } = loaded.value;
  const same = Array.from({ length: training.count }, (_, i) => imageOf(training, i)).filter((pixels) =>
    pixels.every((value, at) => value === sample.value.pixels[at]),
  );
  expect(same).toEqual([]);
});
