import { formatCount, formatShape } from '@/lib/format/format';
import { asMap, size } from '@/lib/tensor/tensor';
import words from '@/words/summary';
import type { Summary, ZeroPaddingLayer } from '../types';

/** Summarizes what this layer did to an image. */
export const summary: Summary<ZeroPaddingLayer> = (_layer, input, { shape }) =>
  words.pads({
    before: formatShape(asMap(input).slice(0, 2)),
    after: formatShape(asMap(shape).slice(0, 2)),
    zeros: formatCount(size(shape) - size(input)),
  });
