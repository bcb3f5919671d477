'use client';

import { useMemo } from 'react';
import { SaveImage } from '@/components/controls/SaveImage';
import { ScrollBox } from '@/components/site/ScrollBox';
import { useClassWord, useDataSet } from '@/components/state/hooks';
import { formatPercent } from '@/lib/format/format';
import type { ClassOfEach, EpochRecord } from '@/lib/network/run';
import { classAccuracies } from '@/lib/run/class-accuracy';
import words from '@/words/epoch-detail';
import styles from './Classes.module.css';
import detail from './Detail.module.css';

interface Props {
  readonly epochs: readonly EpochRecord[];
  readonly epoch: number;
  readonly labels: ClassOfEach;
}

const SETS = ['training', 'heldOut', 'test'] as const;
const WORD = { training: words.training, heldOut: words.heldOut, test: words.test };
const shareText = (share: number) => (Number.isNaN(share) ? words.none() : formatPercent(share));

/**
 * Each class's accuracy, epoch by epoch: a run's overall accuracy hides that some classes are learned early
 * and some late.
 */
export function ClassAccuracies({ epochs, epoch, labels }: Props) {
  const classWord = useClassWord();
  const { classes } = useDataSet();
  const shares = useMemo(
    () =>
      epochs.map(({ answers }) => {
        const of = (set: keyof ClassOfEach) =>
          classAccuracies(labels[set] ?? [], answers[set] ?? [], classes.length);
        return { training: of('training'), heldOut: of('heldOut'), test: of('test') };
      }),
    [epochs, labels, classes],
  );
  const sets = SETS.filter((set) => (labels[set]?.length ?? 0) > 0);
  const has = (set: (typeof SETS)[number]) => (sets.includes(set) ? 'yes' : 'no');
  const at = epochs.findIndex((record) => record.epoch === epoch);
  if (at < 0) return null;
  return (
    <section className={detail.detail} aria-labelledby="classes">
      <h2 id="classes">{words.classes()}</h2>
      <p className="column" style={{ marginInline: 0 }}>
        {words.classesText({ epoch, training: has('training'), test: has('test') })}
      </p>
      <figure aria-labelledby="classes">
        <ScrollBox label={[words.class(), ...sets.map((set) => WORD[set]())].join(', ')}>
          <table className={styles.classes}>
            <thead>
              <tr>
                <th scope="col">{words.class()}</th>
                {sets.map((set) => (
                  <th key={set} scope="col">
                    {WORD[set]()}
                  </th>
                ))}
                <th scope="col">
                  {words.reach({ first: epochs[0].epoch, last: epochs[epochs.length - 1].epoch })}
                </th>
              </tr>
            </thead>
            <tbody>
              {classes.map((name, own) => (
                <tr key={name}>
                  <th scope="row">{classWord(name)}</th>
                  {sets.map((set) => (
                    <td key={set} className="number">
                      {shareText(shares[at][set][own])}
                    </td>
                  ))}
                  <td>
                    <Ways
                      at={at}
                      ways={sets.map((set) => ({ set, shares: shares.map((share) => share[set][own]) }))}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
        <SaveImage />
      </figure>
    </section>
  );
}

interface WaysProps {
  /** One line per set: its shares, epoch by epoch. */
  readonly ways: readonly { readonly set: (typeof SETS)[number]; readonly shares: readonly number[] }[];
  readonly at: number;
}

/** A class's accuracy over the epochs, small. The table holds the numbers of the marked epoch. */
function Ways({ ways, at }: WaysProps) {
  const steps = Math.max(1, (ways[0]?.shares.length ?? 0) - 1);
  return (
    <svg className={styles.ways} viewBox={`0 0 ${steps} 1`} preserveAspectRatio="none" aria-hidden="true">
      <line x1={at} x2={at} y1={0} y2={1} className={styles.cursor} />
      {ways.map(({ set, shares }) => (
        <polyline
          key={set}
          data-set={set}
          points={shares.flatMap((share, x) => (Number.isNaN(share) ? [] : [`${x},${1 - share}`])).join(' ')}
        />
      ))}
    </svg>
  );
}
