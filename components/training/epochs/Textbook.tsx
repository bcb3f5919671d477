'use client';

import { ScrollBox } from '@/components/site/ScrollBox';
import { formatPercent } from '@/lib/format/format';
import type { EpochPoint } from '@/lib/run/curve';
import words from '@/words/textbook';
import styles from './Epochs.module.css';
import type { Read } from './readings';
import { TextbookPlot } from './TextbookPlot';

interface Props {
  /** The textbook’s ten epochs, each with the observation that this site makes from the same numbers. */
  readonly epochs: readonly Read[];
}

const shareOf = (before: EpochPoint, after: EpochPoint) => formatPercent(1 - after.loss / before.loss);

/** What the textbook says of each epoch, and what can follow from a training loss and a training accuracy. */
const weighed = (trace: readonly EpochPoint[]): readonly (readonly [says: string, follows: string])[] => [
  [words.says1(), words.follows1({ accuracy: formatPercent(trace[0].accuracy) })],
  [words.says2(), words.follows2()],
  [words.says3(), words.follows3()],
  [words.says4(), words.follows4()],
  [words.says5(), words.follows5({ share: shareOf(trace[4], trace[5]) })],
  [words.says6(), words.follows6()],
  [words.says7(), words.follows7()],
  [words.says8(), words.follows8()],
  [words.says9(), words.follows9()],
  [words.says10(), words.follows10()],
];

/**
 * The textbook’s ten observations, beside those that are generated from the same numbers and what can follow from these; and
 * the contradiction between its plot and its table as an exercise.
 */
export function Textbook({ epochs }: Props) {
  const trace = epochs.map(({ point }) => point);
  return (
    <section>
      <h2 id="textbook">{words.title()}</h2>
      <p className="column" style={{ marginInline: 0 }}>
        {words.intro()}
      </p>
      <ScrollBox label={words.title()}>
        <table className={`table-words ${styles.weighed}`}>
          <thead>
            <tr>
              <th scope="col">{words.epoch()}</th>
              <th scope="col">{words.says()}</th>
              <th scope="col">{words.generated()}</th>
              <th scope="col">{words.follows()}</th>
            </tr>
          </thead>
          <tbody>
            {weighed(trace).map(([says, follows], at) => (
              <tr key={says}>
                <th scope="row" className="number">
                  {trace[at].epoch}
                </th>
                <td>{says}</td>
                <td>{epochs[at].observation.sentence}</td>
                <td>{follows}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <TextbookPlot trace={trace} />
    </section>
  );
}
