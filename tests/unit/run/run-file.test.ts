import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entriesOf } from '@/lib/kinds/parts/weights';
import type { Architecture } from '@/lib/network/architecture';
import { buildPipeline } from '@/lib/network/build-pipeline';
import type { RunLog } from '@/lib/network/run';
import type { WeightSet } from '@/lib/network/weights';
import { packWeights } from '@/lib/run/packed';
import { type RecordedRun, readRunFile, weightsOf, writeRunFile } from '@/lib/run/run-file';
import { kernelOf } from '../support/parameters';
import { must, sentenceOf } from '../support/result';

const SMALL: Architecture = {
  name: 'small',
  input: [4, 4, 1],
  classes: ['a', 'b'],
  layers: [
    { id: 'input', kind: 'input' },
    { id: 'normalize', kind: 'normalize', divisor: 255 },
    { id: 'flatten', kind: 'flatten' },
    { id: 'output', kind: 'dense', units: 2, activation: 'softmax' },
  ],
};
/** A hidden layer with 16 × 6,250 weights: large enough to be kept in one byte each. */
const LARGE: Architecture = {
  ...SMALL,
  name: 'large',
  layers: [
    ...SMALL.layers.slice(0, 3),
    { id: 'hidden', kind: 'dense', units: 6250, activation: 'relu' },
    { id: 'output', kind: 'dense', units: 2, activation: 'softmax' },
  ],
};

const logOf = (architecture: Architecture): RunLog => ({
  settings: { optimizer: 'adam', learningRate: 0.001, batchSize: 1, epochs: 3, seed: 7 },
  architecture,
  backend: 'wasm',
  labels: { training: [0, 1], heldOut: [1] },
  epochs: [0, 1].map((epoch) => ({
    epoch,
    loss: 0.7 - epoch / 10,
    accuracy: 0.5,
    heldOutLoss: 0.8,
    heldOutAccuracy: 1,
    milliseconds: 12 * epoch,
    learningRate: 0.001,
    norms: { output: { weight: 1.5, gradient: epoch === 0 ? null : 0.25 } },
    answers: { training: [0, 0], heldOut: [1] },
  })),
});

function weightsFor(architecture: Architecture, value: (at: number) => number): WeightSet {
  const filled = (shape: readonly number[]) => ({
    shape,
    values: Float32Array.from({ length: shape.reduce((all, n) => all * n, 1) }, (_, at) => value(at)),
  });
  const learning = must(buildPipeline(architecture)).stages.flatMap(({ id, weights }) =>
    weights
      ? [
          [
            id,
            Object.fromEntries(entriesOf(weights).map(([name, { shape }]) => [name, filled(shape)])),
          ] as const,
        ]
      : [],
  );
  return Object.fromEntries(learning);
}

function runOf(architecture: Architecture, value: (at: number) => number): RecordedRun {
  const weights = weightsFor(architecture, value);
  return {
    log: logOf(architecture),
    epochs: new Map(
      [0, 1].map((epoch) => [epoch, { step: 2 * epoch, tensors: new Map(packWeights(weights)) }]),
    ),
    resumable: {
      network: { origin: 'trained', seed: 7, epoch: 1, step: 2 },
      weights,
      optimizer: [{ name: 'iterations', shape: [], values: new Float32Array([2]), counts: true }],
    },
  };
}

const small = runOf(SMALL, (at) => Math.sin(at));
const file = must(writeRunFile(small));

/** Replaces a text in the file by another of the same length. */
function changed(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  expect(text).toContain(from);
  return Uint8Array.from(text.replace(from, to), (letter) => letter.charCodeAt(0));
}

describe('a run file', () => {
  it('restores the run, to the bit', () => {
    expect(must(readRunFile(file, SMALL))).toEqual(small);
  });

  it('restores any finite weights, with or without the optimizer’s state', () => {
    const value = fc.float({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), fc.boolean(), (values, resumable) => {
        const full = runOf(SMALL, (at) => values[at % values.length]);
        const run = resumable ? full : { ...full, resumable: null };
        expect(must(readRunFile(must(writeRunFile(run)), SMALL))).toEqual(run);
      }),
      { numRuns: 40 },
    );
  });

  it('keeps large kernels within 1/254 of the largest weight of each unit, and the exact ones beside them', () => {
    const run = runOf(LARGE, (at) => Math.sin(at * at) * (1 + (at % 6250)));
    const read = must(readRunFile(must(writeRunFile(run)), LARGE));
    const exact = kernelOf(run.resumable?.weights.hidden).values;
    expect(kernelOf(read.resumable?.weights.hidden).values).toEqual(exact);
    const kept = kernelOf(must(weightsOf(read, 1, must(buildPipeline(LARGE)))).hidden).values;
    const largest = new Float32Array(6250);
    exact.forEach((weight, at) => {
      largest[at % 6250] = Math.max(largest[at % 6250], Math.abs(weight));
    });
    const relative = exact.map((weight, at) => Math.abs(weight - kept[at]) / largest[at % 6250]);
    const worst = relative.reduce((most, one) => Math.max(most, one), 0);
    expect(worst).toBeGreaterThan(0);
    expect(worst).toBeLessThanOrEqual((1 / 254) * (1 + 1e-5));
  });

  it('is refused when it is cut off, at whichever byte', () => {
    const bytes = file;
    for (let end = 0; end < bytes.length; end++)
      expect(sentenceOf(readRunFile(bytes.subarray(0, end), SMALL))).toMatch(/breaks off/);
  });

  it('is refused when one bit is changed, in whichever byte', () => {
    const bytes = file;
    for (let at = 0; at < bytes.length; at++) {
      const flipped = bytes.slice();
      flipped[at] ^= 1 << (at % 8);
      expect(readRunFile(flipped, SMALL).ok, `byte ${at}`).toBe(false);
    }
  });

  it('reports a wrong checksum where a loss was changed', () => {
    const read = readRunFile(changed(file, '0.6', '0.1'), SMALL);
    expect(sentenceOf(read)).toBe('This run file is damaged, so nothing of it was opened.');
  });

  it('reports that it is of a newer version', () => {
    const newer = changed(file, '"version":"1"', '"version":"2"');
    expect(sentenceOf(readRunFile(newer, SMALL))).toMatch(/newer version.*format 2/);
  });

  it('reports that it belongs to a different network, and to which', () => {
    expect(sentenceOf(readRunFile(file, LARGE))).toMatch(/another network \(“small”\)/);
  });

  it('is not written without the weights of all its epochs', () => {
    const [first] = small.epochs;
    expect(sentenceOf(writeRunFile({ ...small, epochs: new Map([first]) }))).toMatch(/Epoch 1/);
  });
});
