import { ScrollBox } from '@/components/site/ScrollBox';
import type { StepReport, StepWeight } from '@/lib/engine/examine-protocol';
import { formatFactor, formatResult } from '@/lib/format/format';
import type { WeightPlace } from '@/lib/kinds/types';
import { inFull } from '@/lib/network/settings';
import { optimizerStep } from '@/lib/provenance/optimizer-step';
import words from '@/words/backward-weight';
import styles from './Backward.module.css';

interface Props {
  readonly report: StepReport;
  readonly seen: StepWeight;
  readonly part: WeightPlace['part'];
}

/** The optimizer's arithmetic from a weight's gradient to its new value, line by line. */
export function OptimizerTable({ report, seen, part }: Props) {
  const { settings, rate, remembered: steps } = report;
  const { before: weight, gradient, remembered } = seen;
  const pull = part === 'kernel' ? 2 * inFull(settings).l2 : 0;
  const moved = { weight, gradient, remembered, steps, rate, pull };
  const { lines, change } = optimizerStep(settings.optimizer, moved);
  // The change is computed from the lines before it, to the last digit shown.
  const shown = (number: number) => (number === change ? formatResult(number) : formatFactor(number));
  const caption = words.optimizer({
    optimizer: settings.optimizer,
    rate: formatFactor(rate),
    step: steps + 1,
  });
  return (
    <ScrollBox label={caption}>
      <table className={`table ${styles.steps}`}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.what()}</th>
            <th scope="col">{words.how()}</th>
            <th scope="col">{words.numbers()}</th>
            <th scope="col">{words.gives()}</th>
          </tr>
        </thead>
        <tbody className="number">
          {lines.map(({ name, formula, numbers, value }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{formula}</td>
              <td>{numbers.map(shown).join(' ; ')}</td>
              <td>
                <b>{shown(value)}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
