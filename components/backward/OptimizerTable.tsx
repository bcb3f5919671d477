import type { StepReport, StepWeight } from '@/lib/engine/step-protocol';
import { inFull } from '@/lib/engine/training-settings';
import { formatNumber } from '@/lib/format/format';
import type { WeightPlace } from '@/lib/layers/types';
import { optimizerStep } from '@/lib/provenance/optimizer-step';
import styles from './Backward.module.css';

const NAMES = { sgd: 'SGD', momentum: 'momentum', rmsprop: 'RMSProp', adam: 'Adam' } as const;

interface Props {
  readonly report: StepReport;
  readonly seen: StepWeight;
  readonly part: WeightPlace['part'];
}

/** What the optimizer makes of a weight's gradient, line by line, down to the weight's new value. */
export function OptimizerTable({ report, seen, part }: Props) {
  const { settings, rate, remembered: steps } = report;
  const { before: weight, gradient, remembered } = seen;
  const pull = part === 'kernel' ? 2 * inFull(settings).l2 : 0;
  const { lines } = optimizerStep(settings.optimizer, { weight, gradient, remembered, steps, rate, pull });
  return (
    <div className={styles.scroll}>
      <table className={`table ${styles.steps}`}>
        <caption>
          {NAMES[settings.optimizer]}, learning rate η = {formatNumber(rate)}, step {steps + 1}. w is the
          weight, g its gradient.
        </caption>
        <thead>
          <tr>
            <th scope="col">what</th>
            <th scope="col">how</th>
            <th scope="col">with these numbers</th>
            <th scope="col">gives</th>
          </tr>
        </thead>
        <tbody className="number">
          {lines.map(({ name, formula, numbers, value }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{formula}</td>
              <td>{numbers.map((one) => formatNumber(one, 6)).join(' ; ')}</td>
              <td>
                <b>{formatNumber(value, 6)}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
