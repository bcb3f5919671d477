/** A Keras model as an architecture, with what its file has to hold for each layer. */

import * as v from 'valibot';
import { problemOf } from '@/lib/kinds/outside/problems';
import { activationOf } from '@/lib/kinds/parts/activation';
import { isCount } from '@/lib/kinds/parts/sliding';
import { entriesOf, numbersIn } from '@/lib/kinds/parts/weights';
import { rulesOf } from '@/lib/kinds/registry';
import type { ByParameter, Layer, Parameter, ParameterName, Weights } from '@/lib/kinds/types';
import type { Pipeline } from '@/lib/network/pipeline';
import { fail, ok, type Result } from '@/lib/result';
import type { MapShape, Shape } from '@/lib/tensor/tensor';
import words from '@/words/interchange';
import { idGiver } from '../ids';
import { checkedPipeline, endingInSoftmax, indexClasses, MOST_LAYERS } from '../whole';
import type { KerasLayer } from './layer';
import { readLayer } from './layers/registry';
import type { KerasModel } from './model';

/** A layer with parameters: what the file must hold for it, and what it holds nothing of. */
export interface Holder {
  readonly source: KerasLayer;
  readonly id: string;
  readonly needed: ByParameter<readonly number[]>;
  /** Parameters that Keras leaves out because they change nothing. */
  readonly filled: Weights;
}

export interface Translated {
  readonly pipeline: Pipeline;
  readonly holders: readonly Holder[];
  /** See {@link OpenedNetwork}. */
  readonly addsSoftmax: boolean;
  /** Likewise. */
  readonly leavesOut: readonly string[];
}

const INPUT = 'InputLayer';
/** The batch, which may be of any size, then height, width and channels. */
const imageShape = v.strictTuple([v.nullable(v.number()), v.number(), v.number(), v.number()]);

function inputShape({ file, chain, inputShape: built }: KerasModel): Result<MapShape> {
  const { config } = chain[0];
  const declared = config.batch_shape ?? config.batch_input_shape ?? config.build_input_shape ?? built;
  // Before there were batch shapes in Keras 3's input layers, and in several inputs' lists, one lies in another list.
  const shape =
    Array.isArray(declared) && declared.length === 1 && Array.isArray(declared[0]) ? declared[0] : declared;
  if (shape == null) return fail(words.noInput({ file }));
  if (!v.is(imageShape, shape) || !shape.slice(1).every((n) => n !== null && isCount(n)))
    return fail(words.inputShape({ file, shape: (JSON.stringify(shape) ?? '').slice(0, 80) }));
  const [, height, width, channels] = shape;
  return ok([height, width, channels]);
}

/** Translates layer by layer, as far as each can be computed on what the one before it puts out. */
export function translate(model: KerasModel): Result<Translated> {
  const { file, chain } = model;
  if (chain.length > MOST_LAYERS)
    return fail(words.tooMany({ file, count: chain.length, most: MOST_LAYERS }));
  const input = inputShape(model);
  if (!input.ok) return input;
  const giveId = idGiver();
  const [first, ...others] = chain;
  const named = first.className === INPUT;
  const layers: Layer[] = [{ id: giveId('input', named ? first.name : ''), kind: 'input' }];
  const holders: Holder[] = [];
  const leavesOut: string[] = [];
  let shape: Shape = input.value;
  for (const source of named ? others : chain) {
    const reading = readLayer(source, shape);
    if (!reading.ok) return reading;
    if (reading.value.inTraining) leavesOut.push(source.className);
    for (const [at, unnamed] of reading.value.layers.entries()) {
      const requestedId = at === 0 ? source.name : `${source.name}_${activationOf({ id: '', ...unnamed })}`;
      const layer: Layer = { id: giveId(unnamed.kind, requestedId), ...unnamed };
      const problem = problemOf(layer, shape);
      if (problem) return fail(words.cantWork({ file, problem }));
      const holder = holderOf(source, layer, shape, reading.value.absent ?? []);
      if (holder) holders.push(holder);
      layers.push(layer);
      shape = rulesOf(layer).outputShape(layer, shape);
    }
  }
  const end = endingInSoftmax(layers);
  const last = end.layers[end.layers.length - 1];
  const classes = indexClasses(Math.min(rulesOf(last).units?.(last) ?? 0, MOST_CLASSES));
  const name = model.name.slice(0, 80);
  const pipeline = checkedPipeline({ name, input: input.value, layers: end.layers, classes }, file);
  if (!pipeline.ok) return pipeline;
  return ok({ pipeline: pipeline.value, holders, addsSoftmax: end.addsSoftmax, leavesOut });
}

/** Of a network with more, no list of names is made: it won't fit anyway. */
const MOST_CLASSES = 1e6;

/** What a parameter is that changes nothing, where Keras has none. */
const NEUTRAL: Partial<Record<ParameterName, number>> = { gamma: 1, beta: 0 };

function holderOf(
  source: KerasLayer,
  layer: Layer,
  input: Shape,
  absent: readonly ParameterName[],
): Holder | null {
  const parameters = rulesOf(layer).parameters(layer, input);
  if (!parameters) return null;
  const needed: Partial<Record<ParameterName, readonly number[]>> = {};
  const filled: Partial<Record<ParameterName, Parameter>> = {};
  for (const [name, { shape }] of entriesOf(parameters)) {
    if (!absent.includes(name)) needed[name] = shape;
    else filled[name] = { shape, values: new Float32Array(numbersIn(shape)).fill(NEUTRAL[name] ?? 0) };
  }
  return { source, id: layer.id, needed, filled };
}
