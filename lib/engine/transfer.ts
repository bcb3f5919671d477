import type { StageTrace, WeightSet } from './protocol';

/** The buffers of a message's arrays, which are handed over instead of copied. The sender can't read them afterwards. */
export function buffersOf(message: {
  readonly stages?: readonly StageTrace[];
  readonly weights?: WeightSet;
}): Transferable[] {
  const { stages = [], weights = {} } = message;
  const arrays = [
    ...stages.flatMap(({ values, before }) => (before ? [values, before] : [values])),
    ...Object.values(weights).flatMap(({ kernel, bias }) => [kernel.values, bias.values]),
  ];
  return [...new Set(arrays.map(({ buffer }) => buffer as ArrayBuffer))];
}
