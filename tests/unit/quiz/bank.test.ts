import { randomLcg } from 'd3-random';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classWord } from '@/lib/course/class-names';
import { CLASSES, referencePipeline } from '@/lib/course/reference';
import { COURSE_ASKED } from '@/lib/course/subject';
import type { Layer } from '@/lib/kinds/types';
import { type Pipeline, pipelineOf } from '@/lib/network/pipeline';
import { PREDICTION, type Question, type Random, settle, TRAINING } from '@/lib/questions/question';
import { questionsOf } from '@/lib/quiz/bank';
import { PHOTOGRAPHS } from '@/lib/shelf/photographs';
import { anyPipeline } from '../support/networks';

const questions = questionsOf(COURSE_ASKED, randomLcg(1));
const find = (id: string, random: Random = randomLcg(1), pipeline: Pipeline = referencePipeline) => {
  const found = questionsOf({ ...pipeline, images: 1000, classWord }, random).find(
    (question) => question.id === id,
  );
  if (!found) throw new Error(`no question ${id}`);
  return found;
};
const start = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const options = ({ right, wrong }: Question) => [right, ...wrong];

describe('the bank for the reference network', () => {
  it('asks at least twice about every stage, about training and about prediction, and at least 24 times in all', () => {
    const topics = [...referencePipeline.stages.map(({ id }) => id), PREDICTION, TRAINING];
    for (const topic of topics)
      expect(questions.filter((question) => question.topic === topic).length, topic).toBeGreaterThanOrEqual(
        2,
      );
    expect(questions.length).toBeGreaterThanOrEqual(24);
    expect(new Set(questions.map(({ topic }) => topic))).toEqual(new Set(topics));
  });

  // Worked out by hand from the textbook's network.
  it.each([
    ['input-values', '12,288'],
    ['conv1-shape', '62 × 62 × 32'],
    ['conv1-parameters', '896'],
    ['conv1-terms', '27'],
    ['conv1-places', '3,844'],
    ['conv1-work', '3,321,216'],
    ['conv2-shape', '29 × 29 × 64'],
    ['conv2-parameters', '18,496'],
    ['conv2-terms', '288'],
    ['conv2-field', '8 × 8 pixels'],
    ['pool1-shape', '31 × 31 × 32'],
    ['pool2-shape', '14 × 14 × 64'],
    ['flatten-length', '12,544'],
    ['dense-parameters', '1,605,760'],
    ['output-parameters', '1,290'],
    ['output-equal', '10.0%'],
    ['prediction-work', 'conv2'],
    ['training-guessing', '2.30'],
  ])('%s: %s', (id, right) => {
    expect(find(id).right.text).toBe(right);
  });

  // The numbers made up in the text, computed once more from the text alone.
  const numbers = (text: string) =>
    (text.match(/[−]?[\d,]*\.?\d+/g) ?? []).map((found) =>
      Number(found.replace('−', '-').replaceAll(',', '')),
    );
  const RECKONED: readonly [string, (...numbers: number[]) => number][] = [
    ['normalize-value', (raw) => raw / 255],
    [
      'flatten-index',
      (_height, width, depth, row, column, channel) => (row * width + column) * depth + channel,
    ],
    ['dense-sum', (a, b, first, second, bias) => Math.max(0, a * first + b * second + bias)],
    ['normalize-slope', (gradient) => gradient / 255],
    ['pool1-moved', (pixels) => pixels / 2],
    ['pool2-moved', (pixels) => pixels / 4],
    ['pool1-winner', (_pool, ...window) => Math.max(...window)],
    ['training-cost', (probability) => -Math.log(probability)],
    ['training-steps', (images, batch) => Math.ceil(images / batch)],
    ['training-sign', (weight, gradient, rate) => weight - rate * gradient],
    ['output-ratio', (difference) => Math.exp(difference)],
  ];
  it.each(RECKONED)('%s: whatever its numbers', (id, reckon) => {
    fc.assert(
      fc.property(start, (seed) => {
        const { text, right } = find(id, randomLcg(seed));
        const digits = right.text.split(' ')[0].split('.')[1]?.length ?? 0;
        expect(Math.abs(numbers(right.text)[0] - reckon(...numbers(text)))).toBeLessThanOrEqual(
          0.5001 * 10 ** -digits,
        );
      }),
    );
  });

  it('takes the misconception about weights and work from the network itself', () => {
    expect(find('prediction-work').wrong.map(({ text }) => text)).toContain('dense');
    expect(find('conv1-shape').wrong.map(({ text }) => text)).toContain('64 × 64 × 32');
    expect(find('dense-parameters').wrong.map(({ text }) => text)).toContain('1,605,632');
  });

  it('gives a reason for every option, as a sentence', () => {
    for (const question of questions)
      for (const { text, because } of options(question)) {
        expect(because, `${question.id}: ${text}`).toMatch(/^[A-Z0-9−(“].*[.!]$/s);
        expect(because.length, `${question.id}: ${text}`).toBeGreaterThan(10);
      }
  });

  it('does not give the answer away by the longest option in most questions', () => {
    const longest = questions.filter((question) =>
      question.wrong.every(({ text }) => text.length < question.right.text.length),
    );
    expect(longest.length / questions.length).toBeLessThan(0.5);
  });
});

describe('the bank for any network', () => {
  it('has four different options with words and numbers in them, one of them right', () => {
    fc.assert(
      fc.property(anyPipeline, start, (pipeline, start) => {
        const ids = new Set<string>();
        for (const question of questionsOf({ ...pipeline, images: 1000, classWord }, randomLcg(start))) {
          const texts = options(question).map(({ text }) => text);
          expect(new Set(texts).size, question.id).toBe(4);
          const allText = [question.text, ...texts, ...options(question).map(({ because }) => because)].join(
            '\n',
          );
          expect(allText).not.toMatch(/NaN|undefined|Infinity|∞|\[object|not a number/);
          expect(ids.has(question.id)).toBe(false);
          ids.add(question.id);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('counts no biases where a layer has none, and says so', () => {
    const photographs = pipelineOf(PHOTOGRAPHS.architecture);
    const { text, right, wrong } = find('conv1-parameters', randomLcg(1), photographs);
    expect(text).toBe(
      'conv1 has 32 kernels of 3 × 3 on 3 channels, and no biases. How many parameters is that?',
    );
    expect(right).toEqual({ text: '864', because: '3 × 3 × 3 = 27 weights for each kernel: 27 × 32.' });
    expect(wrong.map((one) => one.text)).toEqual(['896', '288', '27']);
    for (const question of questionsOf({ ...photographs, images: 1000, classWord }, randomLcg(1)))
      if (/^conv\d-/.test(question.id))
        expect([question.text, question.right.because].join(' '), question.id).not.toMatch(
          /biases included|and a bias|its bias/,
        );
    const dense: Layer = { id: 'output', kind: 'dense', units: 10, activation: 'softmax', bias: false };
    const layers = [...PHOTOGRAPHS.architecture.layers.slice(0, -1), dense];
    const unbiased = pipelineOf({ ...PHOTOGRAPHS.architecture, layers });
    expect(find('output-parameters', randomLcg(1), unbiased).right).toEqual({
      text: '1,280',
      because: 'Each unit has 128 weights: 128 × 10.',
    });
  });

  it('asks about training and prediction whatever the network', () => {
    fc.assert(
      fc.property(anyPipeline, (pipeline) => {
        const topics = questionsOf({ ...pipeline, images: 1000, classWord }, randomLcg(1)).map(
          ({ topic }) => topic,
        );
        expect(topics.filter((topic) => topic === TRAINING).length).toBeGreaterThanOrEqual(5);
        expect(topics.filter((topic) => topic === PREDICTION).length).toBeGreaterThanOrEqual(3);
      }),
      { numRuns: 100 },
    );
  });
});

describe('settling a draft', () => {
  const option = (text: string) => ({ text, because: 'So it is.' });

  it('drops options that say the same, and takes the first three', () => {
    const settled = settle('id', 'topic', {
      text: 'Which?',
      right: option('1'),
      wrong: [option('1'), option('2'), option('2'), option('3'), option('4'), option('5')],
    });
    expect(settled?.wrong.map(({ text }) => text)).toEqual(['2', '3', '4']);
  });

  it('drops a question that has too few options left', () => {
    expect(
      settle('id', 'topic', {
        text: 'Which?',
        right: option('1'),
        wrong: [option('1'), option('2'), option('3')],
      }),
    ).toBeNull();
  });

  it('uses the class names of the network', () => {
    expect(find('output-units').right.text).toContain(String(CLASSES.length));
  });
});
