import fc from 'fast-check';
import { expect, test } from 'vitest';
import { classWord } from '@/lib/course/class-names';
import { REFERENCE } from '@/lib/course/reference';
import { buildPipeline } from '@/lib/network/build-pipeline';
import type { Traced } from '@/lib/questions/task';
import { check, readAnswer, type Task, taskOf } from '@/lib/quiz/tasks';
import { asMap, offset } from '@/lib/tensor/tensor';
import { kernelOf } from '../support/parameters';
import { anyPass, passed } from '../support/passes';
import { must, sentenceOf } from '../support/result';

/** The reference network's layers, on a smaller image and with fewer filters. */
const SMALLER = must(
  buildPipeline({
    ...REFERENCE,
    input: [24, 24, 3],
    layers: REFERENCE.layers.map((layer) => {
      if (layer.kind === 'conv2d') return { ...layer, filters: 8 };
      return layer.kind === 'dense' && layer.activation === 'relu' ? { ...layer, units: 24 } : layer;
    }),
  }),
);
const PASS = { pipeline: SMALLER, classWord, ...passed(SMALLER, 0.4) };

const seed = fc.integer({ min: 1, max: 500 });

/** Every task that exists for a pass, with its stage. */
function tasksOf(pass: Traced, which: number) {
  return pass.pipeline.stages.flatMap((stage) => {
    const task = taskOf({ ...pass, classWord }, stage.id, which);
    return task.ok ? [{ stage, task: task.value }] : [];
  });
}

test('the right answer is accepted, and every mistake is rejected with a sentence', () => {
  let tried = 0;
  fc.assert(
    fc.property(anyPass, seed, (pass, which) => {
      for (const { task } of tasksOf(pass, which)) {
        tried++;
        expect(check(task, task.right)).toEqual({ right: true, sentence: task.because });
        const typed = task.fields.map(({ kind }, at) =>
          kind === 'decimal' ? task.right[at].toFixed(4) : `${task.right[at]}`,
        );
        expect(check(task, must(readAnswer(task.fields, typed))).right).toBe(true);
        for (const { answer } of task.mistakes) {
          const filled = answer.map((one, at) => one ?? task.right[at] + 1);
          if (filled.every((one, at) => Math.abs(one - task.right[at]) < 0.002)) continue;
          const verdict = check(task, filled);
          expect(verdict.right).toBe(false);
          expect(verdict.sentence).not.toBe('');
        }
      }
    }),
    { numRuns: 150 },
  );
  expect(tried).toBeGreaterThan(300);
});

test('every stage of a network like the reference has a task, and different seeds ask about different values', () => {
  for (const { id } of SMALLER.stages) {
    const first = must(taskOf(PASS, id, 1));
    expect(must(taskOf(PASS, id, 1))).toEqual(first);
    const all = [1, 2, 3, 4, 5, 6, 7, 8].map((which) => must(taskOf(PASS, id, which)).id);
    // The path from the prediction to the pixels is the same whatever the seed.
    if (id !== 'output') expect(new Set(all).size, id).toBeGreaterThan(1);
  }
});

test('the expected answers match plain arithmetic', () => {
  const asked = new Map<string, number>();
  fc.assert(
    fc.property(anyPass, seed, (pass, which) => {
      for (const { stage, task } of tasksOf(pass, which)) {
        const reckon = RECKONED[stage.layer.kind];
        const last = stage.number === pass.pipeline.stages.length;
        if (!reckon || last) continue;
        asked.set(stage.layer.kind, (asked.get(stage.layer.kind) ?? 0) + 1);
        reckon(task, pass, stage.number - 1);
      }
    }),
    { numRuns: 150 },
  );
  expect([...asked.keys()].toSorted()).toEqual(Object.keys(RECKONED).toSorted());
});

type Pass = Traced;

/** The numbers in a task's text, in order. */
const numbersIn = (text: string) =>
  (text.match(/\d[\d,]*(\.\d+)?/g) ?? []).map((found) => Number(found.replaceAll(',', '')));

const RECKONED: Readonly<Record<string, (task: Task, pass: Pass, at: number) => void>> = {
  normalize: (task) => expect(task.right[0]).toBeCloseTo((numbersIn(task.text).at(-1) ?? 0) / 255, 3),
  flatten: (task, { pipeline }, at) => {
    const [height, width, depth] = asMap(pipeline.stages[at].input);
    const [row, column, channel] = task.right;
    expect(row).toBeLessThan(height);
    const index = Number(/index ([\d,]+)/.exec(task.text)?.[1].replaceAll(',', ''));
    expect((row * width + column) * depth + channel).toBe(index);
  },
  maxPool: (task, { trace }, at) => {
    const [row, column] = task.right;
    const [{ cell }] = task.path;
    const before = trace.stages[at - 1];
    const value = before.values[offset(asMap(shapeOf(before.shape)), [row, column, cell[2] ?? 0])];
    const pooled = trace.stages[at].values[offset(asMap(shapeOf(trace.stages[at].shape)), cell)];
    expect(value).toBeCloseTo(pooled, 5);
  },
  dense: (task, { trace, weights, pipeline }, at) => {
    const [{ cell }] = task.path;
    const kernel = kernelOf(weights[pipeline.stages[at].id]);
    const units = kernel.shape[1];
    const products = Array.from(
      trace.stages[at - 1].values,
      (value, n) => value * kernel.values[n * units + cell[0]],
    );
    expect(products[task.right[0]]).toBe(Math.max(...products));
  },
};

const shapeOf = ([height = 1, width = 1, channels = 1]: readonly number[]) =>
  [height, width, channels] as const;

test('missing stages and weights, and text that is not an answer, are reported', () => {
  expect(sentenceOf(taskOf(PASS, 'conv9', 1))).toMatch(/no stage called/);
  expect(sentenceOf(taskOf({ ...PASS, weights: {} }, 'conv1', 1))).toMatch(/weights .* not there yet/);
  const { fields } = must(taskOf(PASS, 'flatten', 1));
  expect(sentenceOf(readAnswer(fields, ['1', '', '2']))).toMatch(/“column” takes a whole number from 0 to 3/);
  expect(sentenceOf(readAnswer(fields, ['1', '14', '2']))).toMatch(/“column”/);
});
