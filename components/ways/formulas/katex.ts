/** How formulas in the texts become elements. They are ours, so they may carry attributes. */
export const KATEX = {
  // MathML beside what is seen, for those who have it read to them.
  output: 'htmlAndMathml',
  throwOnError: true,
  strict: 'ignore',
  trust: true,
  // A symbol that says its present value: \sym{its name in lib/formulas}{how it is written}.
  macros: { '\\sym': '\\htmlData{symbol=#1}{#2}' },
} as const;
