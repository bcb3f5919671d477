'use client';

import { type KeyboardEvent, useRef } from 'react';
import { formatNumber, formatPercent } from '@/lib/format/format';
import styles from './Epochs.module.css';
import type { Read, Reading } from './readings';

interface Props {
  readonly readings: readonly Reading[];
  readonly chosen: number;
  onEpoch(epoch: number): void;
}

const KEYS: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1, Home: -1e9, End: 1e9 };

/** Both runs epoch by epoch. The arrow keys walk from row to row and take the charts' cursor along. */
export function EpochTable({ readings, chosen, onEpoch }: Props) {
  const body = useRef<HTMLTableSectionElement>(null);
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
    <table className={styles.table}>
      <caption>Every epoch of both runs, with what its numbers show</caption>
      <thead>
        <tr>
          <th scope="col">Epoch</th>
          <th scope="col">Textbook</th>
          <th scope="col">Observation</th>
          <th scope="col">Training</th>
          <th scope="col">Held-out</th>
          <th scope="col">Observation</th>
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
                <span className={styles.pickWord}>Epoch </span>
                {epoch}
              </button>
            </th>
            <Figures of="Textbook" loss={textbook?.point.loss} accuracy={textbook?.point.accuracy} />
            <Says read={textbook} />
            <Figures of="Training" loss={measured?.point.loss} accuracy={measured?.point.accuracy} />
            <Figures
              of="Held-out"
              loss={measured?.point.heldOutLoss}
              accuracy={measured?.point.heldOutAccuracy}
            />
            <Says read={measured} />
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
        <span className={styles.none}>none</span>
      ) : (
        <>
          <span className="number">
            <span className="visually-hidden">loss </span>
            {formatNumber(loss, 2)}
          </span>
          <span className="number">
            <span className="visually-hidden">accuracy </span>
            {formatPercent(accuracy)}
          </span>
        </>
      )}
    </td>
  );
}

function Says({ read }: { read: Read | null }) {
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
