'use client';

import { followedOn, followedUnit } from '@/components/figures/followed';
import { useLearner, useNetwork, useStage, useTrace } from '@/components/state/hooks';
import { explain } from '@/lib/provenance/explain';
import { type Cell, isMap } from '@/lib/tensor/tensor';
import styles from './Lesson.module.css';
import { WorkedSum } from './WorkedSum';

/** One value of the learner's own picture, worked out with the engine's real numbers. It follows the chosen cell. */
export function WorkedExample({ of }: { readonly of: string }) {
  const { stage, trace: output } = useStage(of);
  const pipeline = useNetwork((view) => view.pipeline);
  const trace = useTrace();
  const channel = useLearner((state) => state.channel);
  const chosen = useLearner((state) => state.cell);
  if (!trace || !output) return <p className={styles.waiting}>The network is on its way.</p>;

  const shape = stage.output;
  let cell: Cell;
  if (isMap(shape)) {
    const place = followedOn(shape, output, channel, chosen);
    cell = [place.row, place.column, place.channel];
  } else cell = [followedUnit(shape[0], output, chosen)];

  if (stage.weights && !trace.weights[of])
    return <p className={styles.waiting}>The weights of this layer are on their way.</p>;
  const explained = explain(pipeline, trace, trace.weights, of, cell);
  return (
    <div className={styles.worked}>
      {explained.ok ? (
        <WorkedSum stage={stage} pipeline={pipeline} explanation={explained.value} />
      ) : (
        <p className={styles.waiting}>{explained.problem.sentence}</p>
      )}
    </div>
  );
}
