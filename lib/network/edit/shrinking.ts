/** A layer that leaves too little of its maps for a later one: that one has the problem, but not the cause. */
import { formatShape } from '@/lib/format/format';
import { freshLayer } from '@/lib/kinds/outside/builders';
import { type Changed, lessOf, windowMends } from '@/lib/kinds/outside/setting-mends';
import { rulesOf } from '@/lib/kinds/registry';
import type { Axis, Layer } from '@/lib/kinds/types';
import { isMap, type Shape } from '@/lib/tensor/tensor';
import words from '@/words/architecture';
import type { Draft } from './draft';
import { changedAt } from './mend-input';
import { inputsOf, isTooSmall, LARGE } from './sound';
import { curing, type DraftFault } from './trouble';

/** A stride or a window of this many times the usual one is what one looks at first. */
const UNUSUAL = 2;

/** How many times the stride and the sides of a new layer of its kind a layer has. */
function excessOf(layer: Layer): { readonly stride: number; readonly size: number } {
  const fresh = freshLayer(layer.kind);
  const along = (axis: Axis) => {
    const [own, usual] = [layer, fresh].map((one) => rulesOf(one).window(one, LARGE, axis));
    return own && usual
      ? { stride: own.stride / usual.stride, size: own.size / usual.size }
      : { stride: 1, size: 1 };
  };
  const [down, across] = [along('height'), along('width')];
  return { stride: Math.max(down.stride, across.stride), size: Math.max(down.size, across.size) };
}

const mostOf = (layer: Layer): number => Math.max(...Object.values(excessOf(layer)));

/** Changes of the stride and the window of a layer that leave more of its maps. */
function gentler(layer: Layer, input: Shape): readonly Changed[] {
  const { stride, size } = excessOf(layer);
  const steps = lessOf(layer, input).find(({ name }) => name === 'stride');
  const strides = steps ? [steps.modest, ...steps.steps] : [];
  const windows = windowMends(layer, input);
  return stride > size ? [...strides, ...windows] : [...windows, ...strides];
}

/**
 * The layer before this one that shrinks its maps so much that this one finds too few cells, and what mends that. Null where
 * none has an unusual stride or window, or where a change of it would not mend the network.
 */
export function shrinkingFault(draft: Draft, faulty: number): DraftFault | null {
  const { layers } = draft.architecture;
  const inputs = inputsOf(draft.architecture);
  if (!isTooSmall(layers[faulty], inputs[faulty])) return null;
  const least = Math.max(UNUSUAL, mostOf(layers[faulty]));
  const suspects = layers.slice(0, faulty).flatMap((layer, at) => {
    const [before, after] = [inputs[at], inputs[at + 1]];
    const shrinks = isMap(before) && isMap(after) && (after[0] < before[0] || after[1] < before[1]);
    const excess = mostOf(layer);
    return shrinks && excess >= least ? { at, layer, before, after, excess } : [];
  });
  for (const { at, layer, before, after } of suspects.sort((a, b) => b.excess - a.excess)) {
    const mend = curing(draft, gentler(layer, before).map(changedAt(at)));
    const [from, to] = [before, after].map((shape) => formatShape(shape.slice(0, 2)));
    const sentence = words.shrinks({ id: layer.id, before: from, after: to, next: layers[faulty].id });
    if (mend) return { at, sentence, mend };
  }
  return null;
}
