import { ProbabilityBars } from '@/components/charts/ProbabilityBars';
import { useDataSet, useTrace } from '@/components/state/hooks';
import type { Pipeline } from '@/lib/network/pipeline';
import type { Trace } from '@/lib/network/trace';
import { trainAttempt } from '@/lib/store/explore/try-it';
import words from '@/words/try-it';
import styles from './TryIt.module.css';
import { useTryIt } from './use-try-it';
import { trainedWords, trainWords, weightWords } from './words';

/** The prediction of the network in the code, beside the learner's own; and its training for one epoch. */
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
      <p className="status">{trace && weightWords(kept, fresh, trained !== null)}</p>
      <div className={styles.answers}>
        <section>
          <h3>{words.inCode()}</h3>
          <ProbabilityBars
            classes={classes}
            probabilities={answerOf(trace)}
            label={words.inCodeProbabilities()}
          />
        </section>
        <section>
          <h3>{words.yourNetwork()}</h3>
          <ProbabilityBars
            classes={classes}
            probabilities={answerOf(own)}
            label={words.yourProbabilities()}
          />
        </section>
      </div>
      <TrainOnce ready={trace !== null} />
    </>
  );
}

function TrainOnce({ ready }: { readonly ready: boolean }) {
  const { counts } = useDataSet();
  const training = useTryIt((state) => state.training);
  const trained = useTryIt((state) => state.trained);
  const trouble = useTryIt((state) => state.trouble);
  const able = ready && training === null;
  const statusText =
    trouble ?? (trained && trainedWords(trained.loss, trained.accuracy, trained.heldOutAccuracy));
  return (
    <>
      <p className={`button-row ${styles.tools}`}>
        <button
          type="button"
          className="button"
          aria-disabled={!able}
          onClick={() => able && void trainAttempt()}
        >
          {words.trainOnce()}
        </button>
        <progress value={training ?? 0} data-idle={training === null} aria-label={words.training()} />
      </p>
      <p role="status" className="status">
        {statusText ?? trainWords(counts.training)}
      </p>
    </>
  );
}
