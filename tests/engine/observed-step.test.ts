import * as tf from '@tensorflow/tfjs-core';
import { randomInt, randomLcg } from 'd3-random';
import { expect, test } from 'vitest';
import type { StepReport } from '@/lib/engine/examine-protocol';
import { entriesOf } from '@/lib/kinds/parts/weights';
import type { Layer, WeightPlace } from '@/lib/kinds/types';
import type { Architecture } from '@/lib/network/architecture';
import { OWN } from '@/lib/network/handle';
import type { Pipeline } from '@/lib/network/pipeline';
import type { TrainingSettings } from '@/lib/network/settings';
import { inFull } from '@/lib/network/settings';
import { listParameters } from '@/lib/network/weights';
import { explainGradient } from '@/lib/provenance/gradient';
import { optimizerStep } from '@/lib/provenance/optimizer-step';
import { must } from '@/lib/result';
import { parameterOf } from '../unit/support/parameters';
import { sentenceOf } from '../unit/support/result';
import { found } from './support/orders';
import { isOf, SETTINGS, SMALL, smallEngine } from './support/small';

const RUN: TrainingSettings = { ...SETTINGS, images: 200, epochs: 3 };

/** Some weights of every layer that has any, including the first and the last. */
function someWeights(
  pipeline: Pipeline,
  seed: number,
): readonly (WeightPlace & { readonly stage: string })[] {
  const random = randomLcg(seed);
  return pipeline.stages.flatMap(({ id, weights }) =>
    weights
      ? entriesOf(weights).flatMap(([part, { shape, trained }]) =>
          !trained
            ? []
            : [
                { stage: id, part, index: shape.map(() => 0) },
                { stage: id, part, index: shape.map((n) => n - 1) },
                ...Array.from({ length: 8 }, () => {
                  return { stage: id, part, index: shape.map((n) => randomInt.source(random)(n)()) };
                }),
              ],
        )
      : [],
  );
}

const near = (a: number, b: number, added = 0) =>
  expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-5 + 1e-4 * Math.max(Math.abs(b), added));

type Small = Awaited<ReturnType<typeof smallEngine>>;

/** Compares the arithmetic of the observed step with the engine's own numbers; returns the weights after it. */
async function explained({ trainer, engine }: Small, report: StepReport) {
  const pipeline = engine.network.model?.pipeline;
  if (!pipeline) throw new Error('no network');
  const { settings, rate, remembered: steps, images } = report;
  const after: { readonly place: WeightPlace; readonly stage: string; readonly value: number }[] = [];
  for (const place of someWeights(pipeline, 5)) {
    const seen = must(await found(trainer, OWN, { name: 'stepWeight', stage: place.stage, place }));
    const stage = pipeline.stages.find(({ id }) => id === place.stage);
    if (!stage) throw new Error('no stage');
    const explanation = must(explainGradient(stage, place, { images: images.length, ...seen }));
    const added = explanation.images.reduce(
      (sum, one) => sum + one.products.reduce((all, x) => all + Math.abs(x), 0),
      0,
    );
    near(explanation.gradient, seen.gradient, added * 0.01);
    const pull = place.part === 'kernel' ? 2 * inFull(settings).l2 : 0;
    const { before: weight, gradient, remembered } = seen;
    const step = optimizerStep(settings.optimizer, { weight, gradient, remembered, steps, rate, pull });
    near(step.after, seen.after);
    after.push({ place, stage: place.stage, value: seen.after });
  }
  return after;
}

const CASES: readonly TrainingSettings[] = [
  { ...RUN, optimizer: 'sgd', learningRate: 0.05 },
  { ...RUN, optimizer: 'momentum', learningRate: 0.01, l2: 0.01 },
  { ...RUN, optimizer: 'rmsprop' },
  { ...RUN, optimizer: 'adam', dropout: 0.3, mirror: true, shift: 2, schedule: 'cosine' },
];

