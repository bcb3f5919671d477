/** The receptive field, computed stage by stage from the windows of the layers. */
import { rulesOf } from '@/lib/kinds/registry';
import type { Layer } from '@/lib/kinds/types';
import { asMap, isMap, type MapShape, type Shape } from '@/lib/tensor/tensor';

/** The patch of the image that one value of a stage depends on, before it is clipped at the border. */
export interface ReceptiveField {
  /** In pixels. */
  readonly height: number;
  readonly width: number;
  /** By how many pixels the fields of neighbouring cells are apart. */
  readonly stride: number;
  /** Where the field of cell 0 begins; negative where padding lets it reach outside the image. */
  readonly start: { readonly row: number; readonly column: number };
}

/** A pixel depends on itself. */
export const PIXEL: ReceptiveField = { height: 1, width: 1, stride: 1, start: { row: 0, column: 0 } };

/**
 * The field after a layer, from the field before it: a window of w cells adds w - 1 strides, and padding of p
 * cells moves the start p strides back (Araujo, Norris and Sim, "Computing Receptive Fields of Convolutional
 * Neural Networks", Distill 2019).
 * @returns null once a layer sees its whole input, and for all layers after it.
 */
export function foldField(field: ReceptiveField | null, layer: Layer, input: Shape): ReceptiveField | null {
  if (!field) return null;
  const [height, width] = isMap(input) ? input : [1, input[0]];
  const rules = rulesOf(layer);
  const down = rules.window(layer, height, 'height');
  const across = rules.window(layer, width, 'width');
  if (!down || !across) return null;
  return {
    height: field.height + (down.size - 1) * field.stride,
    width: field.width + (across.size - 1) * field.stride,
    stride: field.stride * down.stride,
    start: {
      row: field.start.row - down.before * field.stride,
      column: field.start.column - across.before * field.stride,
    },
  };
}

/** Along one axis: the most pixels that a value of any of these cells depends on, inside an image of this length. */
function mostInside(start: number, stride: number, size: number, cells: number, length: number): number {
  let most = 0;
  for (let cell = 0; cell < cells; cell++) {
    const first = start + cell * stride;
    most = Math.max(most, Math.min(first + size, length) - Math.max(first, 0));
  }
  return most;
}

/**
 * Height and width of the largest part of an image that a value of a stage depends on: its receptive field without what
 * padding lets it reach outside. `image` is the network's input.
 */
export function fieldInside(
  field: ReceptiveField,
  output: Shape,
  image: MapShape,
): readonly [number, number] {
  const { height, width, stride, start } = field;
  // The values of a vector are those of a map, in one row.
  if (!isMap(output)) return [Math.min(height, image[0]), Math.min(width, image[1])];
  const [rows, columns] = asMap(output);
  return [
    mostInside(start.row, stride, height, rows, image[0]),
    mostInside(start.column, stride, width, columns, image[1]),
  ];
}
