/** The options of KaTeX; see `katex.mjs`. */
export const KATEX: {
  readonly output: 'htmlAndMathml';
  readonly throwOnError: true;
  readonly strict: 'ignore';
  readonly trust: true;
  readonly macros: { readonly '\\sym': string };
};
