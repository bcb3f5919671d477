/** One training step of the reference network with each optimizer: the arithmetic of its weights next to the engine's. */
import * as tf from '@tensorflow/tfjs-core';
import { referencePipeline } from '@/lib/course/reference';
import { COURSE } from '@/lib/course/subject';
import { loadImages } from '@/lib/data/image-loader';
import { ObservedStep } from '@/lib/engine/training/observed-step';
import { Run } from '@/lib/engine/training/run';
import { Model } from '@/lib/engine/worker/model';
import { entriesOf } from '@/lib/kinds/parts/weights';
import type { WeightPlace } from '@/lib/kinds/types';
import type { Stage } from '@/lib/network/pipeline';
import type { TrainingSettings } from '@/lib/network/settings';
import { inFull, OPTIMIZERS } from '@/lib/network/settings';
import type { WeightSet } from '@/lib/network/weights';
import { explainGradient } from '@/lib/provenance/gradient';
import { optimizerStep } from '@/lib/provenance/optimizer-step';
import { must } from '@/lib/result';
import type { Draw } from './provenance-pass';
import type { Tallies } from './provenance-tally';

const EACH = 12;
const BATCH = 32;

/** Adam and momentum have earlier steps in their state, and L2 and dropout are covered. */
const settingsOf = (optimizer: TrainingSettings['optimizer']): TrainingSettings => ({
  optimizer,
  learningRate: 0.001,
  batchSize: BATCH,
  epochs: 1,
  seed: 3,
  ...(optimizer === 'adam' && { dropout: 0.2 }),
  ...(optimizer === 'momentum' && { l2: 0.001 }),
});

export async function checkSteps(weights: WeightSet, tallies: Tallies, draw: Draw): Promise<void> {
  const images = must(await loadImages(COURSE.dataSet));
  for (const optimizer of OPTIMIZERS) {
    const settings = settingsOf(optimizer);
    const model = new Model(referencePipeline);
    must(model.load(weights));
    const run = new Run(model, settings, images);
    for (let step = 0; step < 3; step++) await run.step();
    const upcoming = run.next();
    const state = await run.optimizer.remember();
    const taken = must(
      await ObservedStep.take({ model, weights: await model.weights(), settings, state, upcoming }),
    );
    for (const stage of referencePipeline.stages)
      for (const place of somePlaces(stage, draw)) checkWeight(taken, stage, place, settings, tallies);
    tf.dispose([upcoming.batch.images, upcoming.batch.labels]);
    run.dispose();
    model.dispose();
  }
}

const somePlaces = ({ weights }: Stage, draw: Draw): readonly WeightPlace[] =>
  Array.from({ length: weights ? EACH : 0 }, (_, at) => {
    const trained = entriesOf(weights ?? {}).filter(([, spec]) => spec.trained);
    // Three out of four come from the first parameter, which has most of the numbers.
    const [part, { shape }] = trained[at % 4 === 3 ? trained.length - 1 : 0];
    return { part, index: shape.map((n) => draw(n)) };
  });

function checkWeight(
  taken: ObservedStep,
  stage: Stage,
  place: WeightPlace,
  settings: TrainingSettings,
  tallies: Tallies,
): void {
  const where = `${settings.optimizer}, ${stage.id} ${place.part} [${place.index}]`;
  const seen = must(taken.weight(stage.id, place));
  const explanation = must(explainGradient(stage, place, { images: BATCH, ...seen }));
  tallies.near('weight gradients are TensorFlow.js’s', explanation.gradient, seen.gradient, where);
  const { before: weight, gradient, remembered } = seen;
  const pull = place.part === 'kernel' ? 2 * inFull(settings).l2 : 0;
  const rate = settings.learningRate;
  const step = optimizerStep(settings.optimizer, { weight, gradient, remembered, steps: 3, rate, pull });
  tallies.near('optimizer steps end at the weight after', step.after, seen.after, where);
}
