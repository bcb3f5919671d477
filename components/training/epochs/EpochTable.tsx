'use client';

import { type KeyboardEvent, useRef } from 'react';
import { formatNumber, formatPercent } from '@/lib/format/format';
import words from '@/words/epoch-readings';
import styles from './Epochs.module.css';
import type { Read, Reading } from './readings';

interface Props {
  readonly readings: readonly Reading[];
  readonly chosen: number;
  onEpoch(epoch: number): void;
}

const KEYS: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1, Home: -1e9, End: 1e9 };

/** The run epoch by epoch, beside the textbook's where there is one. The arrow keys move from row to row and take the charts' cursor along. */
export function EpochTable({ readings, chosen, onEpoch }: Props) {
  const tested = readings.some(({ measured }) => measured?.point.testLoss !== undefined);
  const body = useRef<HTMLTableSectionElement>(null);
  const besideTextbook = readings.some(({ textbook }) => textbook !== null);
  const walk = (event: KeyboardEvent) => {
    const by = KEYS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const at = readings.findIndex(({ epoch }) => epoch === chosen);
    const to = Math.max(0, Math.min(readings.length - 1, at + by));
    onEpoch(readings[to].epoch);
    body.current?.querySelectorAll('button')[to]?.focus();
  };
  return (
    <table className={`table-words ${styles.table}`}>
      <caption>{words.caption({ beside: besideTextbook ? 'yes' : 'no' })}</caption>
      <thead>
        <tr>
          <th scope="col">{words.epochWord()}</th>
          {besideTextbook && (
            <>
              <th scope="col">{words.textbook()}</th>
              <th scope="col">{words.observation()}</th>
            </>
          )}
          <th scope="col">{words.training()}</th>
          <th scope="col">{words.heldOut()}</th>
          {tested && <th scope="col">{words.test()}</th>}
          <th scope="col">{words.observation()}</th>
        </tr>
      </thead>
      <tbody ref={body} onKeyDown={walk}>
        {readings.map(({ epoch, textbook, measured }) => (
          <tr key={epoch} aria-current={epoch === chosen ? 'true' : undefined}>
            <th scope="row">
              <button
                type="button"
                className={`number ${styles.pick}`}
                tabIndex={epoch === chosen ? 0 : -1}
                onClick={() => onEpoch(epoch)}
              >
                <span className={styles.pickWord}>{words.epochWord()} </span>
                {epoch}
              </button>
            </th>
            {besideTextbook && (
              <>
                <Figures
                  of={words.textbook()}
                  loss={textbook?.point.loss}
                  accuracy={textbook?.point.accuracy}
                />
                <ReadingText read={textbook} />
              </>
            )}
            <Figures of={words.training()} loss={measured?.point.loss} accuracy={measured?.point.accuracy} />
            <Figures
              of={words.heldOut()}
              loss={measured?.point.heldOutLoss}
              accuracy={measured?.point.heldOutAccuracy}
            />
            {tested && (
              <Figures
                of={words.test()}
                loss={measured?.point.testLoss}
                accuracy={measured?.point.testAccuracy}
              />
            )}
            <ReadingText read={measured} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Loss above accuracy. */
function Figures({ of, loss, accuracy }: { of: string; loss?: number; accuracy?: number }) {
  return (
    <td className={styles.figures} data-of={of}>
      {loss === undefined || accuracy === undefined ? (
        <span className={styles.none}>{words.none()}</span>
      ) : (
        <>
          <span className="number">
            <span className="visually-hidden">{words.loss()} </span>
            {formatNumber(loss, 2)}
          </span>
          <span className="number">
            <span className="visually-hidden">{words.accuracy()} </span>
            {formatPercent(accuracy)}
          </span>
        </>
      )}
    </td>
  );
}

function ReadingText({ read }: { read: Read | null }) {
  return (
    <td className={styles.observation}>
      {read && (
        <>
          <b>{read.observation.title}.</b> {read.observation.sentence}
        </>
      )}
    </td>
  );
}
