import { expect, test } from 'vitest';
import { referencePipeline } from '@/lib/course/reference';
import type { StepReport, StepWeight } from '@/lib/engine/examine-protocol';
import { adam } from '@/lib/formulas/adam';
import { deviation, initialisation, initialSpreads } from '@/lib/formulas/initialisation';
import { must, sentenceOf } from '../support/result';

test('a standard deviation is taken about the mean', () => {
  expect(deviation([2, 4, 4, 4, 5, 5, 7, 9])).toBe(2);
});

test('initial weights are spread as widely as He and Glorot state', () => {
  const spreads = initialSpreads(referencePipeline, 7);
  expect(spreads.map(({ stage, he }) => [stage, he])).toEqual([
    ['conv1', true],
    ['conv2', true],
    ['dense', true],
    ['output', false],
  ]);
  const fans = [
    [3 * 3 * 3, 3 * 3 * 32],
    [3 * 3 * 32, 3 * 3 * 64],
    [14 * 14 * 64, 128],
    [128, 10],
  ];
  for (const [at, { fanIn, fanOut, he, wanted, drawn }] of spreads.entries()) {
    expect([fanIn, fanOut]).toEqual(fans[at]);
    expect(wanted).toBeCloseTo(Math.sqrt(he ? 2 / fanIn : 2 / (fanIn + fanOut)), 12);
    expect(Math.abs(drawn / wanted - 1)).toBeLessThan(0.06);
  }
  const { values, about } = must(initialisation(spreads, {}, 'dense', 7));
  expect(about).toMatch(/^dense, before a ReLU: He/);
  expect(values.l / values.s).toBeCloseTo(Math.sqrt(3), 12);
  expect(values.d).toBe(spreads[2].drawn);
  expect(sentenceOf(initialisation([], {}, null, 7))).toMatch(/no weights/);
});

const report = (optimizer: 'adam' | 'sgd', remembered: number): StepReport => ({
  settings: { optimizer, learningRate: 0.001, batchSize: 32, epochs: 10, seed: 1 },
  rate: 0.001,
  network: { origin: 'trained', seed: 1, epoch: 1, step: 32 },
  remembered,
  ofRun: true,
  loss: 2,
  images: [],
});
const seen = (gradient: number, remembered: StepWeight['remembered']): StepWeight => ({
  before: 0.5,
  after: 0,
  gradient,
  remembered,
  inputs: null,
  slopes: new Float32Array(),
});

test('the first step of Adam is the learning rate, whatever the gradient', () => {
  for (const gradient of [0.3, -0.002, 40]) {
    const { values } = adam(report('adam', 0), seen(gradient, { m: 0, v: 0 }), 'kernel', 'a weight');
    expect(values.mc).toBeCloseTo(gradient, 10);
    expect(values.vc).toBeCloseTo(gradient ** 2, 10);
    expect(values.d).toBeCloseTo(-0.001 * Math.sign(gradient), 6);
    expect(values.w).toBeCloseTo(0.5 + values.d, 12);
  }
});

test('a later step of Adam follows the formulas of the paper', () => {
  const reading = adam(report('adam', 9), seen(0.2, { m: -0.1, v: 0.04 }), 'bias', 'a bias');
  const m = 0.9 * -0.1 + 0.1 * 0.2;
  const v = 0.999 * 0.04 + 0.001 * 0.2 ** 2;
  const change = (-0.001 * (m / (1 - 0.9 ** 10))) / (Math.sqrt(v / (1 - 0.999 ** 10)) + 1e-7);
  expect(reading.about).toBe('a bias: step 10 of Adam, from the network of epoch 1.');
  expect(reading.values.m).toBeCloseTo(m, 12);
  expect(reading.values.v).toBeCloseTo(v, 12);
  expect(reading.values.d).toBeCloseTo(change, 12);
});

test('a run with a different optimizer shows a first step of Adam, and says that it is one', () => {
  const reading = adam(report('sgd', 9), seen(0.2, {}), 'bias', 'a bias');
  expect(reading.about).toMatch(/does not use Adam/);
  expect(reading.values.t).toBe(1);
});
