/** The reference network trained by jax-js in WebAssembly, for `npm run bench:train`. */
import { blockUntilReady, defaultDevice, init, jit, lax, nn, numpy as np, valueAndGrad } from '@jax-js/jax';
import { median, range } from 'd3-array';
import { referencePipeline } from '@/lib/course/reference';
import { imageOf, type LabelledImages } from '@/lib/data/data-set';
import { initialWeights } from '@/lib/network/initial-weights';

/** Kernel and bias of each layer that learns, in order. */
type Tree = np.Array[];

const [HEIGHT, WIDTH, CHANNELS] = referencePipeline.architecture.input;
const CLASSES = referencePipeline.architecture.classes.length;
const DECAY = { first: 0.9, second: 0.999 };
const EPSILON = 1e-7;

/** Convolution, bias, ReLU, and the largest of each 2 x 2 values. Channels come before the places, as jax-js has them. */
function stage(x: np.Array, kernel: np.Array, bias: np.Array): np.Array {
  const sums = lax.conv(x, kernel, [1, 1], 'VALID').add(bias.reshape([1, -1, 1, 1]));
  return lax.reduceWindow(nn.relu(sums), np.max, [2, 2], [2, 2]);
}

function lossOf([k1, b1, k2, b2, k3, b3, k4, b4]: Tree, images: np.Array, labels: np.Array): np.Array {
  const count = images.shape[0];
  const maps = stage(stage(images, k1, b1), k2, b2);
  const hidden = nn.relu(np.matmul(maps.reshape([count, -1]), k3).add(b3));
  const scores = np.matmul(hidden, k4).add(b4);
  return np.sum(nn.logSoftmax(scores).mul(labels)).mul(-1 / count);
}

/** A step of Adam under one `jit`. `shares`: what the decays have let both moments reach so far. */
const stepWith = (rate: number) =>
  jit((weights: Tree, first: Tree, second: Tree, images: np.Array, labels: np.Array, shares: np.Array) => {
    const [loss, slopes] = valueAndGrad(lossOf)(
      weights.map((one) => one.ref),
      images,
      labels,
    ) as unknown as [np.Array, Tree];
    const moments = first.map((old, at) => old.mul(DECAY.first).add(slopes[at].ref.mul(1 - DECAY.first)));
    const squares = second.map((old, at) =>
      old.mul(DECAY.second).add(slopes[at].ref.mul(slopes[at]).mul(1 - DECAY.second)),
    );
    const [share1, share2] = [shares.ref.slice(0), shares.slice(1)];
    const moved = weights.map((weight, at) => {
      const spread = np.sqrt(squares[at].ref.div(share2.ref)).add(EPSILON);
      return weight.sub(moments[at].ref.div(share1.ref).div(spread).mul(rate));
    });
    share1.dispose();
    share2.dispose();
    return [loss, moved, moments, squares] as [np.Array, Tree, Tree, Tree];
  });

/** The seed's initial weights, with the axes of the kernels in jax-js's order. The dense layer's rows stay as they are. */
function weightsOf(seed: number): Tree {
  const initial = initialWeights(referencePipeline, seed);
  return referencePipeline.stages
    .filter(({ weights }) => weights !== null)
    .flatMap(({ id }) => {
      const { kernel, bias } = initial[id];
      if (!kernel || !bias) throw new Error(`${id} has no kernel or no bias`);
      const matrix = np.array(Float32Array.from(kernel.values)).reshape([...kernel.shape]);
      return [
        kernel.shape.length === 4 ? np.transpose(matrix, [3, 2, 0, 1]) : matrix,
        np.array(Float32Array.from(bias.values)),
      ];
    });
}

function batchOf(set: LabelledImages, at: number, size: number): [images: np.Array, labels: np.Array] {
  const pixels = new Float32Array(size * HEIGHT * WIDTH * CHANNELS);
  const labels = new Float32Array(size * CLASSES);
  for (const place of range(size)) {
    const index = (at * size + place) % set.count;
    imageOf(set, index).forEach((value, pixel) => {
      pixels[place * HEIGHT * WIDTH * CHANNELS + pixel] = value / 255;
    });
    labels[place * CLASSES + set.labels[index]] = 1;
  }
  const images = np.array(pixels).reshape([size, HEIGHT, WIDTH, CHANNELS]);
  return [np.transpose(images, [0, 3, 1, 2]), np.array(labels).reshape([size, CLASSES])];
}

/** Steps and losses without a step (the forward pass), in milliseconds a batch. The first of each compiles and is not counted. */
export async function timeJax(set: LabelledImages, size: number, steps: number, rate: number, seed: number) {
  await init('wasm');
  defaultDevice('wasm');
  const step = stepWith(rate);
  const passThrough = jit(lossOf);
  let weights = weightsOf(seed);
  let first = weights.map((one) => np.zeros(one.shape));
  let second = weights.map((one) => np.zeros(one.shape));
  const times = { step: [] as number[], forward: [] as number[] };
  let loss = Number.NaN;
  for (let at = 0; at <= steps; at++) {
    const [images, labels] = batchOf(set, at, size);
    const shares = np.array([1 - DECAY.first ** (at + 1), 1 - DECAY.second ** (at + 1)]);
    await blockUntilReady([images, labels]);
    const start = performance.now();
    const passed = passThrough(
      weights.map((one) => one.ref),
      images.ref,
      labels.ref,
    );
    await passed.data();
    const between = performance.now();
    const answer = step(weights, first, second, images, labels, shares);
    [, weights, first, second] = answer;
    await blockUntilReady([...weights, ...first, ...second]);
    [loss] = await answer[0].data();
    if (at === 0) continue;
    times.forward.push(between - start);
    times.step.push(performance.now() - between);
  }
  return { step: median(times.step) ?? 0, forward: median(times.forward) ?? 0, loss };
}
