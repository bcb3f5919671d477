import { max, mean, min } from 'd3-array';
import { explanationOf } from '@/lib/kinds/explanations';
import type { Stage } from '@/lib/network/pipeline';
import type { WeightSet } from '@/lib/network/weights';
import { cellAt } from '@/lib/tensor/tensor';
import type { Computed } from '../../lab/import';
import type { ReferenceLayer } from './reference';

/** How far a layer is from what it should be, as shares of its largest value. Infinite where anything is no number. */
export interface LayerErrors {
  readonly mean: number;
  readonly range: number;
  /** Single values, as the engine computes them. */
  readonly probes: number;
  /** The same values by plain arithmetic, from what the layer before puts out. */
  readonly arithmetic: number;
}

/** What is wrong with a layer's shape or its number of parameters; null where nothing is. */
export function shapeProblem(stage: Stage, computed: Computed, layer: ReferenceLayer): string | null {
  const shape = layer.shape.join(' × ');
  for (const other of [stage.output, computed.shape])
    if (other.join(' × ') !== shape) return `${layer.name} puts out ${other.join(' × ')} instead of ${shape}`;
  if (stage.parameters !== layer.params)
    return `${layer.name} has ${stage.parameters} parameters instead of ${layer.params}`;
  return null;
}

const worst = (errors: readonly number[]): number =>
  errors.some(Number.isNaN) ? Number.POSITIVE_INFINITY : (max(errors) ?? 0);

export function layerErrors(
  stage: Stage,
  weights: WeightSet,
  before: Computed,
  { values }: Computed,
  layer: ReferenceLayer,
): LayerErrors {
  const largest = Math.max(Math.abs(layer.min), Math.abs(layer.max), 1e-12);
  const off = (ours: number | undefined, theirs: number) => Math.abs((ours ?? Number.NaN) - theirs) / largest;
  const input = { shape: stage.input, values: Float32Array.from(before.values) };
  const explained = (at: number) =>
    explanationOf(stage.layer)(stage.layer, input, weights[stage.id] ?? null, cellAt(stage.output, at)).value;
  return {
    mean: off(mean(values), layer.mean),
    range: worst([off(min(values), layer.min), off(max(values), layer.max)]),
    probes: worst(layer.probes.map(([at, value]) => off(values[at], value))),
    arithmetic: worst(layer.probes.map(([at, value]) => off(explained(at), value))),
  };
}
