import { formatCount, formatNumber, formatPercent, formatShape } from '@/lib/format/format';
import { classWord } from '@/lib/pipeline/class-words';
import type { Stage } from '@/lib/pipeline/pipeline';
import { cellAt, isMap, size, type Tensor } from '@/lib/tensor/tensor';
import words from '@/words/summary';

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
    ? words.peakUnit({ unit: cell[0], value })
    : words.peakMap({ map: cell[2], value, row: cell[0], column: cell[1] });
}

function fired(output: Tensor, things: 'maps' | 'units'): string {
  const count = firing(output);
  return count === 0 ? words.none({ things }) : words.fire({ count, things, peak: peak(output) });
}

/**
 * What a stage made of this picture, in one or two sentences with its real numbers.
 * `classes` names the units of the output.
 */
export function summarize(stage: Stage, output: Tensor, classes: readonly string[]): string {
  const { layer } = stage;
  switch (layer.kind) {
    case 'input':
      return words.input({ count: formatCount(size(stage.output)), shape: formatShape(stage.output) });
    case 'normalize':
      return words.normalize({
        divisor: layer.divisor,
        largest: formatNumber(output.values[largest(output.values)]),
      });
    case 'conv2d':
      return words.conv({
        count: formatCount(layer.filters),
        shape: formatShape(stage.input),
        fired: fired(output, 'maps'),
      });
    case 'maxPool':
      return words.pool({
        size: layer.size,
        before: formatCount(size(stage.input)),
        after: formatCount(size(stage.output)),
        peak: peak(output),
      });
    case 'flatten':
      return isMap(stage.input)
        ? words.flatten({
            maps: formatCount(stage.input[2]),
            height: stage.input[0],
            width: stage.input[1],
            count: formatCount(size(stage.output)),
          })
        : words.vector();
    case 'dense':
      return layer.activation === 'softmax'
        ? answer(output, classes)
        : words.dense({
            units: formatCount(layer.units),
            count: formatCount(size(stage.input)),
            fired: fired(output, 'units'),
          });
  }
}

function answer({ values }: Tensor, classes: readonly string[]): string {
  const [first, second] = Array.from(values.keys()).sort((a, b) => values[b] - values[a]);
  return words.answer({
    first: classWord(classes[first]),
    firstShare: formatPercent(values[first]),
    second: classWord(classes[second]),
    secondShare: formatPercent(values[second]),
  });
}
