import { beforeEach, expect, test } from 'vitest';
import { COURSE } from '@/lib/course/subject';
import type { Architecture } from '@/lib/network/architecture';
import { buildPipeline } from '@/lib/network/build-pipeline';
import type { RunDataSet } from '@/lib/network/run';
import { must } from '@/lib/result';
import { DIGITS } from '@/lib/shelf/digits';
import { PRESETS } from '@/lib/shelf/presets';
import { subjectOfRun } from '@/lib/store/session/run-network';
import { findSubject } from '@/lib/store/subject/find-subject';
import { deleteOpened, keepOpened, listOpened } from '@/lib/store/subject/opened-networks';
import { randomWeights } from '../../unit/support/random-weights';

beforeEach(async () => {
  for (const { id } of (await listOpened()).networks) must(await deleteOpened(id));
});

const run = (architecture: Architecture, id?: string) => {
  const dataSet: RunDataSet | undefined = id === undefined ? undefined : { id, training: 3, heldOut: 2 };
  const weights = randomWeights(must(buildPipeline(architecture)), 3);
  return { log: { architecture, ...(dataSet && { dataSet }) }, weights };
};

test('a run of a network that comes with the site belongs to it, whether it names its data set or is older', async () => {
  for (const { architecture, dataSet, id } of [COURSE, DIGITS]) {
    expect(await subjectOfRun(run(architecture, dataSet.id))).toBe(id);
    expect(await subjectOfRun(run(architecture))).toBe(id);
  }
  expect((await listOpened()).networks).toEqual([]);
});

test('a run of a network that was built here belongs to that one, whatever it is called by now', async () => {
  const { id } = await keepOpened({ architecture: PRESETS.lenet, weights: null });
  expect(await subjectOfRun(run({ ...PRESETS.lenet, name: 'theirs' }, COURSE.dataSet.id))).toBe(id);
  expect((await listOpened()).networks).toHaveLength(1);
});

test('from a run on the drawings a network is made that can be trained on', async () => {
  const id = await subjectOfRun(run(PRESETS.tinyVgg, COURSE.dataSet.id));
  expect(must(await findSubject(id))).toMatchObject({
    architecture: PRESETS.tinyVgg,
    weights: 'kept',
    dataSet: { images: COURSE.dataSet.images },
  });
  expect(await subjectOfRun(run(PRESETS.tinyVgg, COURSE.dataSet.id))).toBe(id);
});

test('from a run on images that are not here a network is made with the run’s last weights', async () => {
  const other = run(PRESETS.tinyVgg, 'set-0123abcd-1');
  const subject = must(await findSubject(await subjectOfRun(other)));
  expect(subject).toMatchObject({ weights: { opened: other.weights }, dataSet: { images: null } });
});
