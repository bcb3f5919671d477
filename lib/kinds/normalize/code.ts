import type { LayerCode, NormalizeLayer } from '../types';

const list = (numbers: readonly (number | string)[]) => `[${numbers.join(', ')}]`;
const same = (numbers: readonly (number | string)[]) => numbers.every((one) => one === numbers[0]);
/** One number where all are the same, else a list. */
const written = (numbers: readonly (number | string)[]) => (same(numbers) ? `${numbers[0]}` : list(numbers));

/** What is subtracted, and divided by then, in PyTorch: a list is laid out along the channels, which come first there. */
const alongChannels = (numbers: readonly number[]) =>
  same(numbers) ? `${numbers[0]}` : `torch.tensor(${list(numbers)}).view(-1, 1, 1)`;

/**
 * The line that makes such a layer. Keras and TensorFlow.js know a scale and an offset: what the whole line multiplies
 * by and adds, as quotients of the numbers that the layer has.
 */
export function code({ divisor, means = [0], deviations = [1] }: NormalizeLayer): LayerCode {
  const channels = Math.max(means.length, deviations.length);
  const along = (numbers: readonly number[]) =>
    Array.from({ length: channels }, (_, channel) => (numbers.length === 1 ? numbers[0] : numbers[channel]));
  const [mean, deviation] = [along(means), along(deviations)];
  const scale = written(deviation.map((one) => (one === 1 ? `1 / ${divisor}` : `1 / (${divisor} * ${one})`)));
  const offset = written(mean.map((one, at) => (deviation[at] === 1 ? -one : `${-one} / ${deviation[at]}`)));
  const moved = mean.some((one) => one !== 0);
  const shifted = moved ? `(x / ${divisor} - ${alongChannels(mean)})` : `x / ${divisor}`;
  return {
    keras: `layers.Rescaling(${scale}${moved ? `, offset=${offset}` : ''})`,
    tensorflowjs: `tf.layers.rescaling({ scale: ${scale}${moved ? `, offset: ${offset}` : ''} })`,
    pytorch: `x = ${deviation.some((one) => one !== 1) ? `${shifted} / ${alongChannels(deviation)}` : shifted.replace(/^\((.*)\)$/, '$1')}`,
  };
}
