import { expect, test } from 'vitest';
import { keptNetwork } from '@/lib/engine/runs/kept-network';
import { OWN } from '@/lib/network/handle';
import type { TrainingSettings } from '@/lib/network/settings';
import { UNNAMED_SUBJECT } from '@/lib/network/subject';
import { must } from '@/lib/result';
import { isOf, SETTINGS, SMALL, smallEngine } from '../support/small';

/** With an optimizer that has no state, a branched and continued run equals the run itself. */
const SGD: TrainingSettings = { ...SETTINGS, optimizer: 'sgd', learningRate: 0.05, images: 200, epochs: 2 };
const LONGER = { ...SGD, epochs: 4 };

async function trained(settings: TrainingSettings) {
  const small = await smallEngine();
  must(await small.orders.begin(settings));
  await small.until(isOf('finished'));
  return small;
}

test('a run that branches from another at its end, with the same settings, equals the longer run to the bit', async () => {
  const whole = await trained(LONGER);
  const losses = whole.losses();
  const weights = must(await whole.engine.weights(OWN));
  const { orders, engine, events, until, losses: now } = await trained(SGD);
  events.length = 0;
  must(await orders.branch({ run: 'own', epoch: 2 }, LONGER));
  const { network } = await until(isOf('finished'));
  expect(now()).toEqual(losses.slice(8));
  expect(must(await engine.weights(OWN))).toEqual(weights);
  expect(network).toEqual({ origin: 'trained', seed: SGD.seed, epoch: 4, step: 16 });
  const { log } = engine.network;
  expect(log?.epochs.map(({ epoch }) => epoch)).toEqual([2, 3, 4]);
  expect(log?.parent).toMatchObject({ run: 'own', epoch: 2, exact: true, settings: SGD });
  expect(log?.parent?.epochs.map(({ epoch }) => epoch)).toEqual([0, 1, 2]);
});

test('a run can branch from an earlier epoch with different settings, and is kept with the one it left', async () => {
  const { orders, engine, events, until, losses } = await trained(LONGER);
  const first = losses();
  events.length = 0;
  const other = { ...LONGER, learningRate: 0.01, epochs: 3 };
  must(await orders.branch({ run: 'own', epoch: 1 }, other));
  await until(isOf('finished'));
  expect(losses()).toHaveLength(8);
  // The first step has the same images and the same weights; only after it do the settings matter.
  expect(losses()[0]).toBe(first[4]);
  expect(losses()[1]).not.toBe(first[5]);
  const kept = await keptNetwork(UNNAMED_SUBJECT, SMALL);
  expect(kept?.log).toEqual(engine.network.log);
  expect(kept?.log?.parent).toMatchObject({ epoch: 1, exact: false, settings: LONGER });
});

test('a branched run resumes after a reload to the bit', async () => {
  const begun = await trained(SGD);
  must(await begun.orders.branch({ run: 'own', epoch: 1 }, LONGER));
  begun.events.length = 0;
  await begun.until(isOf('finished'));
  const whole = must(await begun.engine.weights(OWN));
  const { orders, engine, until, events } = await trained(SGD);
  events.length = 0;
  must(await orders.branch({ run: 'own', epoch: 1 }, LONGER));
  await until((event): event is typeof event => event.type === 'epoch' && event.record.epoch === 2);
  await orders.pause();
  must(await engine.load(SMALL, 'kept'));
  events.length = 0;
  must(await orders.resume());
  const { network } = await until(isOf('finished'));
  expect(network.step).toBe(16);
  expect(must(await engine.weights(OWN))).toEqual(whole);
});

test('an impossible branch gets one sentence, and the network stays', async () => {
  const { orders, engine } = await trained(SGD);
  const before = must(await engine.weights(OWN));
  const answers = [
    await orders.branch({ run: 'own', epoch: 2 }, SGD),
    await orders.branch({ run: 'own', epoch: 7 }, { ...SGD, epochs: 9 }),
    await orders.branch({ run: 'own', epoch: 1 }, { ...LONGER, learningRate: -1 }),
  ];
  for (const answer of answers) expect(answer.ok ? '' : answer.problem.sentence).toMatch(/^.+\.$/);
  expect(must(await engine.weights(OWN))).toEqual(before);
});
