'use client';

import { useClassWord } from '@/components/state/hooks';
import type { Pipeline } from '@/lib/network/pipeline';
import type { Trace } from '@/lib/network/trace';
import { locate } from '@/lib/provenance/locate';
import type { Step } from '@/lib/provenance/path';
import { valueAt } from '@/lib/tensor/tensor';
import words from '@/words/inspector';
import { stepName, stepSentence } from './names';
import styles from './TracePath.module.css';

interface Props {
  readonly path: readonly Step[];
  readonly pipeline: Pipeline;
  readonly trace: Trace | null;
  /** Returns to the value with this many steps of the path. */
  onTurn(length: number): void;
}

/** The value at a step; null while it does not exist. */
function valueOn(
  { stage, cell }: Step,
  { pipeline, trace }: Pick<Props, 'pipeline' | 'trace'>,
): number | null {
  const traced = trace?.stages.find((one) => one.stage === stage);
  return traced && locate(pipeline, stage, cell).ok ? (valueAt(traced, cell) ?? null) : null;
}

/**
 * The values inspected so far, in short notation with full sentences for screen readers; each is a link back.
 */
export function TracePath({ path, pipeline, trace, onTurn }: Props) {
  const classWord = useClassWord();
  return (
    <nav aria-label={words.path()}>
      <ol className={styles.path}>
        {path.map((step, at) => {
          const open = at === path.length - 1;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a path may contain a value twice
            <li key={`${at} ${step.stage} ${step.cell}`}>
              <button
                type="button"
                className="button-text"
                aria-current={open ? 'step' : undefined}
                disabled={open}
                onClick={() => onTurn(at + 1)}
              >
                <span aria-hidden="true">{stepName(step, pipeline, classWord)}</span>
                <span className="visually-hidden">
                  {stepSentence(
                    step,
                    { first: at === 0, value: valueOn(step, { pipeline, trace }) },
                    pipeline,
                    classWord,
                  )}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
