'use client';

import { useNetwork } from '@/components/state/hooks';
import { EvidencePanels } from '@/components/training/faults/EvidencePanels';
import { Suspicions } from '@/components/training/faults/Suspicions';
import { checkFault } from '@/lib/course/challenges/fault';
import { caseOf } from '@/lib/course/faults/cases';
import { suspicionOf } from '@/lib/faults/suspicions';
import { ok } from '@/lib/result';
import words from '@/words/problem-fault';
import type { BodyProps } from '../bench';
import styles from '../Challenge.module.css';

const MOST_CASES = 9999;

/** A run in which something may be broken, to be read. */
export function FaultProblem({ trainer, judge }: BodyProps) {
  const ready = useNetwork(({ picture }) => picture !== null);
  const training = trainer.of('fault');
  const blocked = trainer.running !== null || !ready;
  const begin = () => {
    if (blocked) return;
    const next = 1 + Math.floor(Math.random() * MOST_CASES);
    trainer.start('fault', caseOf(suspicionOf(next), next));
  };
  const evidence = training?.evidence ?? null;
  // The number of a case is the seed of its run.
  const number = training?.wanted.settings.seed ?? 0;
  return (
    <>
      <p className={styles.tools}>
        <button
          type="button"
          className={evidence ? 'button-quiet' : 'button'}
          aria-disabled={blocked}
          onClick={begin}
        >
          {evidence ? words.trainAnother() : words.train()}
        </button>
      </p>
      <p role="status" className={styles.running}>
        {training?.phase === 'running' ? words.trained() : training?.sentence}
      </p>
      {evidence && (
        <>
          <EvidencePanels evidence={evidence} />
          <Suspicions
            key={number}
            locked={false}
            waiting={false}
            onAnswer={(answer) => judge(ok(checkFault(answer, suspicionOf(number), evidence)))}
          />
        </>
      )}
    </>
  );
}
