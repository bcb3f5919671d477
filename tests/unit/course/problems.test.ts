import { randomLcg } from 'd3-random';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Evidence } from '@/lib/challenges/faults/evidence';
import { checkDead } from '@/lib/course/challenges/dead';
import { checkEdges, HORIZONTAL, VERTICAL } from '@/lib/course/challenges/edges';
import { checkFault } from '@/lib/course/challenges/fault';
import { checkFool, pixelsChanged } from '@/lib/course/challenges/fool';
import { pathTask } from '@/lib/course/challenges/path';
import { shapeTask } from '@/lib/course/challenges/shape';
import { checkThreshold } from '@/lib/course/challenges/threshold';
import { caseOf } from '@/lib/course/faults/cases';
import { CLASSES, REFERENCE } from '@/lib/course/reference';
import { COURSE_ASKED } from '@/lib/course/subject';
import { buildPipeline } from '@/lib/network/build-pipeline';
import type { BatchEvent } from '@/lib/network/run';
import { check, readAnswer } from '@/lib/quiz/tasks';
import { passed } from '../support/passes';
import { must, sentenceOf } from '../support/result';

const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('predict a shape', () => {
  it('is solved by the arithmetic of its own text, and names the slip behind each wrong option', () => {
    fc.assert(
      fc.property(chance, (seed) => {
        const task = must(shapeTask(COURSE_ASKED, randomLcg(seed)));
        const [height, width] = /Images of (\d+) × (\d+)/.exec(task.text)?.slice(1).map(Number) ?? [];
        const filters = Number(/with (\d+) filters/.exec(task.text)?.[1]);
        const answer = [(height - 2) / 2, (width - 2) / 2, filters];
        expect(check(task, answer)).toMatchObject({ right: true });
        for (const { answer: slip, sentence } of task.mistakes)
          expect(check(task, slip.map(Number))).toEqual({ right: false, sentence });
        expect(check(task, [answer[0], answer[1], 200]).sentence).toMatch(/“channels” is not/);
      }),
    );
  });

  it('reports a field that holds no number', () => {
    const { fields } = must(shapeTask(COURSE_ASKED, randomLcg(0.5)));
    expect(sentenceOf(readAnswer(fields, ['30', '', '8']))).toMatch(/^“width” takes a whole number/);
    expect(sentenceOf(readAnswer(fields, ['30', '30', '8.5']))).toMatch(/^“channels” takes/);
  });
});

/** The reference network's layers, on a smaller image and with fewer filters. */
const SMALLER = must(
  buildPipeline({
    ...REFERENCE,
    input: [24, 24, 3],
    layers: REFERENCE.layers.map((layer) => (layer.kind === 'conv2d' ? { ...layer, filters: 8 } : layer)),
  }),
);

