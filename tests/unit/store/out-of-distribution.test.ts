import { expect, it } from 'vitest';
import type { Sample } from '@/lib/data/samples/sample';
import { samplesToCompare, tally } from '@/lib/store/explore/out-of-distribution';

const sample = (id: string, label: string, more: Partial<Sample> = {}): Sample => ({
  id,
  label,
  artist: 'someone',
  heldOut: true,
  ...more,
});

it('compares photographs with drawings of their classes that were never trained on', () => {
  const all = [
    sample('cat-photo-1', 'cat', { photograph: true }),
    sample('cat-1', 'cat', { heldOut: false }),
    sample('cat-4', 'cat'),
    sample('dog-4', 'dog'),
  ];
  expect(samplesToCompare(all).map(({ id }) => id)).toEqual(['cat-4', 'cat-photo-1']);
});

it('counts what is right and averages the confidence of one network', () => {
  const predictions = [
    { label: 'cat', share: 0.9, isRight: true },
    { label: 'dog', share: 0.5, isRight: false },
  ];
  const images = [
    { sample: sample('cat-4', 'cat'), predictions },
    { sample: sample('cat-5', 'cat'), predictions: [...predictions].reverse() },
  ];
  expect(tally(images, 0)).toEqual({ right: 1, confidence: 0.7 });
  expect(tally(images.slice(0, 1), 1)).toEqual({ right: 0, confidence: 0.5 });
});
