import { expect } from 'vitest';
import { lineOf } from '@/lib/kinds/normalize/explain';
import { isShifted } from '@/lib/kinds/normalize/layer';
import type { Layer } from '@/lib/kinds/types';

/** What normalization multiplies each channel by, and what it adds. */
const linesOf = (layers: readonly Layer[], channels: number): readonly number[] =>
  layers.flatMap((layer) =>
    layer.kind === 'normalize'
      ? Array.from({ length: channels }, (_, channel) => lineOf(layer, channel)).flatMap(
          ({ mean, deviation }) => [1 / (layer.divisor * deviation), -mean / deviation],
        )
      : [],
  );

/**
 * Expects the same layers. A rescaling elsewhere has a scale and an offset, from which a shifted normalization can't be
 * told as it was made up: there what it multiplies by and adds has to be the same, to 10 digits.
 */
export function expectSameLayers(read: readonly Layer[], meant: readonly Layer[], channels: number): void {
  expect(read).toMatchObject(
    meant.map((layer) =>
      layer.kind === 'normalize' && isShifted(layer) ? { id: layer.id, kind: layer.kind } : layer,
    ),
  );
  const [lines, meantLines] = [linesOf(read, channels), linesOf(meant, channels)];
  expect(lines).toHaveLength(meantLines.length);
  for (const [at, one] of lines.entries())
    expect(Math.abs(one - meantLines[at])).toBeLessThanOrEqual(
      1e-10 * Math.max(Math.abs(meantLines[at]), 1e-3),
    );
}
