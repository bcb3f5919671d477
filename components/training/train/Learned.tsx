import { maxIndex, minIndex } from 'd3-array';
import Link from 'next/link';
import { useRef } from 'react';
import { useClassWord, useDataSet } from '@/components/state/hooks';
import { formatCount, formatNumber, formatPercent } from '@/lib/format/format';
import { classAccuracies } from '@/lib/run/class-accuracy';
import { epochToKeep, hasRunDry } from '@/lib/run/early-stopping';
import type { TrainingView } from '@/lib/store/training/training-view';
import words from '@/words/train';
import styles from './Train.module.css';
import { usePointedOut } from './use-pointed-out';

/** At the end of a run: what the network learned, in its own measurements, and where to read on. */
export function Learned({ view }: { view: Pick<TrainingView, 'phase' | 'settings' | 'epochs' | 'labels'> }) {
  const { counts } = useDataSet();
  const head = useRef<HTMLDivElement>(null);
  usePointedOut(head, view.phase);
  const { epochs, settings } = view;
  const kept = view.phase === 'finished' ? epochToKeep({ settings, epochs }) : null;
  const [first, last] = [epochs.at(0), epochs.find(({ epoch }) => epoch === kept) ?? epochs.at(-1)];
  const ended = view.phase === 'finished' || view.phase === 'stopped';
  if (!ended || !first || !last || epochs.length < 2) return null;
  return (
    <section className={styles.learned} aria-labelledby="learned">
      <div ref={head} className={styles.learnedHead}>
        <h2 id="learned">{words.learned()}</h2>
        <Link href="/epochs/" className="button" prefetch={false}>
          {words.readEpochs()}
        </Link>
      </div>
      {view.phase === 'finished' && settings.patience && (
        <p>
          {words.stoppedEarly({
            early: hasRunDry({ settings, epochs }) ? 'yes' : 'no',
            waited: settings.patience,
            best: last.epoch,
            loss: formatNumber(last.heldOutLoss, 2),
          })}
        </p>
      )}
      {last !== first && (
        <p>
          {words.learnedShares({
            epoch: last.epoch,
            from: formatPercent(first.accuracy),
            to: formatPercent(last.accuracy),
            heldOut: formatPercent(last.heldOutAccuracy),
            count: formatCount(counts.heldOut),
            test: last.testAccuracy === undefined ? 'none' : formatPercent(last.testAccuracy),
          })}{' '}
          <ByClass labels={view.labels?.heldOut ?? []} answers={last.answers.heldOut} />
        </p>
      )}
    </section>
  );
}

interface ByClassProps {
  readonly labels: readonly number[];
  readonly answers: readonly number[];
}

/** The class that is recognized most often, and the one that is recognized least. */
function ByClass({ labels, answers }: ByClassProps) {
  const classWord = useClassWord();
  const { classes } = useDataSet();
  const shares = classAccuracies(labels, answers, classes.length);
  const [best, worst] = [maxIndex(shares), minIndex(shares)];
  if (best < 0 || best === worst) return null;
  return words.learnedClasses({
    best: classWord(classes[best]),
    bestShare: formatPercent(shares[best]),
    worst: classWord(classes[worst]),
    worstShare: formatPercent(shares[worst]),
  });
}
