import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Layer } from '@/lib/kinds/types';
import type { Stage } from '@/lib/network/pipeline';
import { CLOSE } from '@/lib/questions/task';
import { type Ask, asksOf, predictionOf } from '@/lib/quiz/predict';
import { check, readAnswer, type Task } from '@/lib/quiz/tasks';
import { type Cell, cellAt, size } from '@/lib/tensor/tensor';
import { kernelOf } from '../support/parameters';
import { anyPass } from '../support/passes';
import { must, sentenceOf } from '../support/result';

type Pass = Parameters<typeof predictionOf>[0];
interface Put {
  readonly pass: Pass;
  readonly stage: Stage;
  readonly cell: Cell;
  readonly ask: Ask;
  readonly task: Task;
}

/** A position in a stage; random doubles would nearly all lie at its ends. */
const share = fc.integer({ min: 0, max: 999 }).map((thousandths) => thousandths / 1000);

/** Every question about one value of each stage; some stages have none, such as a pooling of single values. */
const questions = (pass: Pass, where: number): Put[] =>
  pass.pipeline.stages.flatMap((stage) =>
    asksOf(stage.layer).flatMap((ask) => {
      const cell = cellAt(stage.output, Math.floor(where * size(stage.output)));
      const task = predictionOf(pass, stage.id, cell, ask);
      return task.ok ? [{ pass, stage, cell, ask, task: task.value }] : [];
    }),
  );

/** Runs over questions of random networks; returns how many there were of each kind. */
function forQuestions(visit: (put: Put) => void): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  fc.assert(
    fc.property(anyPass, share, (pass, where) => {
      for (const put of questions(pass, where)) {
        const name = `${put.stage.layer.kind} ${put.ask}`;
        counts.set(name, (counts.get(name) ?? 0) + 1);
        visit(put);
      }
    }),
    { numRuns: 500 },
  );
  return counts;
}

test('the network’s own numbers are right, rounded as the question allows, with either decimal mark', () => {
  const counts = forQuestions(({ task, pass, stage, cell, ask }) => {
    expect(check(task, task.right)).toEqual({ right: true, sentence: task.because });
    for (const mark of ['.', ',']) {
      const typed = task.right.map((one, at) =>
        task.fields[at].kind === 'decimal' ? one.toFixed(3).replace('.', mark) : `${one}`,
      );
      expect(check(task, must(readAnswer(task.fields, typed))).right).toBe(true);
    }
    if (ask === 'value') {
      const traced = pass.trace.stages[stage.number - 1];
      const [row, column = 0, channel = 0] = cell;
      const [, width, depth] = traced.shape;
      const at = cell.length === 1 ? row : (row * (width ?? 1) + column) * (depth ?? 1) + channel;
      expect(task.right[0]).toBeCloseTo(traced.values[at], 5);
    }
    if (ask === 'shape') expect(task.right).toEqual(pass.trace.stages[stage.number - 1].shape);
  });
  expect([...counts.keys()].toSorted()).toEqual([
    'activation value',
    'averagePool value',
    'batchNormalization value',
    'conv2d shape',
    'conv2d value',
    'dense value',
    'dropout value',
    'flatten index',
    'flatten shape',
    'globalAveragePool shape',
    'input value',
    'maxPool shape',
    'maxPool value',
    'maxPool winner',
    'normalize value',
    'zeroPadding shape',
    'zeroPadding value',
  ]);
  for (const count of counts.values()) expect(count).toBeGreaterThan(50);
});

test('an answer further away than the question allows is wrong', () => {
  forQuestions(({ task }) => {
    for (const [at, field] of task.fields.entries()) {
      const allowed = field.kind === 'decimal' ? CLOSE : field.kind === 'whole' ? (field.within ?? 0) : 0;
      for (const by of [allowed + 0.0005, -allowed - 0.0005]) {
        const answer = task.right.map((one, n) => (n === at ? one + by : one));
        const verdict = check(task, answer);
        expect(verdict.right).toBe(false);
        expect(verdict.sentence.length).toBeGreaterThan(10);
      }
    }
  });
});

test('each mistaken number is recognized as that mistake, wherever it differs from the right one and from the others', () => {
  let recognised = 0;
  forQuestions(({ task }) => {
    for (const one of task.mistakes) {
      const answer = one.answer.map((number, at) => number ?? task.right[at]);
      if (check(task, answer).right) continue;
      const close = (other: (typeof task.mistakes)[number]) =>
        other.answer.every(
          (number, at) => number === null || Math.abs(number - answer[at]) <= (other.within ?? CLOSE),
        );
      const sentences = new Set(task.mistakes.filter(close).map(({ sentence }) => sentence));
      const verdict = check(task, answer);
      expect(sentences).toContain(verdict.sentence);
      if (sentences.size > 1) continue;
      recognised++;
      expect(verdict).toEqual({ right: false, sentence: one.sentence });
    }
  });
  expect(recognised).toBeGreaterThan(2000);
});

/** The mistakes, computed once more in the plainest way from the weights as they lie in memory. */
test.each([
  ['the bias forgotten', /forgets the bias/, (sum: Sum) => sum.relu(sum.add(() => 1))],
  ['ReLU forgotten', /forgets ReLU/, (sum: Sum) => sum.add(() => 1) + sum.bias],
  ['the kernel flipped', /flips the kernel/, (sum: Sum) => sum.relu(sum.flipped() + sum.bias)],
])('of a convolution, %s', (_name, words, reckon) => {
  let met = 0;
  forQuestions(({ pass, stage, cell, ask, task }) => {
    if (stage.layer.kind !== 'conv2d' || ask !== 'value') return;
    const answer = [reckon(sumOf(pass, stage, cell, stage.layer))];
    const alike = task.mistakes.filter(
      ({ answer: [own] }) => own !== null && Math.abs(own - answer[0]) <= CLOSE,
    );
    const verdict = check(task, answer);
    // Another mistake may give the same number, and so may the right reasoning.
    if (verdict.right || new Set(alike.map(({ sentence }) => sentence)).size > 1) return;
    met++;
    expect(verdict.sentence).toMatch(words);
  });
  expect(met).toBeGreaterThan(20);
});

