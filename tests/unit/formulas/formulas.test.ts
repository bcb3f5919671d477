import fc from 'fast-check';
import { expect, test } from 'vitest';
import { classWord } from '@/lib/course/class-names';
import { READS, type ReadName } from '@/lib/formulas';
import type { Pipeline } from '@/lib/network/pipeline';
import type { WeightSet } from '@/lib/network/weights';
import { lossGradients } from '@/lib/provenance/loss';
import { naiveForward } from '../support/naive';
import { kernelOf } from '../support/parameters';
import { anyPass } from '../support/passes';
import { must } from '../support/result';

type Pass = typeof anyPass extends fc.Arbitrary<infer T> ? T : never;

const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

function read(name: ReadName, { pipeline, trace, weights }: Pass, label: number) {
  const gradients = must(lossGradients(pipeline, trace, weights, label));
  return READS[name]({ pipeline, classWord, trace: { ...trace, weights }, gradients, label, cell: null });
}

/** The loss by its definition, with one number of a kernel changed. */
function lossWith({ pipeline, trace, weights }: Pass, label: number, stage: string, at: number, by: number) {
  const kernel = kernelOf(weights[stage]);
  const values = kernel.values.map((one, n) => (n === at ? one + by : one));
  const changed: WeightSet = {
    ...weights,
    [stage]: { ...weights[stage], kernel: { ...kernel, values } },
  };
  const image = Array.from(trace.stages[0].values);
  const logits = naiveForward(pipeline.architecture, changed, image).at(-1)?.before ?? [];
  const exponentials = Array.from(logits, (logit) => Math.exp(logit));
  return Math.log(exponentials.reduce((a, b) => a + b, 0)) - logits[label];
}

/** Both one-sided slopes; where they differ, a ReLU or a pooling switched in between. */
function slopes(pass: Pass, label: number, stage: string, at: number) {
  const h = 1e-3;
  const [down, here, up] = [-h, 0, h].map((by) => lossWith(pass, label, stage, at, by));
  return [(here - down) / h, (up - here) / h] as const;
}

const hasConvolution = ({ pipeline }: { readonly pipeline: Pipeline }) =>
  pipeline.stages.some(({ layer }) => layer.kind === 'conv2d');

test('softmax and cross-entropy follow their formulas', () => {
  fc.assert(
    fc.property(anyPass, share, (pass, which) => {
      const { classes } = pass.pipeline.architecture;
      const label = Math.floor(which * classes.length);
      const logits = pass.trace.stages.at(-1)?.before ?? new Float32Array();
      const { values, parts } = must(read('softmax', pass, label));
      expect(values.z).toBe(logits[label]);
      expect(values.m).toBe(Math.max(...logits));
      expect(values.e).toBeCloseTo(Math.exp(logits[label] - values.m), 10);
      expect(values.p).toBeCloseTo(values.e / values.s, 10);
      const all = parts.find(({ symbol }) => symbol === 'p')?.values ?? [];
      expect(Array.from(all).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 5);
      const loss = must(read('crossEntropy', pass, label)).values;
      expect(loss.L).toBeCloseTo(-Math.log(values.p), 6);
      expect(loss.g).toBeCloseTo(values.p - 1, 10);
    }),
  );
});

test('the products and the bias of a convolution add up to its sum', () => {
  let compared = 0;
  fc.assert(
    fc.property(anyPass.filter(hasConvolution), (pass) => {
      const { values, parts, cell } = must(read('convolution', pass, 0));
      const stage = pass.pipeline.stages.find(({ layer }) => layer.kind === 'conv2d');
      if (!stage || !cell) throw new Error('there is one');
      const own = (symbol: string) => parts.filter((part) => part.symbol === symbol && part.group !== 'sum');
      const xs = own('x').flatMap((part) => Array.from(part.values));
      const ws = own('w').flatMap((part) => Array.from(part.values));
      // At most three channels are written out; the first convolution of such a network may read more.
      if (Number(stage.input[2]) > 3) return;
      compared++;
      const sum = xs.reduce((all, x, at) => all + x * ws[at], values.b ?? 0);
      const { biased, relu } = {
        biased: stage.weights?.bias !== undefined,
        relu: stage.layer.kind === 'conv2d' && stage.layer.activation === 'relu',
      };
      expect('b' in values && own('b').length === 0).toBe(biased);
      expect(parts.some(({ symbol }) => symbol === 'b')).toBe(biased);
      expect(parts.find(({ symbol, group }) => symbol === 'a' && group === 'sum')?.title).toBe(
        relu ? 'after ReLU' : 'output',
      );
      expect('db' in must(read('convolutionBack', pass, 0)).values).toBe(biased);
      expect(Math.abs(sum - values.z)).toBeLessThan(1e-4 * (1 + Math.abs(values.z)));
      expect(xs).toContain(values.x);
      expect(ws).toContain(values.w);
    }),
  );
  expect(compared).toBeGreaterThan(50);
});

