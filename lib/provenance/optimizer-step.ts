import { formatShort } from '@/lib/format/format';
import type { TrainingSettings } from '@/lib/network/settings';
import words from '@/words/optimizer-step';

/** One line of an optimizer's arithmetic. */
export interface OptimizerLine {
  /** The computed quantity: "first moment". */
  readonly name: string;
  /** The formula, in symbols. */
  readonly formula: string;
  /** The same with this weight's numbers; each is formatted where it is shown. */
  readonly numbers: readonly number[];
  readonly value: number;
}

/** One weight's update in one step of the optimizer. */
export interface OptimizerStep {
  readonly lines: readonly OptimizerLine[];
  /** The change that the step adds to the weight. */
  readonly change: number;
  readonly after: number;
}

interface Moved {
  readonly weight: number;
  /** The loss's gradient, without L2. */
  readonly gradient: number;
  /** The optimizer's state for the weight, by the optimizer's own names. */
  readonly remembered: Readonly<Record<string, number>>;
  /** The steps before this one. */
  readonly steps: number;
  readonly rate: number;
  /**
   * Twice the strength of L2: the share of itself by which a kernel's weight is pulled towards 0. A bias is
   * not.
   */
  readonly pull: number;
}

const MOMENTUM = 0.9;
const DECAY = 0.9;
const BETA1 = 0.9;
const BETA2 = 0.999;
const EPSILON = 1e-7;

/** Formats a constant for a formula: "0.9". */
const format = formatShort;

/**
 * The arithmetic of one optimizer step for one weight, line by line, as in TensorFlow.js. SGD; momentum
 * (Polyak 1964); RMSProp (Tieleman and Hinton 2012); Adam (Kingma and Ba 2015, arXiv:1412.6980).
 */
export function optimizerStep(optimizer: TrainingSettings['optimizer'], moved: Moved): OptimizerStep {
  const lines: OptimizerLine[] = [];
  const line = (name: string, formula: string, numbers: readonly number[], value: number) => {
    lines.push({ name, formula, numbers, value });
    return value;
  };
  const { weight, rate, pull, remembered } = moved;
  const g =
    pull === 0
      ? moved.gradient
      : line(words.withL2(), words.pulled(), [moved.gradient, pull, weight], moved.gradient + pull * weight);
  const end = (formula: string, numbers: readonly number[], change: number): OptimizerStep => {
    line(words.change(), formula, numbers, change);
    const after = line(words.newValue(), words.changed(), [weight, change], weight + change);
    return { lines, change, after };
  };
  switch (optimizer) {
    case 'sgd':
      return end('−η·g', [rate, g], -rate * g);
    case 'momentum': {
      const { momentum = 0 } = remembered;
      const m = line(
        words.momentum(),
        `m = ${format(MOMENTUM)}·m + g`,
        [momentum, g],
        MOMENTUM * momentum + g,
      );
      return end('−η·m', [rate, m], -rate * m);
    }
    case 'rmsprop': {
      const { rms = 0 } = remembered;
      const mean = line(
        words.meanSquare(),
        `s = ${format(DECAY)}·s + ${format(1 - DECAY)}·g²`,
        [rms, g],
        DECAY * rms + (1 - DECAY) * g * g,
      );
      return end('−η·g / √(s + ε)', [rate, g, mean], (-rate * g) / Math.sqrt(mean + EPSILON));
    }
    case 'adam': {
      const t = moved.steps + 1;
      const { m: first = 0, v: second = 0 } = remembered;
      const m = line(
        words.first(),
        `m = ${format(BETA1)}·m + ${format(1 - BETA1)}·g`,
        [first, g],
        BETA1 * first + (1 - BETA1) * g,
      );
      const v = line(
        words.second(),
        `v = ${format(BETA2)}·v + ${format(1 - BETA2)}·g²`,
        [second, g],
        BETA2 * second + (1 - BETA2) * g * g,
      );
      const m1 = line(
        words.firstCorrected(),
        `m̂ = m / (1 − ${format(BETA1)}ᵗ)`,
        [m, t],
        m / (1 - BETA1 ** t),
      );
      const v1 = line(
        words.secondCorrected(),
        `v̂ = v / (1 − ${format(BETA2)}ᵗ)`,
        [v, t],
        v / (1 - BETA2 ** t),
      );
      return end('−η·m̂ / (√v̂ + ε)', [rate, m1, v1], (-rate * m1) / (Math.sqrt(v1) + EPSILON));
    }
  }
}
