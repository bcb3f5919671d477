/** Weights in memory that the page and the engine’s worker share: neither gets a copy of them, and neither changes them. */
import { expect, test } from 'vitest';
import { buildPipeline } from '@/lib/network/build-pipeline';
import { OWN } from '@/lib/network/handle';
import { listParameters, sharedWeights, type WeightSet } from '@/lib/network/weights';
import { must } from '@/lib/result';
import { isShared } from '@/lib/tensor/shared';
import { randomWeights } from '../../unit/support/random-weights';
import { SETTINGS, SMALL } from '../support/small';
import { isWhole, sample, startEngine } from '../support/worker-kit';

const own = randomWeights(must(buildPipeline(SMALL)), 7);
const arraysOf = (weights: WeightSet) => listParameters(weights).map(([, { values }]) => values);

/** A trace of the small network with these weights, then its weights after a step of training. */
async function traced(weights: WeightSet) {
  const { engine, orders, until } = await startEngine({ weights }, SMALL);
  await until(isWhole);
  const image = await sample('cat-1');
  const trace = must(await engine.trace(OWN, image));
  must(await orders.step({ ...SETTINGS, initialisation: 'opened', images: 50 }));
  await until((event): event is typeof event => event.type === 'training' && event.event.type === 'paused');
  const trained = must(await engine.trace(OWN, image)).weights;
  engine.dispose();
  return { trace, trained };
}

test('a trace comes with the memory that the weights were sent in, and training leaves that as it was', async () => {
  const weights = sharedWeights(own);
  expect(arraysOf(weights).every(isShared)).toBe(true);
  const { trace, trained } = await traced(weights);
  expect(trace.weights).toEqual(own);
  const plain = await traced(own);
  expect(trace.stages).toEqual(plain.trace.stages);
  expect(arraysOf(plain.trace.weights).some(isShared)).toBe(false);
  expect(trained).toEqual(plain.trained);
  expect(trained).not.toEqual(own);
  expect(weights).toEqual(own);
  // The same memory, not a copy of it.
  weights.conv1.kernel?.values.fill(5);
  expect(trace.weights.conv1.kernel?.values[0]).toBe(5);
});

test.each(['cpu', 'webgl'] as const)('%s computes with such memory as with any other', async (backend) => {
  const { engine, until } = await startEngine({ initial: 1 }, SMALL);
  await until(isWhole);
  must(await engine.chooseBackend(backend));
  const image = await sample('cat-1');
  const answer = async (weights: WeightSet) => {
    must(await engine.open({ handle: OWN, architecture: SMALL, source: { weights } }));
    const trace = must(await engine.trace(OWN, image));
    expect(trace.backend).toBe(backend);
    return trace;
  };
  const plain = await answer(own);
  const shared = await answer(sharedWeights(own));
  engine.dispose();
  expect(shared.stages).toEqual(plain.stages);
  expect(shared.weights).toEqual(own);
});
