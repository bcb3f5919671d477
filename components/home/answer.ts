import type { Trace } from '@/lib/network/trace';

/** The network's prediction for an image: the two most probable classes. */
export interface TopAnswers {
  readonly first: { readonly name: string; readonly probability: number };
  readonly second: { readonly name: string; readonly probability: number };
  /** Whether it was trained at all. */
  readonly trained: boolean;
}

/** The prediction in a trace; null while its last stage is loading, or if it is not finite. */
export function answerOf(trace: Trace | null, classes: readonly string[]): TopAnswers | null {
  if (!trace?.complete) return null;
  const output = trace.stages[trace.stages.length - 1];
  if (output.values.length !== classes.length || !output.values.every(Number.isFinite)) return null;
  const order = Array.from(output.values.keys()).sort((a, b) => output.values[b] - output.values[a]);
  const [first, second] = order.map((unit) => ({ name: classes[unit], probability: output.values[unit] }));
  return { first, second, trained: trace.network.origin !== 'initial' || trace.network.step > 0 };
}
