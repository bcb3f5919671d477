import { expect, test } from 'vitest';
import { OWN } from '@/lib/network/handle';
import type { RunLog } from '@/lib/network/run';
import { must } from '@/lib/result';
import words from '@/words/engine-training';
import { isOf, SETTINGS, SMALL, smallEngine } from '../support/small';

test('a run goes on only with the images and labels that it began with', async () => {
  const { orders, until, engine, events } = await smallEngine();
  must(await orders.epoch({ ...SETTINGS, images: 100 }));
  await until(isOf('paused'));
  // As after a reload: the run is the one that this browser stores.
  must(await engine.load(SMALL, 'kept'));
  const { log, resumable: optimizer, state: network } = engine.network;
  if (!log || !optimizer) throw new Error('no run to resume');
  const weights = must(await engine.weights(OWN));
  const resumeAs = async (labels: RunLog['labels']) => {
    must(await engine.load(SMALL, { weights, network, log: { ...log, labels }, optimizer }));
    events.length = 0;
    return orders.resume();
  };
  const { training, heldOut, test: tested } = log.labels;
  if (!tested) throw new Error('no test images');
  const refused = { ok: false, problem: { sentence: words.otherLabels() } };
  expect(
    await resumeAs({ training: training.with(0, 1 + training[0]), heldOut, test: tested }),
  ).toMatchObject(refused);
  expect(await resumeAs({ training, heldOut: heldOut.slice(1), test: tested })).toMatchObject(refused);
  // A run of the time before there were test images to follow: its images were others, too.
  expect(await resumeAs({ training, heldOut })).toMatchObject(refused);
  must(await resumeAs(log.labels));
  await until(isOf('finished'));
});
