import fc from 'fast-check';

const side = fc.integer({ min: 1, max: 5 });

/** Small maps with any values but NaN. */
export const maps = fc.tuple(side, side, fc.integer({ min: 1, max: 6 })).chain(([height, width, depth]) =>
  fc.record({
    shape: fc.constant([height, width, depth] as const),
    values: fc.float32Array({
      minLength: height * width * depth,
      maxLength: height * width * depth,
      noNaN: true,
    }),
  }),
);
