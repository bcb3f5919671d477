import type { StepReport, StepWeight } from '@/lib/engine/examine-protocol';
import type { WeightPlace } from '@/lib/kinds/types';
import { inFull } from '@/lib/network/settings';
import { optimizerStep } from '@/lib/provenance/optimizer-step';
import words from '@/words/formulas';
import type { Part, Reading } from './reading';

/**
 * One weight's update by Adam in the next training step. Where the run has a different optimizer, it is
 * Adam's first step with the same gradient.
 */
export function adam(report: StepReport, seen: StepWeight, part: WeightPlace['part'], name: string): Reading {
  const { settings, rate } = report;
  const own = settings.optimizer === 'adam';
  const remembered = own ? seen.remembered : {};
  const steps = own ? report.remembered : 0;
  const pull = part === 'kernel' ? 2 * inFull(settings).l2 : 0;
  const { before: weight, gradient } = seen;
  const { lines, after } = optimizerStep('adam', { weight, gradient, remembered, steps, rate, pull });
  // Of the last six lines: both moments, both corrected, the change, the new value.
  const [m, v, mc, vc, change] = lines.slice(-6).map((line) => line.value);
  const g = gradient + pull * weight;
  const t = steps + 1;
  /** A number, or its values before and after. */
  const numbers = (symbol: string, title: string, values: readonly number[]): Part => ({
    symbol,
    title,
    values: Float32Array.from(values),
    columns: 1,
    marked: values.length - 1,
    ...(values.length > 1 && { rowNames: [words.before(), words.after()] }),
  });
  return {
    about: own ? words.adam({ name, step: t, epoch: report.network.epoch }) : words.adamElse({ name }),
    result: 'd',
    values: { g, m, v, mc, vc, t, eta: rate, d: change, w: after },
    parts: [
      numbers('g', words.gradient(), [g]),
      numbers('m', words.firstMoment(), [remembered.m ?? 0, m]),
      numbers('v', words.secondMoment(), [remembered.v ?? 0, v]),
      numbers('mc', words.firstCorrected(), [mc]),
      numbers('vc', words.secondCorrected(), [vc]),
      numbers('d', words.change(), [change]),
      numbers('w', words.weight(), [weight, after]),
    ],
  };
}