describe('tracing a value back to the image', () => {
  const pass = { pipeline: SMALLER, ...passed(SMALLER, 0.4) };
  const [conv, pool] = [pass.trace.stages[4], pass.trace.stages[5]];

  it('is solved by searching for the value in the plain arrays', () => {
    fc.assert(
      fc.property(chance, (seed) => {
        const task = must(pathTask(pass, randomLcg(seed)));
        const index = task.from.cell[0];
        const [, width, depth] = [...pool.shape, 1, 1];
        const map = index % depth;
        const place = Math.floor(index / depth);
        const [row, column] = [Math.floor(place / width), place % width];
        const across = conv.shape[1] ?? 0;
        const under = [0, 1, 2, 3].map((n) => [2 * row + (n >> 1), 2 * column + (n & 1)] as const);
        const valueAt = ([r, c]: readonly [number, number]) => conv.values[(r * across + c) * depth + map];
        const [won, wonColumn] = under.reduce((best, one) => (valueAt(one) > valueAt(best) ? one : best));
        // A row of conv2 begins at twice itself in conv1, and so in the image.
        expect(check(task, [row, column, map, won, wonColumn, 2 * won])).toMatchObject({ right: true });
        for (const { answer, sentence } of task.mistakes) {
          const given = answer.map((n, at) => n ?? task.right[at] ?? 0);
          if (given.some((n, at) => n !== task.right[at]))
            expect(check(task, given)).toMatchObject({ right: false, sentence: expect.any(String) });
          expect(sentence).toMatch(/\.$/);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('is refused for a network without pooling', () => {
    const layers = SMALLER.architecture.layers.filter(({ kind }) => kind !== 'maxPool');
    const pipeline = must(buildPipeline({ ...REFERENCE, input: [6, 6, 3], layers }));
    const none = { pipeline, ...passed(pipeline, 0.2) };
    expect(sentenceOf(pathTask(none, randomLcg(0.1)))).toMatch(/no pooling before its flattening/);
  });
});

/** A kernel applied to the brightness of an image of 64 × 64, by the definition. */
function convolved(image: Uint8Array, kernel: readonly number[]): Float32Array {
  return Float32Array.from({ length: 62 * 62 }, (_, at) => {
    const [row, column] = [Math.floor(at / 62), at % 62];
    return kernel.reduce((sum, weight, n) => {
      const pixel = (row + Math.floor(n / 3)) * 64 + column + (n % 3);
      const bytes = image[pixel * 3] + image[pixel * 3 + 1] + image[pixel * 3 + 2];
      return sum + (weight * bytes) / 3 / 255;
    }, 0);
  });
}

describe('a kernel for vertical edges', () => {
  it.each([
    [[-1, 0, 1, -1, 0, 1, -1, 0, 1], true, /at the vertical edge, .* 0 where nothing changes/],
    [[1, 0, -1, 2, 0, -2, 1, 0, -1], true, /at the vertical edge/],
    [[-1, -1, -1, 0, 0, 0, 1, 1, 1], false, /finds horizontal edges/],
    [[-1, -1, -1, 0, 0.2, 0, 1, 1, 0.8], false, /horizontal edges/],
    [[-1, -1, 0, -1, 0, 1, 0, 1, 1], false, /both kinds/],
    [[1, 1, 1, 1, 1, 1, 1, 1, 1], false, /add up to 9/],
    [[0, 0, 0, 0, 0, 0, 0, 0, 0], false, /as good as none/],
  ])('%j', (kernel, right, sentence) => {
    const verdict = checkEdges(kernel, convolved(VERTICAL, kernel), convolved(HORIZONTAL, kernel));
    expect(verdict).toMatchObject({ right, sentence: expect.stringMatching(sentence) });
  });
});

describe('a dead filter', () => {
  const survey = {
    stage: 'conv2',
    images: 3,
    channels: 2,
    values: Float32Array.of(0, 0, 0, 1.5, 0, 0),
    places: new Int32Array(6),
  };
  it('fires on no image at all', () => {
    expect(checkDead(0, survey)).toMatchObject({ right: true });
    const { right, sentence } = checkDead(1, survey);
    expect(right).toBe(false);
    expect(sentence).toBe('Filter 1 fires on 1 of the 3 test images, with up to 1.50.');
  });
});

describe('turning a dog into a cat', () => {
  const before = new Uint8Array(64 * 64 * 3);
  const painted = (pixels: number) => before.map((value, at) => (at < pixels * 3 ? 255 : value));
  const predicting = (name: string) => CLASSES.map((own) => (own === name ? 0.91 : 0.01));

  it('allows at most 30 pixels, however many of their colours change', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(64 * 64 * 3 - 1), { maxLength: 60 }), (places) => {
        const after = before.slice();
        for (const at of places) after[at] = 7;
        expect(pixelsChanged(before, after)).toBe(new Set(places.map((at) => Math.floor(at / 3))).size);
      }),
    );
    expect(must(checkFool(before, painted(30), predicting('cat')))).toMatchObject({ right: true });
    expect(must(checkFool(before, painted(31), predicting('cat'))).sentence).toMatch(/31 pixels, and 30 are/);
    expect(must(checkFool(before, painted(3), predicting('dog'))).sentence).toMatch(
      /still predicts “dog” with 91.0%/,
    );
    expect(sentenceOf(checkFool(before, before, predicting('cat')))).toBe('Nothing is painted yet.');
  });
});

describe('a threshold', () => {
  const ship = CLASSES.indexOf('ship');
  /** Ten images with these probabilities of “ship”; `ships` says which of them are ships. */
  const probability = [0.95, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1];
  const ships = [1, 1, 1, 0, 1, 0, 0, 0, 1, 0];
  const scored = {
    classes: CLASSES.length,
    labels: ships.map((is) => (is ? ship : 0)),
    probabilities: Float32Array.from(
      probability.flatMap((p) => CLASSES.map((_, at) => (at === ship ? p : (1 - p) / 9))),
    ),
  };
  it.each([
    [45, true, /precision is 66.7% and the recall 80.0%/],
    [50, true, /No other threshold/],
    [65, false, /More ships can be found/],
    [15, false, /Too many images are predicted/],
    [100, false, /no image at all/],
  ])('of %i%%', (percent, right, sentence) => {
    expect(checkThreshold(percent, scored)).toMatchObject({
      right,
      sentence: expect.stringMatching(sentence),
    });
  });
});

describe('the fault of a run', () => {
  const step = {
    type: 'batch',
    epoch: 1,
    batches: 1,
    accuracy: 0.1,
    milliseconds: 1,
    batch: 1,
    step: 1,
  } as const;
  const leaps: BatchEvent[] = [{ ...step, loss: 5000 }];
  const evidence: Evidence = {
    batches: leaps,
    stages: [
      { stage: 'normalize', shape: [1], values: Float32Array.of(1) },
      { stage: 'conv1', shape: [1], values: Float32Array.of(0) },
    ],
    log: {
      settings: caseOf('rate', 1).settings,
      architecture: REFERENCE,
      epochs: [],
      backend: 'wasm',
      labels: { training: [], heldOut: [] },
    },
  };
  it('is named, and a wrong suspicion is compared with the number that would reveal it', () => {
    expect(checkFault('rate', 'rate', evidence)).toMatchObject({
      right: true,
      sentence: expect.stringMatching(/the largest loss of a step: 5,000/),
    });
    expect(checkFault('range', 'rate', evidence).sentence).toBe(
      'Had it been that, the largest value after normalize would be above 1. Here it is 1.',
    );
    expect(checkFault('rate', 'range', evidence).sentence).toMatch(/another fault brings it about/);
    expect(checkFault('none', 'rate', evidence)).toMatchObject({ right: false });
    expect(checkFault('none', 'none', evidence)).toMatchObject({ right: true });
  });
});
