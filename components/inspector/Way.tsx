'use client';

import type { Pipeline } from '@/lib/pipeline/pipeline';
import type { Step } from '@/lib/provenance/way';
import styles from './Inspector.module.css';
import { stepWords } from './words';

interface Props {
  readonly way: readonly Step[];
  readonly pipeline: Pipeline;
  /** Back to the value that is so many steps along the way. */
  onTurn(length: number): void;
}

/** The values inspected so far, from the first to the open one; each leads back to itself. */
export function Way({ way, pipeline, onTurn }: Props) {
  return (
    <nav aria-label="The way taken">
      <ol className={styles.way}>
        {way.map((step, at) => {
          const open = at === way.length - 1;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a way may pass a value twice
            <li key={`${at} ${step.stage} ${step.cell}`}>
              <button
                type="button"
                aria-current={open ? 'step' : undefined}
                disabled={open}
                onClick={() => onTurn(at + 1)}
              >
                {stepWords(step, pipeline)}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
