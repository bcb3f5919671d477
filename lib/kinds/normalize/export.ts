import { channelsOf, isMap, type Shape } from '@/lib/tensor/tensor';
import type { LayerExport, OnnxNode } from '../parts/export';
import type { NormalizeLayer } from '../types';
import { lineOf } from './explain';

/** One number where all channels share it, else one for each. */
const shared = (numbers: readonly number[]) =>
  numbers.every((one) => one === numbers[0]) ? numbers[0] : numbers;

function linesOf(layer: NormalizeLayer, input: Shape) {
  return Array.from({ length: channelsOf(input) }, (_, channel) => lineOf(layer, channel));
}

/** Subtracts or divides by a number for each channel, spread over the axes behind it. */
function along(operator: string, name: string, values: readonly number[], input: Shape): OnnxNode {
  const dims = values.length === 1 ? [] : isMap(input) ? [values.length, 1, 1] : [values.length];
  return { operator, stored: [{ name, dims, values: Float32Array.from(values) }] };
}

export const exported: LayerExport<NormalizeLayer> = {
  keras(layer, input) {
    const lines = linesOf(layer, input);
    const scale = shared(lines.map(({ deviation }) => 1 / (layer.divisor * deviation)));
    const offset = shared(lines.map(({ mean, deviation }) => (mean === 0 ? 0 : -mean / deviation)));
    return { className: 'Rescaling', config: { scale, offset } };
  },
  onnx: ({ divisor, means, deviations }, input) => [
    along('Div', 'divisor', [divisor], input),
    ...(means ? [along('Sub', 'means', means, input)] : []),
    ...(deviations ? [along('Div', 'deviations', deviations, input)] : []),
  ],
  numpy: `
def normalize(x, layer, weights):
    x = x / layer["divisor"] - np.array(layer.get("means", [0]))
    return x / np.array(layer.get("deviations", [1]))`,
};
