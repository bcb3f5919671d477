import { afterAll, beforeAll, expect, test } from 'vitest';
import { architectureText, readArchitecture } from '@/lib/challenges/architecture-text';
import { Lab } from '@/lib/challenges/lab';
import { checkDead, STAGE } from '@/lib/course/challenges/dead';
import { checkEdges, HORIZONTAL, responseOf, VERTICAL, withKernel } from '@/lib/course/challenges/edges';
import { checkFault } from '@/lib/course/challenges/fault';
import { checkFool, IMAGE } from '@/lib/course/challenges/fool';
import { BEGINNING, checkSmall, trainable } from '@/lib/course/challenges/small';
import { checkThreshold } from '@/lib/course/challenges/threshold';
import { checkWeight, incoming, IMAGE as MISTAKEN, withWeight } from '@/lib/course/challenges/weight';
import { caseOf } from '@/lib/course/faults/cases';
import { CLASSES, REFERENCE } from '@/lib/course/reference';
import { COURSE } from '@/lib/course/subject';
import { loadImages } from '@/lib/data/image-loader';
import { createEngine } from '@/lib/engine/client/client';
import type { EpochRecord } from '@/lib/network/run';
import type { Trace } from '@/lib/network/trace';
import type { WeightSet } from '@/lib/network/weights';
import { must } from '@/lib/result';
import { editImage } from '@/lib/what-if/image-edits';
import { sentenceOf } from '../unit/support/result';
import { sample } from './support/worker-kit';

const lab = new Lab(createEngine({ base: '', keeps: false }), COURSE);
let weights: WeightSet;
beforeAll(async () => {
  weights = must(await lab.weights());
});
afterAll(() => lab.dispose());

const stageOf = ({ stages }: Trace, id: string) => {
  const found = stages.find(({ stage }) => stage === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};
const answersOf = (trace: Trace) => stageOf(trace, 'output').values;

test('edges: the real convolution distinguishes a vertical from a horizontal kernel', async () => {
  const run = async (kernel: readonly number[]) => {
    const changed = withKernel(weights, kernel);
    const [down, across] = [
      must(await lab.trace(VERTICAL, changed)),
      must(await lab.trace(HORIZONTAL, changed)),
    ].map((trace) => responseOf(stageOf(trace, 'conv1')));
    return checkEdges(kernel, down, across);
  };
  expect(await run([-1, 0, 1, -1, 0, 1, -1, 0, 1])).toMatchObject({ right: true });
  expect((await run([-1, -1, -1, 0, 0, 0, 1, 1, 1])).sentence).toMatch(/finds horizontal edges/);
});

test('dead: eight filters are dead, and one fires on two images', async () => {
  const survey = must(await lab.survey('test', STAGE));
  const verdicts = Array.from({ length: survey.channels }, (_, filter) => checkDead(filter, survey));
  expect(verdicts.flatMap(({ right }, filter) => (right ? [filter] : []))).toEqual([
    13, 15, 22, 26, 32, 43, 48, 50,
  ]);
  expect(verdicts[24].sentence).toMatch(/fires on 2 of the 200/);
});

test('fool: 25 black pixels turn the dog into a cat, the same in grey do not', async () => {
  const before = await sample(IMAGE.id);
  const painted = async (colour: readonly [number, number, number]) => {
    const spots = [{ row: 29, column: 44 }];
    const after = editImage(before, REFERENCE.input, [{ kind: 'paint', size: 5, colour, spots }]);
    return must(checkFool(before, after, answersOf(must(await lab.trace(after)))));
  };
  expect(await painted([0, 0, 0])).toMatchObject({ right: true });
  expect((await painted([128, 128, 128])).sentence).toMatch(/still predicts “dog”/);
  const plain = answersOf(must(await lab.trace(before)));
  expect(CLASSES[plain.indexOf(Math.max(...plain))]).toBe('dog');
});

test('weight: only the largest incoming value can change the prediction', async () => {
  const pixels = await sample(MISTAKEN.id);
  const before = must(await lab.trace(pixels));
  const airplane = CLASSES.indexOf('airplane');
  const listed = incoming(before, weights);
  const tried = await Promise.all(
    listed.map(async ({ unit, forRight }) => {
      const answer = [unit, airplane, forRight + 0.12];
      return checkWeight(answer, before, must(await lab.trace(pixels, must(withWeight(weights, answer)))));
    }),
  );
  expect(tried.map(({ right }) => right)).toEqual(listed.map((_, place) => place < 1));
  expect(sentenceOf(withWeight(weights, [listed[0].unit, airplane, 5]))).toMatch(/so it may become 0.07/);
  // A change made for one question does not affect the next.
  expect(must(await lab.trace(pixels)).stages).toEqual(before.stages);
});

test('threshold: 18 to 21% is accepted, and nothing else', async () => {
  const { values, channels } = must(await lab.survey('heldOut', 'output'));
  const { labels } = must(await loadImages(COURSE.dataSet)).heldOut;
  const scored = { probabilities: values, labels, classes: channels };
  const right = Array.from({ length: 101 }, (_, percent) => percent).filter(
    (percent) => checkThreshold(percent, scored).right,
  );
  expect(right).toEqual([18, 19, 20, 21]);
});

test('fault: a trained case is named; stopping one does not end the next', async () => {
  const pixels = await sample('cat-1');
  const evidence = must(await lab.train(caseOf('rate', 4), pixels, {}));
  expect(checkFault('rate', 'rate', evidence)).toMatchObject({ right: true });
  expect(checkFault('linear', 'rate', evidence)).toMatchObject({ right: false });
  // More than once: what is left of the orders must not reach the next one.
  const stop = () => void Promise.all(Array.from({ length: 8 }, () => lab.stop()));
  const stopped = lab.train(caseOf('none', 4), pixels, { onBatch: stop });
  const next = lab.train(caseOf('few', 4), pixels, {});
  expect(must(await stopped).log.epochs.every(({ epoch }) => epoch === 0)).toBe(true);
  const few = must(await next);
  expect(few.log.epochs.at(-1)?.epoch).toBe(few.log.settings.epochs);
  expect(checkFault('few', 'few', few)).toMatchObject({ right: true });
}, 300_000);

test('small: 0.50 is reached with 79,530 parameters, while other problems are answered as before', async () => {
  const pixels = await sample(IMAGE.id);
  const before = must(await lab.trace(pixels));
  const text = {
    ...architectureText(BEGINNING),
    'conv1.filters': '16',
    'pool1.size': '3',
    'pool1.stride': '3',
    'conv2.filters': '32',
    'pool2.size': '3',
    'pool2.stride': '3',
    'dense.units': '64',
  };
  const { architecture } = readArchitecture(BEGINNING, text);
  if (!architecture) throw new Error('a field holds no number');
  expect(must(trainable(architecture)).parameters).toBe(79_530);
  const epochs: EpochRecord[] = [];
  const settings = { optimizer: 'adam', learningRate: 0.001, batchSize: 32, epochs: 8, seed: 1 } as const;
  const training = lab.train({ architecture, settings }, pixels, {
    onEpoch: (record) => epochs.push(record),
  });
  const meanwhile = must(await lab.trace(pixels));
  expect(meanwhile.stages).toEqual(before.stages);
  const { log } = must(await training);
  expect(epochs).toHaveLength(log.epochs.length);
  expect(checkSmall(log.epochs)).toMatchObject({ right: true });
  expect(checkSmall(log.epochs.slice(0, 2))).toMatchObject({ right: false });
}, 600_000);
