'use client';

import { useMemo } from 'react';
import { Rich } from '@/components/site/Rich';
import { useClassWord, usePipeline, useTrace } from '@/components/state/hooks';
import { formatNumber, formatPercent, formatTenths } from '@/lib/format/format';
import { type Ledger, ledgerOf, restOf } from '@/lib/what-if/ledger';
import words from '@/words/ledger';
import { useWhatIf } from './use-what-if';
import styles from './WhatIf.module.css';

/** How many units the ledger lists. */
const CAUSES = 5;

/** What changed: the probabilities, and through which channels and units. */
export function LedgerView() {
  const classWord = useClassWord();
  const pipeline = usePipeline();
  const original = useWhatIf((state) => state.original);
  // Follows complete traces instead of every frame: nobody reads a ledger that fast.
  const trace = useTrace();
  const changed = trace?.complete ? trace : null;
  const ledger = useMemo(
    () => (original && changed ? ledgerOf(pipeline, original, changed) : null),
    [pipeline, original, changed],
  );
  const { classes } = pipeline.architecture;
  return (
    <section aria-labelledby="ledger" className={styles.ledger}>
      <h2 id="ledger">{words.title()}</h2>
      <div className={styles.sheets}>
        <table className={`table ${styles.table}`}>
          <caption>{words.caption()}</caption>
          <thead>
            <tr>
              <th scope="col">{words.class()}</th>
              <th scope="col">{words.was()}</th>
              <th scope="col">{words.is()}</th>
              <th scope="col">{words.change()}</th>
            </tr>
          </thead>
          <tbody className="number">
            {classes.map((name, unit) => {
              const one = ledger?.classes.find((change) => change.unit === unit);
              return (
                <tr key={name} data-most={ledger?.logit?.unit === unit}>
                  <th scope="row">{classWord(name)}</th>
                  <td>{one ? formatPercent(one.before) : '…'}</td>
                  <td>{one ? formatPercent(one.after) : '…'}</td>
                  <td>{one ? points(one.after - one.before) : '…'}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
        <div>{ledger?.logit ? <Why ledger={ledger} classes={classes} /> : <p>{words.none()}</p>}</div>
      </div>
    </section>
  );
}

const signed = (value: number) => `${value > 0 ? '+' : ''}${formatNumber(value)}`;

/** A change of a probability in percentage points, with one decimal like the probabilities themselves. */
const points = (change: number) =>
  Math.abs(change) < 0.0005 ? '0' : `${change > 0 ? '+' : ''}${formatTenths(change * 100)}`;

function Why({
  ledger: { logit, stages },
  classes,
}: {
  readonly ledger: Ledger;
  readonly classes: readonly string[];
}) {
  const classWord = useClassWord();
  if (!logit) return null;
  const listed = logit.causes.slice(0, CAUSES);
  const rest = restOf(logit, CAUSES);
  return (
    <>
      <p>
        <Rich
          text={words.logit({ name: classWord(classes[logit.unit]), change: signed(logit.change) })}
          tags={{ change: (text) => <b className="number">{text}</b> }}
        />
      </p>
      <ul className="number">
        {listed.map(({ unit, change }) => (
          <li key={unit}>{words.unit({ change: signed(change), unit })}</li>
        ))}
        <li>{words.others({ change: signed(rest) })}</li>
      </ul>
      <p>{words.onTheWay()}</p>
      <ul className="number">
        {stages.map(({ stage, channel, largest, maps }) => (
          <li key={stage}>
            {words.onAverage({
              stage,
              channel,
              kind: maps ? 'maps' : 'vector',
              amount: formatNumber(largest),
            })}
          </li>
        ))}
      </ul>
    </>
  );
}
