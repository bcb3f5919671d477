/** Small random networks that can work, for property tests. */
import fc from 'fast-check';
import type { Layer } from '@/lib/kinds/types';
import type { Architecture } from '@/lib/network/architecture';
import { buildPipeline, type Pipeline } from '@/lib/network/pipeline';

const padding = fc.constantFrom('valid' as const, 'same' as const);
const conv = fc.record({
  kind: fc.constant('conv2d' as const),
  filters: fc.integer({ min: 1, max: 3 }),
  kernel: fc.constantFrom(1, 3, 5),
  stride: fc.integer({ min: 1, max: 3 }),
  padding,
  activation: fc.constantFrom('linear' as const, 'relu' as const),
});
const pool = fc.record({
  kind: fc.constant('maxPool' as const),
  size: fc.integer({ min: 1, max: 3 }),
  stride: fc.integer({ min: 1, max: 3 }),
  padding,
});
const hidden = fc.record({
  kind: fc.constant('dense' as const),
  units: fc.integer({ min: 1, max: 4 }),
  activation: fc.constantFrom('linear' as const, 'relu' as const),
});
const side = fc.integer({ min: 1, max: 11 });

/** Architectures of every kind of layer, on pictures of any proportion; some of them can't work. */
export const anyArchitecture: fc.Arbitrary<Architecture> = fc
  .record({
    input: fc.tuple(side, side, fc.integer({ min: 1, max: 3 })),
    maps: fc.array(fc.oneof(conv, pool), { maxLength: 4 }),
    vectors: fc.array(hidden, { maxLength: 2 }),
    classes: fc.integer({ min: 2, max: 4 }),
  })
  .map(({ input, maps, vectors, classes }) => {
    const middle: Layer[] = [...maps, { kind: 'flatten' as const }, ...vectors].map((layer, at) => ({
      ...layer,
      id: `layer${at}`,
    }));
    return {
      name: 'small',
      input,
      classes: Array.from({ length: classes }, (_, at) => `class ${at}`),
      layers: [
        { id: 'input', kind: 'input' },
        { id: 'normalize', kind: 'normalize', divisor: 255 },
        ...middle,
        { id: 'output', kind: 'dense', units: classes, activation: 'softmax' },
      ],
    };
  });

/** Those of them that can work, built. */
export const anyPipeline: fc.Arbitrary<Pipeline> = anyArchitecture
  .map(buildPipeline)
  .map((built) => (built.ok ? built.value : null))
  .filter((pipeline) => pipeline !== null);
