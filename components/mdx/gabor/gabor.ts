/** Gabor functions, which first filters of many networks resemble: computed, as nobody’s weights. */

/** A wave of a direction and a length, in cells, under a bell-shaped curve of a width. */
export interface Wave {
  /** Of the direction along which it goes up and down, in radians; 0 is to the right. */
  readonly angle: number;
  readonly length: number;
  /** The standard deviation of the bell, in cells. */
  readonly spread: number;
}

/**
 * A Gabor function at the cells of a square, row by row: exp(−r² / 2σ²) · cos(2π x′ / λ), where r is the distance from the
 * middle and x′ the way from there along the wave’s direction (Daugman 1985).
 * @returns side × side values from −1 to 1
 */
export function gabor(side: number, { angle, length, spread }: Wave): Float32Array {
  const middle = (side - 1) / 2;
  return Float32Array.from({ length: side * side }, (_, at) => {
    const [right, down] = [(at % side) - middle, Math.floor(at / side) - middle];
    const along = right * Math.cos(angle) + down * Math.sin(angle);
    const bell = Math.exp(-(right * right + down * down) / (2 * spread * spread));
    return bell * Math.cos((2 * Math.PI * along) / length);
  });
}

/** Squares side by side, a cell apart: grey levels and whether each cell belongs to one, as a filter’s weights are drawn. */
export function sideBySide(squares: readonly Float32Array[], side: number) {
  const width = squares.length * (side + 1) - 1;
  /** Grey and opacity of each cell. */
  const data = new Uint8Array(2 * width * side);
  for (const [nth, square] of squares.entries())
    for (const [at, value] of square.entries()) {
      const cell = Math.floor(at / side) * width + nth * (side + 1) + (at % side);
      // A weight of 0 is grey.
      data.set([Math.round(127.5 + 127.5 * value), 255], 2 * cell);
    }
  return { width, height: side, data };
}
