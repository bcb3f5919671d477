import type { Pipeline } from '@/lib/network/pipeline';
import type { Trace } from '@/lib/network/trace';
import { changeOf, difference } from '@/lib/tensor/difference';
import { isMap } from '@/lib/tensor/tensor';

/** The change of one class's probability. */
export interface ClassChange {
  readonly unit: number;
  readonly before: number;
  readonly after: number;
}

/** The change of one stage's values. */
export interface StageChange {
  readonly stage: string;
  /** Whether it has maps, whose channels hold many values each. */
  readonly maps: boolean;
  /** The mean absolute change of its values. */
  readonly mean: number;
  /** The channel or unit that changed most, and its mean change. */
  readonly channel: number;
  readonly largest: number;
}

/**
 * The contribution of one unit of the previous layer to the change of a logit: through its value's change,
 * and through its weight's.
 */
export interface Cause {
  readonly unit: number;
  readonly change: number;
}

/** Why one logit changed: its change is the sum of all causes and the bias's change. */
export interface LogitChange {
  readonly unit: number;
  readonly change: number;
  readonly bias: number;
  /** The largest in magnitude first. */
  readonly causes: readonly Cause[];
}

export interface Ledger {
  /** The largest change first. */
  readonly classes: readonly ClassChange[];
  /** Stages whose values changed, in order. */
  readonly stages: readonly StageChange[];
  /** Of the class whose probability changed most; null where nothing changed. */
  readonly logit: LogitChange | null;
}

/** A share of the largest cause that float32 can't tell from nothing. */
const ROUNDING = 1e-6;

/** What of a logit's change came through the causes after the first `listed`, and the bias; 0 where that is rounding alone. */
export function restOf({ causes, bias }: Pick<LogitChange, 'causes' | 'bias'>, listed: number): number {
  const rest = causes.slice(listed).reduce((sum, { change }) => sum + change, bias);
  return Math.abs(rest) < ROUNDING * Math.abs(causes[0]?.change ?? 0) ? 0 : rest;
}

type Complete = Pick<Trace, 'stages' | 'weights'>;

/** What changed between the traces of two networks of the same shape, and through which units. */
export function ledgerOf({ stages }: Pipeline, before: Complete, after: Complete): Ledger {
  const last = stages.length - 1;
  const [was, is] = [before.stages[last], after.stages[last]];
  const classes = Array.from(is.values, (value, unit): ClassChange => {
    return { unit, before: was.values[unit], after: value };
  }).sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before));
  const changed = stages.flatMap(({ id, output }, at): StageChange[] => {
    const depth = isMap(output) ? output[2] : output[0];
    const { mean, most, largest } = changeOf(
      difference(after.stages[at].values, before.stages[at].values),
      depth,
    );
    return mean > 0 ? [{ stage: id, maps: isMap(output), mean, channel: most, largest }] : [];
  });
  return { classes, stages: changed, logit: changed.length > 0 ? logitChange(last, classes[0].unit) : null };

  function logitChange(at: number, unit: number): LogitChange | null {
    const { id } = stages[at];
    const [old, own] = [before.weights[id], after.weights[id]];
    if (!old?.kernel || !own?.kernel || !was.before || !is.before) return null;
    const [now, then] = [own.kernel, old.kernel];
    const units = stages[at].output[0];
    const [inputs, outputs] = [before.stages[at - 1].values, after.stages[at - 1].values];
    const causes = Array.from(outputs, (value, input): Cause => {
      const weight = input * units + unit;
      return {
        unit: input,
        change: value * now.values[weight] - inputs[input] * then.values[weight],
      };
    }).sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
    return {
      unit,
      change: is.before[unit] - was.before[unit],
      bias: (own.bias?.values[unit] ?? 0) - (old.bias?.values[unit] ?? 0),
      causes,
    };
  }
}
