'use client';

import { type CSSProperties, Fragment } from 'react';
import { ProbabilityBars } from '@/components/charts/ProbabilityBars';
import { barLength } from '@/components/charts/share';
import { SaveImage } from '@/components/controls/SaveImage';
import { useClassWord } from '@/components/state/hooks';
import { formatNumber } from '@/lib/format/format';
import type { StageTrace } from '@/lib/network/trace';
import words from '@/words/pinned';
import styles from './Pinned.module.css';
import type { Pinned } from './use-pinned';

interface Props {
  readonly pinned: Pinned;
  readonly classes: readonly string[];
  readonly before: StageTrace | null;
  readonly now: StageTrace | null;
  /** Opens the arithmetic of a class's probability, for the pinned epoch or the displayed one. */
  onOpen(unit: number, of: 'pinned' | null): void;
}

/** The probabilities of the pinned epoch beside the displayed ones, or the change of each in points. */
export function PinnedAnswers({ pinned, classes, before, now, onOpen }: Props) {
  if (pinned.how === 'difference') return <Points {...{ pinned, classes, before, now }} />;
  const sides = [
    { name: words.pinnedName({ name: pinned.name }), trace: before, of: 'pinned' as const },
    { name: pinned.shownName, trace: now, of: null },
  ];
  return (
    <figure
      className={styles.planes}
      aria-label={words.bothAnswers({ epoch: pinned.epoch, shown: pinned.shown })}
    >
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
      <SaveImage />
    </figure>
  );
}

/** "+12.3", in percentage points. */
const pointsOf = (change: number): string => `${change > 0 ? '+' : ''}${formatNumber(change * 100, 1)}`;

function Points({ pinned, classes, before, now }: Omit<Props, 'onOpen'>) {
  const classWord = useClassWord();
  const what = words.points({ epoch: pinned.epoch, shown: pinned.shown });
  return (
    <figure className={styles.answers} aria-label={what}>
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
      <figcaption>
        {what}
        <SaveImage />
      </figcaption>
    </figure>
  );
}
