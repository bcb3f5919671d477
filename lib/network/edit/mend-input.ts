/** What would mend a layer that can't process its input. */
import { mendOfLayer } from '@/lib/kinds/outside/builders';
import { problemOf } from '@/lib/kinds/outside/problems';
import { asNew, type Changed, windowMends } from '@/lib/kinds/outside/setting-mends';
import { countOf } from '@/lib/kinds/parts/weights';
import { rulesOf } from '@/lib/kinds/registry';
import type { Layer } from '@/lib/kinds/types';
import { isMap, type Shape } from '@/lib/tensor/tensor';
import words from '@/words/layer-mends';
import type { Draft } from './draft';
import { inputsOf } from './sound';
import { curing, helping, type Mend } from './trouble';

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

/** What mends the layer at this index, the first that can't process its input; null where nothing does. */
export function mendOfInput(draft: Draft, at: number): Mend | null {
  const { layers } = draft.architecture;
  const inputs = inputsOf(draft.architecture);
  const mends = [
    ...vectorFirst(layers, at, inputs[at]),
    ...ownMends(layers[at], at, inputs[at]),
    ...moveBefore(layers, at, inputs),
  ];
  const remove: Mend = { edit: { type: 'remove', at }, words: words.remove() };
  return curing(draft, [...mends, remove]) ?? helping(draft, mends) ?? helping(draft, [remove]);
}
