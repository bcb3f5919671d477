import { maxIndex, mean, range } from 'd3-array';
import type { Pipeline } from '@/lib/network/pipeline';
import type { StageTrace } from '@/lib/network/trace';
import { type PixelRectangle, receptiveField } from '@/lib/provenance/field';
import { asMap, type Cell, channelOf } from '@/lib/tensor/tensor';

/** A map where it answers most, and the part of the picture that it answers to there. */
export interface Patch {
  readonly channel: number;
  /** Where in the stage it answers most. */
  readonly cell: Cell;
  readonly value: number;
  readonly field: PixelRectangle;
}

/** How far a map's largest value stands out from its mean, and where it is. */
function peakOf(plane: Float32Array): { readonly at: number; readonly height: number } {
  const at = maxIndex(plane);
  return { at, height: plane[at] - (mean(plane) ?? 0) };
}

/**
 * The `count` maps with one place that stands out most, each with what it answers to there.
 * A map that is bright all over says little about a pattern, and one that never fires nothing.
 */
export function patchesOf(pipeline: Pipeline, trace: StageTrace, count: number): readonly Patch[] {
  const [, width, channels] = asMap(trace.shape);
  const found = range(channels).flatMap((channel) => {
    const plane = channelOf(trace, channel);
    const { at, height } = peakOf(plane);
    const cell = [Math.floor(at / width), at % width, channel] as const;
    const field = receptiveField(pipeline, trace.stage, cell);
    return field.ok && height > 0 ? [{ channel, cell, value: plane[at], height, field: field.value }] : [];
  });
  return found.toSorted((a, b) => b.height - a.height).slice(0, count);
}
