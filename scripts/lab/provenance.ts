/** Compares explanations, bills and gradients with the engine's own numbers, for `npm run check:provenance`. */
import { rulesOf } from '@/lib/kinds/registry';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import * as tf from '@tensorflow/tfjs-core';
import { expose } from 'comlink';
import { randomInt, randomLcg } from 'd3-random';
import { referencePipeline } from '@/lib/course/reference';
import { startWasm } from '@/lib/engine/backends/wasm-backend';
import { registerTrainingKernels } from '@/lib/engine/kernels/register-training';
import type { Model } from '@/lib/engine/worker/model';
import { batchOf } from '@/lib/engine/worker/trace-stages';
import type { StageTrace } from '@/lib/network/trace';
import type { WeightSet } from '@/lib/network/weights';
import { bill } from '@/lib/provenance/bill';
import { differenceBill } from '@/lib/provenance/difference';
import { explain } from '@/lib/provenance/explain';
import { must } from '@/lib/result';
import { withTwiceTheMeans } from '@/tests/unit/support/networks';
import { checkFields } from './provenance-fields';
import { type Draw, type Pass, passes, shippedWeights, someCells, through, traced } from './provenance-pass';
import { checkSteps } from './provenance-steps';
import { Tallies, type Tally } from './provenance-tally';

type Backend = 'wasm' | 'cpu';

async function checkSums(pass: Pass, tallies: Tallies, draw: Draw, count: number): Promise<void> {
  const { pipeline, weights, image, name } = pass;
  await through(pass, image, async (stages, model) => {
    for (const { id, cell } of someCells(pipeline, draw, count)) {
      const where = `${name}, ${id} (${cell})`;
      const explanation = must(explain(pipeline, { stages }, weights, id, cell));
      const { layer } = pipeline.stages.find((stage) => stage.id === id) ?? pipeline.stages[0];
      const winner = explanation.winner === undefined ? null : explanation.terms[explanation.winner].value;
      const sum = explanation.terms.reduce((all, { product }) => all + product, explanation.bias ?? 0);
      if (!rulesOf(layer).isSource)
        tallies.near('terms add up to the value', winner ?? sum, explanation.before, where);
      const { value, rounding } = must(bill(pipeline, { stages }, weights, id, cell));
      tallies.near('bills add up to the value', value - rounding, value, where);
    }
    checkDifferences(pass, stages, tallies);
    await checkGradients(pass, stages, model, tallies);
  });
}

/** The difference of each logit and the next one, added up at every stage. */
function checkDifferences(
  { pipeline, weights, name }: Pass,
  stages: readonly StageTrace[],
  tallies: Tallies,
): void {
  const { before, values } = stages[stages.length - 1];
  const logits = before ?? values;
  for (const unit of logits.keys()) {
    const other = (unit + 1) % logits.length;
    const { accounts, value } = must(differenceBill(pipeline, { stages }, weights, { unit, other }));
    // As exact as the logits themselves are held to be: their difference may be near 0.
    const allowed = 1e-4 * Math.max(Math.abs(logits[unit]), Math.abs(logits[other]), 0.1);
    for (const { stage, values: own, biases } of accounts)
      tallies.note(
        'differences of logits add up at every stage',
        Math.abs(own + biases - value) / allowed,
        `${name}, ${unit} and ${other} at ${stage.id}: ${own + biases} for ${value}`,
      );
  }
}

/** The logits' gradients to the image, next to TensorFlow.js's. */
async function checkGradients(
  pass: Pass,
  stages: readonly StageTrace[],
  model: Model,
  tallies: Tallies,
): Promise<void> {
  const { pipeline, weights, image, name } = pass;
  for (const unit of pipeline.architecture.classes.keys()) {
    const gradient = tf.tidy(() =>
      tf.grad((batch: tf.Tensor) => tf.slice(model.forward(batch as tf.Tensor4D), [0, unit], [1, 1]))(
        batchOf(model, image, 1),
      ),
    );
    const real = await gradient.data();
    gradient.dispose();
    const output = pipeline.stages[pipeline.stages.length - 1];
    const [account] = must(bill(pipeline, { stages }, weights, output.id, [unit])).accounts;
    real.forEach((one, at) => {
      if (at % 97 === unit)
        tallies.near(
          'gradients to pixels are TensorFlow.js’s',
          account.gradient[at],
          one,
          `${name}, unit ${unit}, pixel value ${at}`,
        );
    });
  }
}

/** Doubling the image, all biases and all means doubles every logit and its bill. */
async function checkDoubling(pass: Pass, tallies: Tallies): Promise<void> {
  const { pipeline, weights, name } = pass;
  const doubled: WeightSet = Object.fromEntries(
    Object.entries(weights).map(([id, { bias, ...others }]) => [
      id,
      bias ? { ...others, bias: { ...bias, values: bias.values.map((one) => 2 * one) } } : others,
    ]),
  );
  // Half of each byte, so that its double is a byte again.
  const half = pass.image.map((one) => one >> 1);
  const whole = half.map((one) => 2 * one);
  const once = await traced(pass, half);
  const moved = withTwiceTheMeans(pipeline);
  const twice = await traced({ ...pass, pipeline: moved, weights: doubled }, whole);
  const output = pipeline.stages[pipeline.stages.length - 1];
  for (const unit of pipeline.architecture.classes.keys()) {
    const before = must(bill(pipeline, { stages: once }, weights, output.id, [unit]));
    const now = must(bill(moved, { stages: twice }, doubled, output.id, [unit]));
    const where = `${name}, unit ${unit}`;
    tallies.near('twice the image and biases, twice the logit', now.value, 2 * before.value, where);
    const [paid, { values }] = [now.accounts[0].values, before.accounts[0]];
    tallies.near('twice the image and biases, twice the bill', paid, 2 * values, where);
  }
}

async function check(seed: number, networks: number, backend: Backend): Promise<readonly Tally[]> {
  await startWasm(false);
  registerTrainingKernels();
  await tf.setBackend(backend);
  const random = randomLcg(seed);
  const draw: Draw = (below) => randomInt.source(random)(below)();
  const tallies = new Tallies();
  for (const pass of await passes(seed, networks, draw)) {
    const reference = pass.pipeline === referencePipeline;
    await checkSums(pass, tallies, draw, reference ? 30 : 4);
    await checkDoubling(pass, tallies);
    if (backend === 'cpu') await checkFields(pass, tallies, draw, reference ? 1 : 2);
  }
  if (backend === 'wasm') await checkSteps(await shippedWeights(), tallies, draw);
  return [...tallies.all.values()];
}

expose({ check });
