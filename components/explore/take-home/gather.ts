import type { TakenHome } from '@/lib/interchange/write/bundle';
import { OWN, type RunName } from '@/lib/network/handle';
import type { DataSet, Subject } from '@/lib/network/subject';
import { fail, ok, type Result } from '@/lib/result';
import { loadShippedRun } from '@/lib/run/log';
import { engineStore } from '@/lib/store/engine/engine';
import { runsStore } from '@/lib/store/runs/runs';
import { subjectStore } from '@/lib/store/subject/subject';
import { traceStore } from '@/lib/store/trace/trace';
import { trainingStore } from '@/lib/store/training/training';
import words from '@/words/take-home';

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
  return ok({
    pipeline,
    weights: complete,
    stages: whole?.stages ?? [],
    run: own,
    settings: await settingsOf(subject, own?.run ?? null),
    source: sourceOf(subject.dataSet),
    dataSet: subject.dataSet.id,
    now: Date.now() / 1000,
  });
}

/** How the weights were trained: in this browser, or before the site was published. Null where that isn't known. */
async function settingsOf(
  { shipped }: Pick<Subject, 'shipped'>,
  run: RunName | null,
): Promise<TakenHome['settings']> {
  const { epochs, settings } = trainingStore.getState();
  if (epochs.length > 0) return settings;
  const log = run === 'shipped' ? await loadShippedRun(shipped) : null;
  return log?.ok ? log.value.settings : null;
}

/** Where a data set's images come from, in English: the sentences stand in a notebook among code. */
const SOURCES: Readonly<Record<string, string>> = {
  emoji:
    'The images of this network were composed from emoji artwork by Pipeline Tracer, whose page “Images, fonts and libraries” names the artists. They ship with the site packed into three files, so save images of your own for each class.',
  mnist: 'MNIST, handwritten digits by Yann LeCun, Corinna Cortes and Christopher Burges.',
  cifar10: 'CIFAR-10, photographs collected by Alex Krizhevsky, Vinod Nair and Geoffrey Hinton.',
};

/** Where the images of a data set come from. */
const sourceOf = ({ id, images }: DataSet): string =>
  SOURCES[id] ??
  (images
    ? 'This network was trained on images of your own.'
    : 'This network came without images: collect some of the kind that it is for.');
