'use client';

import { type CSSProperties, Fragment } from 'react';
import { ProbabilityBars } from '@/components/charts/ProbabilityBars';
import { barLength } from '@/components/charts/share';
import { useClassWord } from '@/components/state/hooks';
import { formatNumber } from '@/lib/format/format';
import type { StageTrace } from '@/lib/network/trace';
import words from '@/words/held';
import styles from './Held.module.css';
import type { Held } from './use-held';

interface Props {
  readonly held: Held;
  readonly classes: readonly string[];
  readonly before: StageTrace | null;
  readonly now: StageTrace | null;
  /** How a class came to its probability is asked for, of the epoch held or of the one shown. */
  onOpen(unit: number, of: 'held' | null): void;
}

/** The probabilities of the held epoch beside those shown, or by how many points each went up or down. */
export function HeldAnswers({ held, classes, before, now, onOpen }: Props) {
  if (held.how === 'difference') return <Points {...{ held, classes, before, now }} />;
  const sides = [
    { name: words.heldName({ name: held.name }), trace: before, of: 'held' as const },
    { name: held.shownName, trace: now, of: null },
  ];
  return (
    <div className={styles.planes}>
      {sides.map(({ name, trace, of }) => (
        <figure key={name} className={styles.answers}>
          <ProbabilityBars
            classes={classes}
            probabilities={trace?.values ?? null}
            label={words.probabilities({ name })}
            onOpen={(unit) => onOpen(unit, of)}
          />
          <figcaption>{name}</figcaption>
        </figure>
      ))}
    </div>
  );
}

/** "+12.3", in hundredths of the whole. */
const pointsOf = (change: number): string => `${change > 0 ? '+' : ''}${formatNumber(change * 100, 1)}`;

function Points({ held, classes, before, now }: Omit<Props, 'onOpen'>) {
  const classWord = useClassWord();
  return (
    <figure className={styles.answers}>
      <dl className={styles.points}>
        {classes.map((name, unit) => {
          const change = before && now ? now.values[unit] - before.values[unit] : null;
          return (
            <Fragment key={name}>
              <dt>{classWord(name)}</dt>
              <dd>
                <span
                  className={styles.point}
                  data-sign={Math.sign(change ?? 0)}
                  style={{ '--share': barLength(Math.abs(change ?? 0) / 2) } as CSSProperties}
                  aria-hidden="true"
                />
                <span className="number">{change === null ? '\u00a0' : pointsOf(change)}</span>
              </dd>
            </Fragment>
          );
        })}
      </dl>
      <figcaption>{words.points({ epoch: held.epoch, shown: held.shown })}</figcaption>
    </figure>
  );
}
