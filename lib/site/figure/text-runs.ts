/** Text of a page as it is laid out: one run for each line of each text node. */

import { once } from '@/lib/once';

export interface TextRun {
  readonly text: string;
  readonly left: number;
  readonly width: number;
  readonly baseline: number;
}

const measuring = once(() => document.createElement('canvas').getContext('2d'));

/** How far the baseline is below the top of a line's box. */
function baselineBelow(height: number, style: CSSStyleDeclaration): number {
  const canvas = measuring();
  if (!canvas) return 0.8 * height;
  canvas.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const { fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } = canvas.measureText('x');
  return (height - above - below) / 2 + above;
}

/** A text of its own on the one line of a box, such as what is chosen in a list. */
export function lineIn(text: string, style: CSSStyleDeclaration, { left, top, height }: DOMRect): TextRun {
  const baseline = top + baselineBelow(height, style);
  // The canvas has the font from there.
  const width = measuring()?.measureText(text).width ?? 0;
  return { text, left: left + Number.parseFloat(style.paddingLeft), width, baseline };
}

/** As CSS shows it. */
const shownAs = (text: string, { textTransform }: CSSStyleDeclaration): string =>
  textTransform === 'uppercase' ? text.toUpperCase() : text;

/** The lines of a text node, in order; words that stand on one line are one run. */
export function runsOf(node: Text, style: CSSStyleDeclaration): readonly TextRun[] {
  const lines: { text: string; left: number; right: number; top: number; height: number }[] = [];
  const range = document.createRange();
  for (const { 0: word, index } of node.data.matchAll(/\S+/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    const { left, right, top, height, width } = range.getBoundingClientRect();
    if (width === 0) continue;
    const last = lines.at(-1);
    if (last && Math.abs(last.top - top) < height / 2) {
      last.text += ` ${word}`;
      last.right = right;
    } else lines.push({ text: word, left, right, top, height });
  }
  return lines.map(({ text, left, right, top, height }) => ({
    text: shownAs(text, style),
    left,
    width: right - left,
    baseline: top + baselineBelow(height, style),
  }));
}
