import { formatCount, formatNumber, formatPercent, formatShape } from '@/lib/format/format';
import type { Stage } from '@/lib/pipeline/pipeline';
import { cellAt, isMap, size, type Tensor } from '@/lib/tensor/tensor';

/** The flat index of the largest value; the first of equals. */
function largest(values: Float32Array): number {
  let best = 0;
  for (let at = 1; at < values.length; at++) if (values[at] > values[best]) best = at;
  return best;
}

/** How many channels of a map (or units of a vector) have a value above zero somewhere. */
export function firing(tensor: Tensor): number {
  const channels = tensor.shape[tensor.shape.length - 1] ?? 0;
  const fires = new Uint8Array(channels);
  for (let at = 0; at < tensor.values.length; at++) if (tensor.values[at] > 0) fires[at % channels] = 1;
  return fires.reduce((sum, one) => sum + one, 0);
}

function peak(tensor: Tensor): string {
  const at = largest(tensor.values);
  const value = formatNumber(tensor.values[at]);
  const cell = cellAt(tensor.shape, at);
  return cell.length === 1
    ? `unit ${cell[0]} with ${value}`
    : `map ${cell[2]} with ${value} at row ${cell[0]}, column ${cell[1]}`;
}

function fired(output: Tensor, things: 'maps' | 'units'): string {
  const count = firing(output);
  return count === 0
    ? `None of the ${things} fires on this picture.`
    : `${count} of the ${things} fire; the strongest is ${peak(output)}.`;
}

/**
 * What a stage made of this picture, in one or two sentences with its real numbers.
 * `classes` names the units of the output.
 */
export function summarize(stage: Stage, output: Tensor, classes: readonly string[]): string {
  const { layer } = stage;
  switch (layer.kind) {
    case 'input':
      return `The picture arrives as ${formatCount(size(stage.output))} whole numbers from 0 to 255: ${formatShape(stage.output)}, height by width by colour.`;
    case 'normalize':
      return `Every number is divided by ${layer.divisor}. The largest is now ${formatNumber(output.values[largest(output.values)])}.`;
    case 'conv2d':
      return `${formatCount(layer.filters)} kernels slide over the ${formatShape(stage.input)} values before. ${fired(output, 'maps')}`;
    case 'maxPool':
      return `Each window of ${layer.size} × ${layer.size} values keeps only its largest, so ${formatCount(size(stage.input))} values become ${formatCount(size(stage.output))}. The largest of all is ${peak(output)}.`;
    case 'flatten':
      return isMap(stage.input)
        ? `The ${formatCount(stage.input[2])} maps of ${stage.input[0]} × ${stage.input[1]} are read out place by place into one vector of ${formatCount(size(stage.output))} numbers. Nothing is computed; only the order is fixed.`
        : 'A vector stays a vector.';
    case 'dense':
      return layer.activation === 'softmax'
        ? answer(output, classes)
        : `Each of ${formatCount(layer.units)} units weighs all ${formatCount(size(stage.input))} numbers. ${fired(output, 'units')}`;
  }
}

function answer({ values }: Tensor, classes: readonly string[]): string {
  const order = Array.from(values.keys()).sort((a, b) => values[b] - values[a]);
  const say = (unit: number) => `${classes[unit]} with ${formatPercent(values[unit])}`;
  return `The network answers ${say(order[0])}; next comes ${say(order[1])}.`;
}
