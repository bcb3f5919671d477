import type { TrainingPhase } from '@/lib/store/training/training-view';
import words from '@/words/train';
import { movesIn } from './phases';
import styles from './Train.module.css';

export interface Orders {
  /** The pointer or the focus has come to Start. */
  prepare(): void;
  start(): void;
  pause(): void;
  resume(): void;
  step(): void;
  epoch(): void;
  stop(): void;
  reset(): void;
  resetToNewSeed(): void;
}

interface Props {
  readonly phase: TrainingPhase;
  /** Whether another tab trains this run. */
  readonly elsewhere: boolean;
  readonly orders: Orders;
}

/** The same buttons in the same places in every phase; unavailable ones are disabled, but keep the focus. */
export function Controls({ phase, elsewhere, orders }: Props) {
  const moves = movesIn(phase, elsewhere);
  const { word, does } = moves.main;
  const prepare = () => does === 'start' && orders.prepare();
  return (
    <div className={styles.controls}>
      <button
        type="button"
        className="button"
        aria-disabled={does === null}
        onClick={() => does && orders[does]()}
        onPointerEnter={prepare}
        onFocus={prepare}
      >
        {word}
      </button>
      <Move word={words.stop()} on={moves.stop} act={orders.stop} />
      <Move word={words.oneStep()} on={moves.single} act={orders.step} />
      <Move word={words.oneEpoch()} on={moves.single} act={orders.epoch} />
      <Move word={words.reset()} on={moves.reset} act={orders.reset} />
      <Move word={words.newSeed()} on={moves.reset} act={orders.resetToNewSeed} />
    </div>
  );
}

function Move({ word, on, act }: { word: string; on: boolean; act(): void }) {
  return (
    <button type="button" className="button-quiet" aria-disabled={!on} onClick={() => on && act()}>
      {word}
    </button>
  );
}
