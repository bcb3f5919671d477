'use client';

import { useMemo } from 'react';
import { useNetwork, useTrace } from '@/components/state/hooks';
import { formatNumber, formatPercent } from '@/lib/format/format';
import { type Ledger, ledgerOf } from '@/lib/what-if/ledger';
import { useWhatIf } from './use-what-if';
import styles from './WhatIf.module.css';

/** Units named in the ledger. */
const CAUSES = 5;

/** What changed: the answers, and through which channels and units. */
export function LedgerView() {
  const pipeline = useNetwork((view) => view.pipeline);
  const original = useWhatIf((state) => state.original);
  // The store's trace is followed rather than every frame: nobody reads a ledger that fast.
  const trace = useTrace();
  const changed = trace?.complete ? trace : null;
  const ledger = useMemo(
    () => (original && changed ? ledgerOf(pipeline, original, changed) : null),
    [pipeline, original, changed],
  );
  const { classes } = pipeline.architecture;
  return (
    <section aria-labelledby="ledger" className={styles.ledger}>
      <h2 id="ledger">What changed</h2>
      <div className={styles.sheets}>
        <table className={`table ${styles.table}`}>
          <caption>The answers; the one that changed most stands out</caption>
          <thead>
            <tr>
              <th scope="col">class</th>
              <th scope="col">was</th>
              <th scope="col">is</th>
              <th scope="col">change</th>
            </tr>
          </thead>
          <tbody className="number">
            {classes.map((name, unit) => {
              const one = ledger?.classes.find((change) => change.unit === unit);
              return (
                <tr key={name} data-most={ledger?.logit?.unit === unit}>
                  <th scope="row">{name}</th>
                  <td>{one ? formatPercent(one.before) : '…'}</td>
                  <td>{one ? formatPercent(one.after) : '…'}</td>
                  <td>{one ? signed(one.after - one.before) : '…'}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
        <div>
          {ledger?.logit ? (
            <Why ledger={ledger} classes={classes} />
          ) : (
            <p>Change something, and here stands which channels carried the change to the answer.</p>
          )}
        </div>
      </div>
    </section>
  );
}

const signed = (value: number) => `${value > 0 ? '+' : ''}${formatNumber(value)}`;

function Why({
  ledger: { logit, stages },
  classes,
}: {
  readonly ledger: Ledger;
  readonly classes: readonly string[];
}) {
  if (!logit) return null;
  const told = logit.causes.slice(0, CAUSES);
  const rest = logit.causes.slice(CAUSES).reduce((sum, { change }) => sum + change, 0) + logit.bias;
  return (
    <>
      <p>
        The logit of {classes[logit.unit]} changed by <b className="number">{signed(logit.change)}</b>:
      </p>
      <ul className="number">
        {told.map(({ unit, change }) => (
          <li key={unit}>
            {signed(change)} through unit {unit}
          </li>
        ))}
        <li>{signed(rest)} through all others and the bias</li>
      </ul>
      <p>On the way, these changed most:</p>
      <ul className="number">
        {stages.map(({ stage, channel, largest }) => (
          <li key={stage}>
            {stage}: {channel}, by {formatNumber(largest)} on average
          </li>
        ))}
      </ul>
    </>
  );
}