/** Without a bias before the normalization, which would cancel it. */
const NORMALIZED: Architecture = {
  ...SMALL,
  name: 'normalized',
  layers: SMALL.layers.flatMap((layer): readonly Layer[] => {
    if (layer.kind === 'conv2d')
      return [
        { ...layer, activation: 'linear', bias: false },
        { id: 'norm', kind: 'batchNormalization', epsilon: 0.001, momentum: 0.9 },
        { id: 'bend', kind: 'activation', activation: 'leakyRelu', slope: 0.1 },
      ];
    if (layer.kind === 'flatten')
      return [
        { id: 'drop', kind: 'dropout', share: 0.2 },
        { id: 'mean', kind: 'globalAveragePool' },
      ];
    return [layer];
  }),
};

for (const [settings, architecture] of [
  ...CASES.map((settings) => [settings, SMALL] as const),
  [{ ...RUN, optimizer: 'adam' }, NORMALIZED],
] as const)
  test(`${settings.optimizer}, ${architecture.name}: the next step of a paused run is explained, and is the one it then takes`, async () => {
    const small = await smallEngine(architecture);
    await small.orders.epoch(settings);
    await small.until(isOf('paused'));
    await small.orders.step(settings);
    await small.until((event): event is typeof event => event.type === 'batch' && event.epoch === 2);
    await small.orders.pause();
    const tensors = tf.memory().numTensors;
    const weights = must(await small.engine.weights(OWN));
    const report = must(await found(small.trainer, OWN, { name: 'step', settings: settings }));
    expect(must(await small.engine.weights(OWN))).toEqual(weights);
    expect(tf.memory().numTensors).toBe(tensors);
    expect(report).toMatchObject({ ofRun: true, network: { step: 5 }, settings });
    expect(report.images).toHaveLength(50);
    const after = await explained(small, report);
    const before = small.losses().length;
    await small.orders.step(settings);
    await small.until((event): event is typeof event => event.type === 'batch' && event.step === 6);
    await small.orders.pause();
    expect(small.losses()[before]).toBe(report.loss);
    const taken = must(await small.engine.weights(OWN));
    for (const { place, stage, value } of after) {
      const { shape, values } = parameterOf(taken[stage], place.part);
      expect(values[place.index.reduce((flat, n, axis) => flat * shape[axis] + n, 0)]).toBe(value);
    }
    // What is measured in training changes with each step that is taken.
    for (const [name, { values }] of listParameters(weights))
      if (/moving/.test(name)) expect(new Map(listParameters(taken)).get(name)?.values).not.toEqual(values);
    await small.orders.stop();
  });

test('observing a step changes nothing in the run', async () => {
  const plain = await smallEngine();
  must(await plain.orders.begin({ ...RUN, epochs: 2 }));
  await plain.until(isOf('finished'));
  const losses = plain.losses();
  const watched = await smallEngine();
  await watched.orders.epoch({ ...RUN, epochs: 2 });
  await watched.until(isOf('paused'));
  must(await found(watched.trainer, OWN, { name: 'step', settings: RUN }));
  must(await watched.orders.resume());
  await watched.until(isOf('finished'));
  expect(watched.losses()).toEqual(losses);
});

test('without a run it is a first step, also from a recorded epoch; a run in training is left alone', async () => {
  const small = await smallEngine();
  const first = must(await found(small.trainer, OWN, { name: 'step', settings: RUN }));
  expect(first).toMatchObject({ ofRun: false, remembered: 0 });
  await explained(small, first);
  expect(
    sentenceOf(
      await found(small.trainer, OWN, {
        name: 'stepWeight',
        stage: 'conv1',
        place: { part: 'kernel', index: [0, 0, 0, 9] },
      }),
    ),
  ).toMatch(/has no weight \[0, 0, 0, 9\]/);
  must(await small.orders.begin({ ...RUN, epochs: 2 }));
  expect(sentenceOf(await found(small.trainer, OWN, { name: 'step', settings: RUN }))).toMatch(
    /^Training is under way/,
  );
  await small.until(isOf('finished'));
  const past = must(await found(small.trainer, { run: 'own', epoch: 1 }, { name: 'step', settings: RUN }));
  expect(past).toMatchObject({ ofRun: false, network: { epoch: 1 } });
  await explained(small, past);
});
