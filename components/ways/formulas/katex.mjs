/** How KaTeX renders formulas in the texts. They are our own, so they may carry attributes. A module that Next's configuration can read as it is. */
export const KATEX = /** @type {const} */ ({
  // MathML beside the visible form, for screen readers.
  output: 'htmlAndMathml',
  throwOnError: true,
  strict: 'ignore',
  trust: true,
  // A symbol with a current value: \sym{its name in lib/formulas}{its notation}.
  macros: { '\\sym': '\\htmlData{symbol=#1}{#2}' },
});
