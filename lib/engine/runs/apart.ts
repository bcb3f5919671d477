import { numbersIn } from '@/lib/kinds/parts/weights';
import { gatherParameters, listParameters } from '@/lib/network/weights';
import { isShared } from '@/lib/tensor/shared';
import type { Snapshot } from '../api';

/** The part of a state that has arrays of numbers. */
export type Numbers = Pick<Snapshot, 'weights' | 'optimizer'>;

/** One of them. */
interface Numbered {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** All arrays of a state: its weights, then those of its optimizer. */
export const arraysOf = ({ weights, optimizer }: Numbers): readonly Float32Array[] => [
  ...listParameters(weights).map(([, { values }]) => values),
  ...(optimizer ?? []).map(({ values }) => values),
];

/** The same state with other arrays, which are asked for in the order of {@link arraysOf}. */
export function withArrays<State extends Numbers>(
  state: State,
  instead: (one: Numbered) => Float32Array,
): State {
  const changed = <One extends Numbered>(one: One): One => ({ ...one, values: instead(one) });
  return {
    ...state,
    weights: gatherParameters(
      listParameters(state.weights).map(([name, one]) => [name, changed(one)] as const),
    ),
    optimizer: state.optimizer?.map(changed) ?? null,
  };
}

const NOTHING = new Float32Array();

/** The state without its numbers, which are stored elsewhere. */
export const withoutNumbers = <State extends Numbers>(state: State): State =>
  withArrays(state, () => NOTHING);

/** The state without shared memory, which no browser stores. */
export const withOwnNumbers = <State extends Numbers>(state: State): State =>
  withArrays(state, ({ values }) => (isShared(values) ? values.slice() : values));

/** The state with its numbers, from all of them in one array; null where it has more or fewer. */
export function withNumbers<State extends Numbers>(state: State, numbers: Float32Array): State | null {
  let at = 0;
  const filled = withArrays(state, ({ shape }) => {
    const from = at;
    at += numbersIn(shape);
    return numbers.slice(from, at);
  });
  return at === numbers.length ? filled : null;
}
