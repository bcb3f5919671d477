import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arraysOf, withNumbers, withoutNumbers } from '@/lib/engine/runs/apart';

const values = (length: number) => fc.float32Array({ minLength: length, maxLength: length, noNaN: true });
const shape = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 4 });
const numbered = shape.chain((shape) =>
  values(shape.reduce((product, n) => product * n, 1)).map((values) => ({ shape, values })),
);
const state = fc.record({
  weights: fc.dictionary(
    fc.stringMatching(/^[a-z][a-z0-9]{0,6}$/),
    fc.record({ kernel: numbered, bias: numbered }),
  ),
  optimizer: fc.option(fc.array(numbered.map((one) => ({ ...one, name: 'moment', counts: false })))),
});

const together = (arrays: readonly Float32Array[]) => Float32Array.from(arrays.flatMap((one) => [...one]));

it('a state apart from its numbers is the same once it has them again', () => {
  fc.assert(
    fc.property(state, (state) => {
      const numbers = together(arraysOf(state));
      const bare = structuredClone(withoutNumbers(state));
      expect(together(arraysOf(bare))).toHaveLength(0);
      expect(withNumbers(bare, numbers)).toEqual(state);
    }),
  );
});

it('more or fewer numbers than its shapes have are not its own', () => {
  fc.assert(
    fc.property(state, fc.integer({ min: 1, max: 9 }), (state, count) => {
      const numbers = together(arraysOf(state));
      expect(
        withNumbers(withoutNumbers(state), Float32Array.of(...numbers, ...Array(count).fill(1))),
      ).toBeNull();
      if (numbers.length > 0) expect(withNumbers(withoutNumbers(state), numbers.slice(1))).toBeNull();
    }),
  );
});
