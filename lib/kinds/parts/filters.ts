/** Which stages have filters: small kernels that slide over maps, one for each map of the output. */
import type { ByParameter, ParameterSpec } from '../types';

interface Weighted {
  /** As the kind's rules describe them. */
  readonly weights: ByParameter<ParameterSpec> | null;
}

/** Whether a stage's kernel is made of filters: [height, width, channels in, filters]. A dense one has two axes. */
export const hasFilters = ({ weights }: Weighted): boolean => weights?.kernel?.shape.length === 4;

/** The stages that have filters, in order. */
export const withFilters = <Stage extends Weighted>(stages: readonly Stage[]): Stage[] =>
  stages.filter(hasFilters);
