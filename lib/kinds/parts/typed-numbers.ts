/** Numbers as they are typed or pasted. */

/** A decimal number, with a point or a comma: "0.5", "0,5", "1e-3". */
const NUMBER = /^-?(\d+([.,]\d*)?|[.,]\d+)(e-?\d{1,2})?$/i;
/** What a list of a program stands in: "[0.485, 0.456, 0.406]". */
const BRACKETS = /[[\](){}]/g;

/** The number that a text is; null where it is none. */
export const numberOf = (text: string): number | null =>
  NUMBER.test(text.trim()) ? Number(text.trim().replace(',', '.')) : null;

/** One entry of a list, without the comma behind it; where it has several commas, they separate. */
const entriesOf = (piece: string): readonly string[] => {
  const entry = piece.replace(/,+$/, '');
  return (entry.match(/,/g)?.length ?? 0) > 1 ? entry.split(',') : [entry];
};

/**
 * The entries of a list of numbers, one after another: "0.485, 0.456, 0.406", "[.5,.5,.5]", "0,5; 0,4". Where semicolons
 * separate, a comma is a decimal one; elsewhere, where no point is and no space follows.
 */
export function listedNumbers(text: string): readonly string[] {
  const bare = text.replace(BRACKETS, ' ');
  if (bare.includes(';')) return bare.split(/[;\s]+/).filter((entry) => entry !== '');
  const entries = bare.includes('.') ? bare.split(/[,\s]+/) : bare.split(/\s+/).flatMap(entriesOf);
  return entries.filter((entry) => entry !== '');
}