test('the gradients to the weights equal the effect of a small change', () => {
  const compared = { denseBack: 0, convolutionBack: 0 };
  fc.assert(
    fc.property(anyPass, share, (pass, which) => {
      const { pipeline } = pass;
      const { classes } = pipeline.architecture;
      const label = Math.floor(which * classes.length);
      const last = pipeline.stages[pipeline.stages.length - 1];
      const dense = must(read('denseBack', pass, label));
      const input = Number(/input (\d+)/.exec(dense.about)?.[1]);
      const [below, above] = slopes(pass, label, last.id, input * classes.length + label);
      // Single precision in the naive pass leaves three digits of a difference.
      const near = (one: number, other: number) => Math.abs(one - other) < 0.02 * (0.05 + Math.abs(other));
      if (near(below, above)) {
        compared.denseBack++;
        expect(near(dense.values.G, above)).toBe(true);
      }
      if (!hasConvolution(pass)) return;
      const back = must(read('convolutionBack', pass, label));
      const conv = pipeline.stages.find(({ layer }) => layer.kind === 'conv2d');
      const place = /filter (\d+): the weight in row (\d+), column (\d+) for (\w+(?: \d+)?)/.exec(back.about);
      if (!conv?.weights?.kernel || !place) throw new Error('there is one');
      const [, side, channels, filters] = conv.weights.kernel.shape;
      const [filter, row, column] = place.slice(1, 4).map(Number);
      const channel = channels === 3 ? ['red', 'green', 'blue'].indexOf(place[4]) : Number(place[4].slice(4));
      const at = ((row * side + column) * channels + channel) * filters + filter;
      const [low, high] = slopes(pass, label, conv.id, at);
      if (!near(low, high)) return;
      compared.convolutionBack++;
      expect(near(back.values.G, high)).toBe(true);
    }),
    { numRuns: 200 },
  );
  expect(compared.denseBack).toBeGreaterThan(100);
  expect(compared.convolutionBack).toBeGreaterThan(40);
});

test('a ReLU gates its gradient, and a pooling passes it to the winner', () => {
  const compared = { reluBack: 0, poolBack: 0 };
  fc.assert(
    fc.property(anyPass, share, (pass, which) => {
      const { pipeline } = pass;
      const label = Math.floor(which * pipeline.architecture.classes.length);
      const relu = read('reluBack', pass, label);
      if (relu.ok) {
        compared.reluBack++;
        const [z, gates, from, on] = ['z', 'gate', 'da', 'dz'].map((symbol) =>
          Array.from(relu.value.parts.find((part) => part.symbol === symbol)?.values ?? []),
        );
        expect(gates).toEqual(z.map((sum) => Number(sum > 0)));
        for (const [at, gate] of gates.entries()) expect(on[at]).toBe(gate === 1 ? from[at] : 0);
      }
      const stage = pipeline.stages.findLast(({ layer }) => layer.kind === 'maxPool');
      const pool = read('poolBack', pass, label);
      expect(pool.ok).toBe(stage !== undefined);
      if (!pool.ok || stage?.layer.kind !== 'maxPool') return;
      const { x, d, B } = pool.value.values;
      const window = pool.value.parts.find(({ symbol }) => symbol === 'x')?.values ?? new Float32Array();
      expect(x).toBe(Math.max(...window));
      // Where windows overlap, a winner may receive more.
      if (stage.layer.stride < Math.max(...[stage.layer.size].flat())) return;
      compared.poolBack++;
      expect(B).toBe(d);
    }),
    { numRuns: 700 },
  );
  expect(compared.reluBack).toBeGreaterThan(50);
  expect(compared.poolBack).toBeGreaterThan(50);
});
