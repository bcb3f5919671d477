/** What would mend a layer that can't process its input. */
import { formatShape } from '@/lib/format/format';
import { mendOfLayer } from '@/lib/kinds/outside/builders';
import { problemOf } from '@/lib/kinds/outside/problems';
import { asNew, type Changed, windowMends } from '@/lib/kinds/outside/setting-mends';
import { countOf } from '@/lib/kinds/parts/weights';
import { rulesOf } from '@/lib/kinds/registry';
import type { Layer } from '@/lib/kinds/types';
import { isMap, type MapShape, type Shape } from '@/lib/tensor/tensor';
import architectureWords from '@/words/architecture';
import words from '@/words/layer-mends';
import { type Draft, LARGEST_SIDE } from './draft';
import { inputsOf, isTooSmall } from './sound';
import { curing, type DraftFault, helping, type Mend } from './trouble';

export const changedAt =
  (at: number) =>
  ({ layer, words: said }: Changed): Mend => ({ edit: { type: 'change', at, layer }, words: said });

/** Whether a layer makes a vector of these maps: the ones that need a vector can follow it. */
const makesVector = (layer: Layer, input: Shape): boolean =>
  isMap(input) && problemOf(layer, input) === null && !isMap(rulesOf(layer).outputShape(layer, input));

/** A layer that needs a vector and gets maps, although one further on makes it: one of the two changes its place. */
function vectorFirst(layers: readonly Layer[], at: number, input: Shape): readonly Mend[] {
  const from = layers.findIndex((layer, place) => place > at && makesVector(layer, input));
  if (from < 0) return [];
  const { id } = layers[from];
  return [
    { edit: { type: 'move', at: from, to: at }, words: words.moveHere({ id }) },
    { edit: { type: 'move', at, to: from }, words: words.moveBehind({ id }) },
  ];
}

/** A layer before the first one whose output it can't process. */
function moveBefore(layers: readonly Layer[], at: number, inputs: readonly Shape[]): readonly Mend[] {
  const to = inputs.slice(1, at).findLastIndex((shape) => problemOf(layers[at], shape) === null) + 1;
  return to > 0 ? [{ edit: { type: 'move', at, to }, words: words.moveBefore({ id: layers[to].id }) }] : [];
}

/** A layer that needs maps, but the one that makes a vector of them comes too early: it goes further on. */
function vectorLater(layers: readonly Layer[], at: number, from: number): readonly Mend[] {
  const { id } = layers[from];
  return layers.slice(at).map(({ id: before }, place) => ({
    edit: { type: 'move', at: from, to: at + place },
    words: words.moveOther({ id, before }),
  }));
}

/** Whether a layer changes single values, as a pooling does where there is nothing to pool. */
const isIdle = (layer: Layer, input: Shape): boolean =>
  isMap(input) && input[0] * input[1] === 1 && countOf(rulesOf(layer).parameters(layer, input)) === 0;

/** Changes of the layer, or one inserted before it. */
function ownMends(layer: Layer, at: number, input: Shape): readonly Mend[] {
  const own = mendOfLayer(layer, input);
  const change = changedAt(at);
  const settings = [...windowMends(layer, input), ...asNew(layer)].filter(
    (one) => problemOf(one.layer, input) === null && !isIdle(one.layer, input),
  );
  if (!own) return settings.map(change);
  const first: Mend =
    'layer' in own ? change(own) : { edit: { type: 'insert', at, layer: own.before }, words: own.words };
  return [first, ...settings.map(change)];
}

/** Larger images, from the smallest on, which keep a side that is larger already. */
function largerImages([height, width, channels]: MapShape): readonly Mend[] {
  const sides = [2, 4, 8, 16, 32, 64, LARGEST_SIDE].filter((side) => side > Math.min(height, width));
  return sides.map((side) => {
    const input: MapShape = [Math.max(height, side), Math.max(width, side), channels];
    return { edit: { type: 'resize', input }, words: words.input({ shape: formatShape(input) }) };
  });
}

/** The error of the layer at this index, the first that can't process its input, with what mends it. */
export function inputFault(draft: Draft, at: number, sentence: string): DraftFault {
  const { layers, input } = draft.architecture;
  const inputs = inputsOf(draft.architecture);
  // The layer before it that makes a vector, if there is one.
  const from = inputs.findIndex((shape) => !isMap(shape)) - 1;
  const mends = [
    ...vectorFirst(layers, at, inputs[at]),
    ...ownMends(layers[at], at, inputs[at]),
    ...moveBefore(layers, at, inputs),
    ...(from > 0 ? vectorLater(layers, at, from) : []),
  ];
  const remove: Mend = { edit: { type: 'remove', at }, words: words.remove() };
  const removeOther: readonly Mend[] =
    from > 0
      ? [{ edit: { type: 'remove', at: from }, words: words.removeOther({ id: layers[from].id }) }]
      : [];
  const cure = curing(draft, [...mends, remove, ...removeOther]);
  if (cure) return { at, sentence, mend: cure };
  // Where many layers find too few cells, the images are too small.
  const resize = isTooSmall(layers[at], inputs[at]) ? curing(draft, largerImages(input)) : null;
  if (resize) {
    const shape = formatShape(input.slice(0, 2));
    return {
      at: 0,
      sentence: architectureWords.smallImages({ id: layers[0].id, shape, next: layers[at].id }),
      mend: resize,
    };
  }
  return { at, sentence, mend: helping(draft, [...mends, ...removeOther]) ?? helping(draft, [remove]) };
}