interface Sum {
  readonly bias: number;
  relu(before: number): number;
  add(weigh: (at: number) => number): number;
  flipped(): number;
}

/** One value of a convolution, from the maps before it and the weights in their own order. */
function sumOf(pass: Pass, stage: Stage, cell: Cell, layer: Extract<Layer, { kind: 'conv2d' }>): Sum {
  const { values, shape } = pass.trace.stages[stage.number - 2];
  const kernel = kernelOf(pass.weights[stage.id]);
  const [height = 1, width = 1, depth = 1] = shape;
  const [row, column = 0, filter = 0] = cell;
  const bias = pass.weights[stage.id].bias?.values[filter] ?? 0;
  const { stride, filters } = layer;
  const [high, wide = high] = [layer.kernel].flat();
  const over = (length: number, side: number) => {
    if (layer.padding === 'valid') return 0;
    return Math.floor(Math.max((Math.ceil(length / stride) - 1) * stride + side - length, 0) / 2);
  };
  const products = (flip: boolean) => {
    let all = 0;
    for (let y = 0; y < high; y++)
      for (let x = 0; x < wide; x++)
        for (let channel = 0; channel < depth; channel++) {
          const [r, c] = [row * stride - over(height, high) + y, column * stride - over(width, wide) + x];
          if (r < 0 || c < 0 || r >= height || c >= width) continue;
          const [ky, kx] = flip ? [high - 1 - y, wide - 1 - x] : [y, x];
          all +=
            values[(r * width + c) * depth + channel] *
            kernel.values[((ky * wide + kx) * depth + channel) * filters + filter];
        }
    return all;
  };
  return {
    bias,
    relu: (before) => (layer.activation === 'relu' ? Math.max(0, before) : before),
    add: () => products(false),
    flipped: () => products(true),
  };
}

test('the order of flattening, and the index itself, match a walk through all positions', () => {
  let met = 0;
  forQuestions(({ stage, cell, ask, task }) => {
    if (ask !== 'index') return;
    const [height, width = 1, depth = 1] = stage.input;
    const places: string[] = [];
    const channelFirst: string[] = [];
    for (let r = 0; r < height; r++)
      for (let c = 0; c < width; c++) for (let n = 0; n < depth; n++) places.push(`${[r, c, n]}`);
    for (let n = 0; n < depth; n++)
      for (let r = 0; r < height; r++) for (let c = 0; c < width; c++) channelFirst.push(`${[r, c, n]}`);
    const place = places[cell[0]];
    const numbers = /row (\d+), column (\d+), channel (\d+)/.exec(task.text)?.slice(1).join(',');
    expect(numbers).toBe(place);
    expect(task.right).toEqual([places.indexOf(place)]);
    const wrong = channelFirst.indexOf(place);
    if (wrong === cell[0]) return;
    met++;
    expect(check(task, [wrong]).sentence).toMatch(/map after map: the channel first/);
  });
  expect(met).toBeGreaterThan(40);
});

test('the winner of a window is named by its number, and a swapped row and column is recognized', () => {
  forQuestions(({ pass, stage, cell, ask, task }) => {
    if (stage.layer.kind !== 'maxPool' || ask === 'shape') return;
    const { values, shape } = pass.trace.stages[stage.number - 2];
    const [, width = 1, depth = 1] = shape;
    const output = pass.trace.stages[stage.number - 1];
    const [row, column = 0, channel = 0] = cell;
    const most = output.values[(row * (output.shape[1] ?? 1) + column) * depth + channel];
    if (ask === 'value') return expect(task.right[0]).toBeCloseTo(most, 5);
    const [r, c] = task.right;
    expect(values[(r * width + c) * depth + channel]).toBeCloseTo(most, 5);
    if (r !== c) expect(check(task, [c, r]).sentence).toMatch(/Rows come before columns/);
  });
});

test('whole numbers may have thousands separators, but only in the right places', () => {
  const fields = [{ kind: 'whole' as const, label: 'index', last: 20_000 }];
  for (const text of ['12544', '12,544', '12.544', '12 544'])
    expect(must(readAnswer(fields, [text]))).toEqual([12544]);
  for (const text of ['1.2', '12,5', '1,2544', '-3', '', 'x', '20.001'])
    expect(readAnswer(fields, [text]).ok, text).toBe(false);
});

test('missing stages, values and weights are reported', () => {
  const [pass] = fc.sample(anyPass, { numRuns: 1, seed: 4 });
  expect(sentenceOf(predictionOf(pass, 'nowhere', [0], 'value'))).toMatch(/no stage called/);
  expect(sentenceOf(predictionOf(pass, 'input', [99, 0, 0], 'value'))).toMatch(/no such value/);
  expect(sentenceOf(predictionOf(pass, 'input', [0, 0, 0], 'winner'))).toMatch(/nothing to predict/);
  expect(sentenceOf(predictionOf({ ...pass, weights: {} }, 'output', [0], 'value'))).toMatch(/not there yet/);
});
