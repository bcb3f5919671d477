import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { REFERENCE, referencePipeline } from '@/lib/course/reference';
import type { Layer } from '@/lib/kinds/types';
import type { Architecture } from '@/lib/network/architecture';
import { buildPipeline } from '@/lib/network/build-pipeline';
import { MEMORY_BUDGET, trainingBytes } from '@/lib/network/memory';
import { stageOf } from '@/lib/network/pipeline';
import { anyArchitecture } from '../support/networks';
import { must, sentenceOf } from '../support/result';

/** The reference architecture with one layer replaced. */
const changed = (id: string, change: (layer: Layer) => Layer): Architecture => ({
  ...REFERENCE,
  layers: REFERENCE.layers.map((layer) => (layer.id === id ? change(layer) : layer)),
});
const without = (id: string): Architecture => ({
  ...REFERENCE,
  layers: REFERENCE.layers.filter((layer) => layer.id !== id),
});
const conv = (options: object) => changed('conv1', (layer) => ({ ...layer, ...options }));
const pool = (options: object) => changed('pool2', (layer) => ({ ...layer, ...options }));
const dense = (options: object) => changed('dense', (layer) => ({ ...layer, ...options }));

describe('an architecture that can’t work gets one sentence naming the layer', () => {
  const problems: readonly (readonly [Architecture, string])[] = [
    [conv({ kernel: 65 }), 'The layer “conv1” has a 65 × 65 kernel, but its input is only 64 × 64.'],
    [conv({ kernel: [3, 65] }), 'The layer “conv1” has a 3 × 65 kernel, but its input is only 64 × 64.'],
    [
      conv({ kernel: [2, 1.5] }),
      'The layer “conv1” needs a kernel of a whole number of cells, 1 or more, not 1.5.',
    ],
    [conv({ kernel: 0 }), 'The layer “conv1” needs a kernel of a whole number of cells, 1 or more, not 0.'],
    [
      conv({ kernel: 2.5 }),
      'The layer “conv1” needs a kernel of a whole number of cells, 1 or more, not 2.5.',
    ],
    [conv({ stride: 0 }), 'The layer “conv1” needs a stride of a whole number of cells, 1 or more, not 0.'],
    [conv({ stride: -1 }), 'The layer “conv1” needs a stride of a whole number of cells, 1 or more, not -1.'],
    [conv({ filters: 0 }), 'The layer “conv1” needs a whole number of filters, 1 or more, not 0.'],
    [conv({ filters: Number.NaN }), 'The layer “conv1” needs a whole number of filters, 1 or more, not NaN.'],
    [pool({ size: 30 }), 'The layer “pool2” has a 30 × 30 window, but its input is only 29 × 29.'],
    [pool({ size: [30, 2] }), 'The layer “pool2” has a 30 × 2 window, but its input is only 29 × 29.'],
    [pool({ size: 1.5 }), 'The layer “pool2” needs a window of a whole number of cells, 1 or more, not 1.5.'],
    [dense({ units: 0 }), 'The layer “dense” needs a whole number of units, 1 or more, not 0.'],
    [
      changed('normalize', (layer) => (layer.kind === 'normalize' ? { ...layer, divisor: 0 } : layer)),
      'The layer “normalize” needs a divisor greater than 0, not 0.',
    ],
    [
      without('flatten'),
      'The layer “dense” needs a vector, but gets 14 × 14 × 64: put a flatten layer before it.',
    ],
    [
      changed('conv2', (layer) => ({ id: layer.id, kind: 'flatten' })),
      'The layer “pool2” needs maps, but gets a vector of 30,752 values.',
    ],
    [
      changed('dense', (layer) => ({ id: layer.id, kind: 'flatten' })),
      'The layer “dense” needs maps, but gets a vector of 12,544 values.',
    ],
    [
      changed('output', (layer) => (layer.kind === 'dense' ? { ...layer, units: 9 } : layer)),
      'The layer “output” has 9 units, but there are 10 classes.',
    ],
    [
      without('output'),
      'The last layer, “dense”, must be a dense layer with softmax, which outputs probabilities.',
    ],
    [{ ...REFERENCE, classes: ['cat'] }, 'The layer “output” needs two classes or more to choose from.'],
    [without('input'), 'The layer “normalize” comes first, where the input must be.'],
    [
      changed('pool1', () => ({ id: 'again', kind: 'input' })),
      'The layer “again” is a second input; there can be only one.',
    ],
    [changed('pool1', (layer) => ({ ...layer, id: 'conv1' })), 'Two layers are called “conv1”.'],
    [changed('pool1', (layer) => ({ ...layer, id: ' ' })), 'Layer number 4 has no name.'],
    [{ ...REFERENCE, layers: [] }, 'This network has no layers.'],
    [
      { ...REFERENCE, input: [64, 0, 3] },
      'The layer “input” needs a height, a width and channels of whole numbers, 1 or more, not 64 × 0 × 3.',
    ],
    [
      dense({ units: 4096 }),
      'Training this network would take 890 MB of memory, more than the 512 MB it may have; the layer “dense” takes more than any other.',
    ],
    [
      { ...REFERENCE, input: [512, 512, 3] },
      'Training this network would take 6.7 GB of memory, more than the 512 MB it may have; the layer “conv1” takes more than any other.',
    ],
  ];

  test.each(problems.map(([architecture, sentence]) => ({ architecture, sentence })))(
    '$sentence',
    ({ architecture, sentence }) => {
      expect(sentenceOf(buildPipeline(architecture))).toBe(sentence);
    },
  );
});

test('a padded kernel may be larger than its input', () => {
  const { stages } = must(buildPipeline(conv({ kernel: 65, padding: 'same', filters: 1 })));
  expect(stages[2].output).toEqual([64, 64, 1]);
});

test('a kernel may have even sides, and a height that differs from its width', () => {
  const { stages } = must(buildPipeline(conv({ kernel: [4, 1], filters: 1 })));
  expect(stages[2].output).toEqual([61, 64, 1]);
  expect(stages[2].weights?.kernel?.shape).toEqual([4, 1, 3, 1]);
});

test('the reference network is far below the memory budget', () => {
  const bytes = referencePipeline.stages.reduce((sum, stage) => sum + trainingBytes(stage), 0);
  expect(bytes).toBeLessThan(MEMORY_BUDGET / 4);
});

test('any architecture either builds or fails with one sentence that names one of its layers', () => {
  fc.assert(
    fc.property(anyArchitecture, (architecture) => {
      const built = buildPipeline(architecture);
      if (built.ok) return;
      const { sentence } = built.problem;
      expect(sentence).toMatch(/^[A-Z][^.]*\.$/);
      expect(architecture.layers.some(({ id }) => sentence.includes(`“${id}”`))).toBe(true);
    }),
  );
});

test('an unknown stage is an error of the caller', () => {
  expect(() => stageOf(referencePipeline, 'conv9')).toThrow('conv9');
  expect(stageOf(referencePipeline, 'conv2').number).toBe(5);
});
