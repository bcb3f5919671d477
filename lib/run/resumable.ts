import * as v from 'valibot';
import type { StoredTensor } from '@/lib/checkpoint/safetensors';
import type { Parameter } from '@/lib/kinds/types';
import type { NetworkState, OptimizerState } from '@/lib/network/run';
import { gatherParameters, listParameters, parameterNamed, type WeightSet } from '@/lib/network/weights';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/run-file';
import type { NamedTensor } from './packed';

/**
 * What a run needs to resume after its last epoch with the same result: exact weights, and the optimizer's
 * state. A run that stopped early has the weights of its best epoch, and is not resumed.
 */
export interface Resumable {
  readonly network: NetworkState;
  readonly weights: WeightSet;
  readonly optimizer: OptimizerState;
}

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Its description in a run file, beside the tensors. */
export const resumableSchema = v.object({
  network: v.object({
    origin: v.picklist(['shipped', 'initial', 'trained', 'opened']),
    seed: whole,
    epoch: whole,
    step: whole,
  }),
  optimizer: v.array(v.object({ name: v.string(), counts: v.boolean() })),
});

const EXACT = 'exact/';
const OPTIMIZER = 'optimizer/';

/** Tensors of a file: `exact/<stage>/<parameter>`, and `optimizer/<index in the list>`. */
export function resumableTensors({ weights, optimizer }: Resumable): NamedTensor[] {
  return [
    ...listParameters(weights, EXACT),
    ...optimizer.map((state, at): NamedTensor => [`${OPTIMIZER}${at}`, state]),
  ];
}

/** Reads it from the tensors of a file. The caller checks whether the weights fit a network. */
export function readResumable(
  tensors: ReadonlyMap<string, StoredTensor>,
  { network, optimizer: names }: v.InferOutput<typeof resumableSchema>,
): Result<Resumable> {
  const real = (name: string): Parameter | null => {
    const tensor = tensors.get(name);
    return tensor?.values instanceof Float32Array ? { shape: tensor.shape, values: tensor.values } : null;
  };
  const exact: (readonly [string, Parameter])[] = [];
  for (const name of tensors.keys()) {
    if (!parameterNamed(name, EXACT)) continue;
    const parameter = real(name);
    if (!parameter) return fail(words.exactWeights(), name);
    exact.push([name, parameter]);
  }
  const optimizer = names.flatMap(({ name, counts }, at) => {
    const state = real(`${OPTIMIZER}${at}`);
    return state ? [{ name, counts, ...state }] : [];
  });
  if (optimizer.length !== names.length) return fail(words.optimizer());
  return ok({ network, weights: gatherParameters(exact, EXACT), optimizer });
}
