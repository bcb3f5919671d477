/** How KaTeX renders formulas in the texts. They are our own, so they may carry attributes. */
export const KATEX = {
  // MathML beside the visible form, for screen readers.
  output: 'htmlAndMathml',
  throwOnError: true,
  strict: 'ignore',
  trust: true,
  // A symbol with a current value: \sym{its name in lib/formulas}{its notation}.
  macros: { '\\sym': '\\htmlData{symbol=#1}{#2}' },
} as const;
