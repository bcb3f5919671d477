import { expect, test } from 'vitest';
import { COURSE } from '@/lib/course/subject';
import { buildPipeline } from '@/lib/network/build-pipeline';
import { OWN } from '@/lib/network/handle';
import { initialWeights } from '@/lib/network/initial-weights';
import { must } from '@/lib/result';
import { isOf, SETTINGS, SMALL, smallEngine } from '../support/small';

test('a network that was made with weights begins with them, and again after what it was trained to', async () => {
  const { engine, events, orders, until } = await smallEngine(SMALL);
  const brought = initialWeights(must(buildPipeline(SMALL)), 77);
  const setup = { subject: 'net-00000077', files: { images: COURSE.dataSet.images, shipped: null, brought } };
  expect(must(await engine.load(SMALL, 'kept', setup))).toMatchObject({ origin: 'opened', step: 0 });
  expect(must(await engine.weights(OWN))).toEqual(brought);
  const settings = {
    ...SETTINGS,
    epochs: 1,
    images: 100,
    initialisation: 'opened',
    frozen: ['conv1'],
  } as const;
  must(await orders.begin(settings));
  await until(isOf('finished'));
  const trained = must(await engine.weights(OWN));
  expect(trained.conv1).toEqual(brought.conv1);
  expect(trained.output).not.toEqual(brought.output);

  // As at the next visit: the trained weights are there, and a new run begins with the old ones.
  expect(must(await engine.load(SMALL, 'kept', setup))).toMatchObject({ origin: 'trained', step: 2 });
  expect(must(await engine.weights(OWN))).toEqual(trained);
  events.length = 0;
  must(await orders.begin(settings));
  await until(isOf('finished'));
  expect(must(await engine.weights(OWN))).toEqual(trained);
  must(
    await engine.load(
      SMALL,
      { initial: 1 },
      { subject: 'drawings', files: { images: COURSE.dataSet.images, shipped: null } },
    ),
  );
});
