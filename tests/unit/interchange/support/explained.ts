import { expect } from 'vitest';
import { explanationOf } from '@/lib/kinds/explanations';
import { rulesOf } from '@/lib/kinds/registry';
import type { Architecture } from '@/lib/network/architecture';
import type { WeightSet } from '@/lib/network/weights';
import { cellAt, size, type Tensor } from '@/lib/tensor/tensor';

/** What a network answers for an image (channels last) by the arithmetic that the site explains, cell by cell. */
export function explainedOutput(
  { input, layers }: Architecture,
  weights: WeightSet,
  image: ArrayLike<number>,
): { readonly values: readonly number[]; readonly before: readonly number[] } {
  let tensor: Tensor = { shape: input, values: Float32Array.from(image) };
  let before: number[] = [];
  for (const layer of layers.slice(1)) {
    const explain = explanationOf(layer);
    const shape = rulesOf(layer).outputShape(layer, tensor.shape);
    const from = tensor;
    const explained = Array.from({ length: size(shape) }, (_, at) =>
      explain(layer, from, weights[layer.id] ?? null, cellAt(shape, at)),
    );
    tensor = { shape, values: Float32Array.from(explained, ({ value }) => value) };
    before = explained.map((one) => one.before);
  }
  return { values: Array.from(tensor.values), before };
}

/** Expects each value to lie within a part of the largest one. */
export function expectAlike(values: readonly number[], expected: readonly number[], within = 1e-5): void {
  const largest = Math.max(...expected.map(Math.abs));
  expect(values).toHaveLength(expected.length);
  const furthest = Math.max(...values.map((value, at) => Math.abs(value - expected[at])));
  // NaN is no match for anything.
  expect(furthest <= within * largest, `${values.join(', ')} for ${expected.join(', ')}`).toBe(true);
}
