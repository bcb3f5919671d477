/** How a sum takes one more product, and how many rows of two sums each fit into the registers beside what they need. */
export interface Variant {
  readonly multiplyAdd: (sum: string, a: string, b: string) => string;
  readonly height: number;
}

/**
 * V8 has 15 registers of four numbers. Relaxed SIMD multiplies and adds in one instruction; plain SIMD needs another
 * register for the product.
 */
export const VARIANTS: { readonly [Name in 'plain' | 'relaxed']: Variant } = {
  plain: { multiplyAdd: (sum, a, b) => `(f32x4.add ${sum} (f32x4.mul ${a} ${b}))`, height: 5 },
  relaxed: { multiplyAdd: (sum, a, b) => `(f32x4.relaxed_madd ${a} ${b} ${sum})`, height: 6 },
};
