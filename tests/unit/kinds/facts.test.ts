import { describe, expect, it } from 'vitest';
import { factOf } from '@/components/mdx/facts/facts';
import { referencePipeline } from '@/lib/course/reference';
import { factOfKind } from '@/lib/kinds/facts';
import type { Layer } from '@/lib/kinds/types';
import { stageOf } from '@/lib/network/pipeline';

const layer = {
  conv: { id: 'a', kind: 'conv2d', filters: 8, kernel: 5, stride: 2, padding: 'same', activation: 'relu' },
  pool: { id: 'b', kind: 'maxPool', size: 3, stride: 2, padding: 'valid' },
  mean: { id: 'c', kind: 'averagePool', size: 4, stride: 4, padding: 'valid' },
  dense: { id: 'd', kind: 'dense', units: 7, activation: 'linear' },
  normalize: { id: 'e', kind: 'normalize', divisor: 256 },
  dropout: { id: 'f', kind: 'dropout', share: 0.5 },
} as const satisfies Record<string, Layer>;

describe('facts about a layer', () => {
  it('follow from its settings and from its input', () => {
    expect(factOfKind('kernel', layer.conv, [9, 9, 6])).toBe('5 × 5');
    expect(factOfKind('products', layer.conv, [9, 9, 6])).toBe('150');
    expect(factOfKind('products', layer.dense, [1200])).toBe('1,200');
    expect(factOfKind('window', layer.pool, [9, 9, 6])).toBe('3 × 3');
    expect(factOfKind('candidates', layer.pool, [9, 9, 6])).toBe('9');
    expect(factOfKind('window', layer.mean, [9, 9, 6])).toBe('4 × 4');
    expect(factOfKind('divisor', layer.normalize, [9, 9, 3])).toBe('256');
    expect(factOfKind('half', layer.normalize, [9, 9, 3])).toBe('0.5000');
  });

  it('are missing where the kind has none', () => {
    expect(factOfKind('kernel', layer.pool, [9, 9, 6])).toBeUndefined();
    expect(factOfKind('window', layer.dropout, [9, 9, 6])).toBeUndefined();
    expect(factOfKind('toString', layer.dropout, [9, 9, 6])).toBeUndefined();
  });

  it('stand beside those that every stage has', () => {
    const conv = stageOf(referencePipeline, 'conv1');
    expect(factOf('channels', conv, referencePipeline)).toBe('32');
    expect(factOf('products', conv, referencePipeline)).toBe('27');
    expect(factOf('nothing', conv, referencePipeline)).toBeUndefined();
  });
});
