import { ProbabilityBars } from '@/components/charts/ProbabilityBars';
import { useTrace } from '@/components/state/hooks';
import type { Trace } from '@/lib/engine/protocol';
import type { Pipeline } from '@/lib/pipeline/pipeline';
import { trainAttempt } from '@/lib/state/try-it';
import styles from './TryIt.module.css';
import { useTryIt } from './use-try-it';
import { TRAIN_WORDS, trainedWords, weightWords } from './words';

/** What the network in the code answers, beside the learner's own; and its training for one epoch. */
export function TryAnswer({
  pipeline,
  trace,
}: {
  readonly pipeline: Pipeline;
  readonly trace: Trace | null;
}) {
  const own = useTrace();
  const kept = useTryIt((state) => state.kept);
  const trained = useTryIt((state) => state.trained);
  const { classes } = pipeline.architecture;
  const fresh = pipeline.stages.flatMap(({ id, weights }) => (weights && !kept.includes(id) ? [id] : []));
  const answerOf = (of: Trace | null) => (of?.complete ? (of.stages.at(-1)?.values ?? null) : null);
  return (
    <>
      <p className={styles.note}>{trace && weightWords(kept, fresh, trained !== null)}</p>
      <div className={styles.answers}>
        <section>
          <h3>The network in the code</h3>
          <ProbabilityBars
            classes={classes}
            probabilities={answerOf(trace)}
            label="Probabilities of the network in the code"
          />
        </section>
        <section>
          <h3>Your network</h3>
          <ProbabilityBars
            classes={classes}
            probabilities={answerOf(own)}
            label="Probabilities of your network"
          />
        </section>
      </div>
      <TrainOnce ready={trace !== null} />
    </>
  );
}

function TrainOnce({ ready }: { readonly ready: boolean }) {
  const training = useTryIt((state) => state.training);
  const trained = useTryIt((state) => state.trained);
  const trouble = useTryIt((state) => state.trouble);
  const able = ready && training === null;
  const said = trouble ?? (trained && trainedWords(trained.loss, trained.accuracy, trained.heldOutAccuracy));
  return (
    <>
      <p className={styles.tools}>
        <button
          type="button"
          className="button"
          aria-disabled={!able}
          onClick={() => able && void trainAttempt()}
        >
          Train it for one epoch
        </button>
        <progress
          value={training ?? 0}
          data-idle={training === null}
          aria-label="Training of the network in the code"
        />
      </p>
      <p role="status" className={styles.note}>
        {said ?? TRAIN_WORDS}
      </p>
    </>
  );
}
