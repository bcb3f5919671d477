import type { TakenHome } from '@/lib/interchange/write/bundle';
import { OWN } from '@/lib/network/handle';
import { fail, ok, type Result } from '@/lib/result';
import { engineStore } from '@/lib/store/engine/engine';
import { runsStore } from '@/lib/store/runs/runs';
import { subjectStore } from '@/lib/store/subject/subject';
import { traceStore } from '@/lib/store/trace/trace';
import { trainingStore } from '@/lib/store/training/training';
import words from '@/words/take-home';
import { sourceOf } from './sources';

/**
 * The current network with its weights, and the chosen image's stages as these very weights compute them. Fails where
 * there is no engine, or it answers nothing.
 */
export async function gather(): Promise<Result<TakenHome>> {
  const { client, problem } = engineStore.getState();
  if (!client) return fail(problem?.sentence ?? words.starting());
  const { subject, pipeline } = subjectStore.getState();
  const { image } = traceStore.getState();
  const weights = await client.weights(OWN, 'exact');
  if (!weights.ok) return weights;
  // A trace brings the weights that computed it: while a network is trained they are others a moment later.
  const trace = image ? await client.trace(OWN, image.pixels, 'whole') : null;
  if (trace && !trace.ok) return trace;
  const whole = trace?.value.complete ? trace.value : null;
  const complete = whole?.weights ?? weights.value;
  if (pipeline.stages.some((stage) => stage.weights && !complete[stage.id])) return fail(words.starting());
  const { own } = runsStore.getState();
  const training = trainingStore.getState();
  return ok({
    pipeline,
    weights: complete,
    stages: whole?.stages ?? [],
    run: own,
    settings: training.epochs.length > 0 ? training.settings : null,
    source: sourceOf(subject.dataSet.id),
    now: Date.now() / 1000,
  });
}
