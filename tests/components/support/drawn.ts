/** What figures draw, as pixels: four bytes each; and what they must draw, worked out from the values alone. */
import { maxIndex } from 'd3-array';
import { cssColour, rangeOf } from '@/lib/format/colour-maps';
import type { StageTrace } from '@/lib/network/trace';
import { asMap, isMap } from '@/lib/tensor/tensor';
import { kernelOf } from '../../unit/support/parameters';
import type { ImagePass } from './image-pass';

/** A drawing that a figure must show: one of these, on a canvas of this height and width. */
export interface Drawing {
  readonly of: string;
  readonly size: readonly number[];
  readonly anyOf: readonly (readonly number[])[];
}

/** All canvases of one size. */
const canvasesOf = (container: Element, [height, width]: readonly number[]) =>
  [...container.querySelectorAll('canvas')]
    .filter((canvas) => canvas.width === width && canvas.height === height)
    .map(
      (canvas) => canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray(),
    );

const same = (drawn: Uint8ClampedArray, wanted: readonly number[]) =>
  drawn.length === wanted.length && drawn.every((value, at) => value === wanted[at]);

/** Whether a drawing is there, pixel by pixel. */
export const shows = (container: Element, { size, anyOf }: Drawing): boolean =>
  canvasesOf(container, size).some((drawn) => anyOf.some((wanted) => same(drawn, wanted)));

/** Red, green and blue of a CSS colour. */
export const parsed = (colour: string): number[] => (colour.match(/\d+/g) ?? []).slice(0, 3).map(Number);

/** The colours of these values, on the scale of all. */
const coloursOf = (values: Float32Array, range = rangeOf(values)): number[] =>
  Array.from(values, (value) => [...parsed(cssColour(range, value)), 255]).flat();

/** What a canvas of one channel must show. */
function planeColours({ values, shape }: StageTrace, channel: number): number[] {
  const [, , depth] = asMap(shape);
  return coloursOf(
    values.filter((_, at) => at % depth === channel),
    rangeOf(values),
  );
}

/** What a canvas of the whole image must show, byte for byte: grey, or colours with the opacity that they are drawn with. */
function imageColours({ values, shape }: StageTrace, high: number): number[] {
  const [height, width, depth] = asMap(shape);
  const byte = (at: number) => Math.round((values[at] * 255) / high);
  return Array.from({ length: height * width }, (_, at) => {
    const of = (channel: number) => byte(at * depth + (depth === 1 ? 0 : channel));
    return [of(0), of(1), of(2), 255];
  }).flat();
}

/** What each place of the maps before the flatten adds to the sum of the strongest unit, over all their channels. */
function addedByPlace({ pipeline, trace }: ImagePass, at: number): Drawing {
  const [height, width, channels] = asMap(pipeline.stages[at - 2].output);
  const { values } = trace.stages[at];
  const unit = maxIndex(values);
  const kernel = kernelOf(trace.weights[pipeline.stages[at].id]).values;
  const sums = new Float64Array(height * width);
  for (const [from, value] of trace.stages[at - 1].values.entries())
    sums[Math.floor(from / channels)] += value * kernel[from * values.length + unit];
  const added = Float32Array.from(sums);
  return { of: 'places', size: [height, width], anyOf: [coloursOf(added, rangeOf(added, 'diverging'))] };
}

/** A dense layer: its units in a row, and what the maps that it reads contribute. */
function ofDense(pass: ImagePass, at: number): readonly Drawing[] {
  const { values } = pass.trace.stages[at];
  const units = { of: 'units', size: [1, values.length], anyOf: [coloursOf(values)] };
  return pass.pipeline.stages[at - 1].layer.kind === 'flatten' ? [units, addedByPlace(pass, at)] : [units];
}

/** What the figure of a stage must draw on canvases. Where its output is a vector of none, it draws the maps that it reads. */
export function drawingsOf(pass: ImagePass, at: number): readonly Drawing[] {
  const { layer, input, output, brightness } = pass.pipeline.stages[at];
  if (layer.kind === 'dense') return ofDense(pass, at);
  const shape = isMap(output) ? output : asMap(input);
  const traced = pass.trace.stages[isMap(output) ? at : at - 1];
  const anyOf =
    layer.kind === 'input' || layer.kind === 'normalize'
      ? [imageColours(traced, brightness ?? 1)]
      : Array.from({ length: shape[2] }, (_, channel) => planeColours(traced, channel));
  return [{ of: 'maps', size: shape, anyOf }];
}
