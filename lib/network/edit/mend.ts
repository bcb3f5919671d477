/** What would mend an invalid architecture, as an edit. */
import { formatCount, formatShape } from '@/lib/format/format';
import { asEnd, freshEnd, HALVING, halved, type LayerMend, mendOfLayer } from '@/lib/kinds/outside/builders';
import { problemOf } from '@/lib/kinds/outside/problems';
import { isSoftmax } from '@/lib/kinds/parts/activation';
import { rulesOf } from '@/lib/kinds/registry';
import type { Layer } from '@/lib/kinds/types';
import { isMap, type MapShape, type Shape } from '@/lib/tensor/tensor';
import words from '@/words/layer-mends';
import type { Architecture } from '../architecture';
import { memoryProblem } from '../memory';
import { pipelineOf } from '../pipeline';
import { endProblem } from '../problems';
import { type Draft, type Edit, edited } from './draft';
import { inputsOf, soundLayers } from './sound';

export interface Mend {
  readonly edit: Edit;
  /** What the button says that applies it. */
  readonly words: string;
}

const asEdit = (at: number, mend: LayerMend): Mend => ({
  edit:
    'layer' in mend ? { type: 'change', at, layer: mend.layer } : { type: 'insert', at, layer: mend.before },
  words: mend.words,
});

const draftOn = (architecture: Architecture): Draft => ({
  architecture,
  keys: architecture.layers.map((_, key) => key),
});

const removed = (at: number): Mend => ({ edit: { type: 'remove', at }, words: words.remove() });

/** A layer that can't process its input: it is changed, or something is inserted, or it is moved to where it can. */
function mendOfInput(architecture: Architecture, at: number, inputs: readonly Shape[]): Mend {
  const { layers } = architecture;
  const layer = layers[at];
  const own = mendOfLayer(layer, inputs[at]);
  if (own && !('layer' in own && problemOf(own.layer, inputs[at]))) return asEdit(at, own);
  const to = inputs.slice(1, at).findLastIndex((shape) => problemOf(layer, shape) === null) + 1;
  const move: Edit = { type: 'move', at, to };
  // A second flatten layer before the first one would only move the error to that one.
  const helps = to > 0 && soundLayers(edited(draftOn(architecture), move).architecture) > at;
  return helps ? { edit: move, words: words.moveBefore({ id: layers[to].id }) } : removed(at);
}

/** Layers that don't end in one probability for each class. */
function mendOfEnd({ layers, classes }: Architecture): Mend {
  const isEnd = (layer: Layer) => isSoftmax(layer) && rulesOf(layer).units?.(layer) === classes.length;
  const at = layers.findLastIndex(isEnd);
  const to = layers.length - 1;
  if (at > 0) return { edit: { type: 'move', at, to }, words: words.toEnd({ id: layers[at].id }) };
  const layer = asEnd(layers[to], classes.length);
  if (layer)
    return {
      edit: { type: 'change', at: to, layer },
      words: words.end({ classes: formatCount(classes.length) }),
    };
  const edit: Edit = { type: 'insert', at: layers.length, layer: freshEnd(classes.length) };
  return { edit, words: words.addEnd() };
}

const fits = (architecture: Architecture): boolean => memoryProblem(pipelineOf(architecture).stages) === null;

/** A layer that takes too much memory: fewer filters or units, smaller maps, or smaller images. */
function mendOfMemory(architecture: Architecture, at: number, before: Shape): Mend {
  const { layers, input } = architecture;
  const isLast = at === layers.length - 1;
  for (let mend = isLast ? null : halved(layers[at]); mend && 'layer' in mend; mend = halved(mend.layer))
    if (fits({ ...architecture, layers: layers.with(at, mend.layer) })) return asEdit(at, mend);
  const pools = at > 0 && isMap(before) && Math.min(before[0], before[1]) > 1;
  if (pools) return { edit: { type: 'insert', at, layer: HALVING }, words: words.pool() };
  const [height, width, channels] = input;
  const half: MapShape = [Math.ceil(height / 2), Math.ceil(width / 2), channels];
  return { edit: { type: 'resize', input: half }, words: words.input({ shape: formatShape(half) }) };
}

/** What would mend an invalid architecture whose faulty layer is at this index; null where nothing is known to. */
export function mendOf(architecture: Architecture, at: number): Mend | null {
  const { layers } = architecture;
  const inputs = inputsOf(architecture);
  if (!layers[at] || !inputs[at]) return null;
  const mend = problemOf(layers[at], inputs[at])
    ? mendOfInput(architecture, at, inputs)
    : endProblem(architecture)
      ? mendOfEnd(architecture)
      : mendOfMemory(architecture, at, inputs[at]);
  // An edit that isn't possible, such as one more layer than there may be, mends nothing.
  const draft = draftOn(architecture);
  return edited(draft, mend.edit) === draft ? null : mend;
}
