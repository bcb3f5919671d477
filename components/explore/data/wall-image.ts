import { type MapShape, size } from '@/lib/tensor/tensor';

interface Rows {
  /** The first row, and how many there are. */
  readonly first: number;
  readonly count: number;
  readonly columns: number;
}

/** Images of one shape, one after the other. */
export interface Pixels {
  readonly pixels: Uint8Array;
  readonly shape: MapShape;
}

/** Some rows of images of a set side by side, pixel for pixel. What is beyond the last image is transparent. */
export function wallImage(
  { pixels, shape }: Pixels,
  places: ArrayLike<number>,
  { first, count, columns }: Rows,
): ImageData {
  const [height, width, channels] = shape;
  const bytes = size(shape);
  const image = new ImageData(columns * width, count * height);
  const { data } = image;
  const last = Math.min(places.length, (first + count) * columns);
  for (let nth = first * columns; nth < last; nth++) {
    const left = (nth % columns) * width;
    const top = (Math.floor(nth / columns) - first) * height;
    let from = places[nth] * bytes;
    for (let row = 0; row < height; row++) {
      let to = ((top + row) * columns * width + left) * 4;
      for (let column = 0; column < width; column++, from += channels, to += 4) {
        data[to] = pixels[from];
        data[to + 1] = pixels[from + (channels === 1 ? 0 : 1)];
        data[to + 2] = pixels[from + (channels === 1 ? 0 : 2)];
        data[to + 3] = 255;
      }
    }
  }
  return image;
}
