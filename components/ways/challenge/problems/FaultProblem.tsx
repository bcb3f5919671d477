'use client';

import { useImage } from '@/components/state/hooks';
import { EvidencePanels } from '@/components/training/faults/EvidencePanels';
import { Suspicions } from '@/components/training/faults/Suspicions';
import type { Case, Evidence } from '@/lib/challenges/faults/evidence';
import type { Suspicion } from '@/lib/challenges/faults/suspicions';
import { suspicionOf } from '@/lib/challenges/faults/suspicions';
import type { Verdict } from '@/lib/challenges/problem';
import { ok } from '@/lib/result';
import words from '@/words/problem-fault';
import type { BodyProps } from '../bench';
import styles from '../Challenge.module.css';

const MOST_CASES = 9999;

interface Props extends BodyProps {
  /** The stages whose maps are shown, by their ids. */
  readonly lookedAt: readonly string[];
  caseOf(suspicion: Suspicion, seed: number): Case;
  check(answer: Suspicion, fault: Suspicion, evidence: Evidence): Verdict;
}

/** A run with a possible fault, to be diagnosed. */
export function FaultProblem({ trainer, judge, lookedAt, caseOf, check }: Props) {
  const ready = useImage() !== null;
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
      <p className={`button-row ${styles.tools}`}>
        <button
          type="button"
          className={evidence ? 'button-quiet' : 'button'}
          aria-disabled={blocked}
          onClick={begin}
        >
          {evidence ? words.trainAnother() : words.train()}
        </button>
      </p>
      <p role="status" className="status">
        {training?.phase === 'running' ? words.trained() : training?.sentence}
      </p>
      {evidence && (
        <>
          <EvidencePanels lookedAt={lookedAt} evidence={evidence} />
          <Suspicions
            key={number}
            locked={false}
            waiting={false}
            onAnswer={(answer) => judge(ok(check(answer, suspicionOf(number), evidence)))}
          />
        </>
      )}
    </>
  );
}
