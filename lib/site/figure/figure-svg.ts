/**
 * A figure of a page as a drawing of its own: every canvas as an image, every drawing with its styles, every line of
 * text where it stands. No part of HTML is in it, so every program that reads SVG shows it.
 */
import { BEFORE_READING } from './reading';
import { boxParts, drawingPart, imagePart, isClear, part, SVG } from './svg-parts';
import { lineIn, runsOf, type TextRun } from './text-runs';

/** Empty room around the figure, in pixels. */
const MARGIN = 16;
/** What is for operating the figure, and what is folded away. */
const LEFT_OUT =
  '[data-screen], details, input, .button, .button-quiet, .button-row, .visually-hidden, .katex-mathml, script, style';

/** Whether anything of a box is to be seen where its surroundings end. */
const meets = (one: DOMRect, other: DOMRect): boolean =>
  one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;

const common = (one: DOMRect, other: DOMRect): DOMRect => {
  const [left, top] = [Math.max(one.left, other.left), Math.max(one.top, other.top)];
  const right = Math.min(one.right, other.right);
  return new DOMRect(left, top, right - left, Math.min(one.bottom, other.bottom) - top);
};

function addText(node: Text, style: CSSStyleDeclaration, seen: DOMRect, to: Element): void {
  if (style.visibility === 'hidden') return;
  for (const run of runsOf(node, style)) {
    const { left, baseline, width } = run;
    if (meets(new DOMRect(left, baseline - 1, width, 1), seen)) to.append(textPart(run, style));
  }
}

function textPart({ text, left, width, baseline }: TextRun, style: CSSStyleDeclaration): SVGElement {
  const line = part('text', {
    x: left,
    y: baseline,
    // Where the font is missing, another one takes the same room.
    textLength: width,
    lengthAdjust: 'spacingAndGlyphs',
    fill: style.color,
    'font-family': style.fontFamily,
    'font-size': style.fontSize,
    'font-weight': style.fontWeight,
    'font-style': style.fontStyle,
  });
  line.textContent = text;
  return line;
}

function addElement(element: Element, seen: DOMRect, to: Element): void {
  if (element.matches(LEFT_OUT)) return;
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.opacity === '0') return;
  const box = element.getBoundingClientRect();
  const isShown = style.visibility !== 'hidden' && box.width > 0 && box.height > 0 && meets(box, seen);
  if (element instanceof HTMLSelectElement) {
    // Of a list only what is chosen.
    const chosen = element.selectedOptions[0]?.text;
    if (isShown && chosen) to.append(textPart(lineIn(chosen, style, box), style));
    return;
  }
  if (isShown && element instanceof HTMLElement) to.append(...boxParts(style, box));
  if (element instanceof SVGSVGElement) {
    if (isShown) to.append(drawingPart(element, box));
    return;
  }
  if (element instanceof HTMLCanvasElement || element instanceof HTMLImageElement) {
    if (isShown) to.append(...clipped(imagePart(pixelsOf(element), box, style.filter), box, seen));
    return;
  }
  const within = style.overflow === 'visible' ? seen : common(seen, box);
  for (const child of element.childNodes)
    if (child instanceof Text) addText(child, style, within, to);
    else if (child instanceof Element) addElement(child, within, to);
}

/** The pixels of a canvas or an image of this site, as an address that holds them. */
function pixelsOf(element: HTMLCanvasElement | HTMLImageElement): string {
  if (element instanceof HTMLCanvasElement) {
    element.dispatchEvent(new Event(BEFORE_READING));
    return element.toDataURL();
  }
  const canvas = document.createElement('canvas');
  canvas.width = element.naturalWidth;
  canvas.height = element.naturalHeight;
  canvas.getContext('2d')?.drawImage(element, 0, 0);
  return canvas.toDataURL();
}

/** Of a canvas that is larger than the window to scroll in which it stands, only what is to be seen. */
function clipped(image: SVGElement, box: DOMRect, seen: DOMRect): readonly SVGElement[] {
  const { left: x, top: y, width, height } = common(box, seen);
  if (width >= box.width - 1 && height >= box.height - 1) return [image];
  const frame = part('svg', { x, y, width, height, viewBox: [x, y, width, height].join(' ') });
  frame.append(image);
  return [frame];
}

/** The drawing, in the page's colours and present size. */
export function figureSvg(figure: Element): SVGElement {
  const box = figure.getBoundingClientRect();
  const { left, top } = box;
  const [width, height] = [box.width + 2 * MARGIN, figureHeight(figure) + 2 * MARGIN];
  const [x, y] = [left - MARGIN, top - MARGIN];
  const svg = part('svg', { xmlns: SVG, width, height, viewBox: [x, y, width, height].join(' ') });
  const title = part('title', {});
  title.textContent = labelOf(figure);
  svg.append(title, part('rect', { x, y, width, height, fill: groundOf(figure) }));
  addElement(figure, new DOMRect(x, y, width, height), svg);
  return svg;
}

/** The colour on which a figure stands. */
function groundOf(figure: Element): string {
  for (let around: Element | null = figure; around; around = around.parentElement) {
    const { backgroundColor } = getComputedStyle(around);
    if (!isClear(backgroundColor)) return backgroundColor;
  }
  return 'white';
}

/** Down to the last part that is drawn: what is left out at the end, or is not shown, takes no room. */
function figureHeight(figure: Element): number {
  const { top, height } = figure.getBoundingClientRect();
  const ends = [...figure.children]
    .filter((child) => !child.matches(LEFT_OUT))
    .map((child) => child.getBoundingClientRect())
    .filter((box) => box.height > 0)
    .map(({ bottom }) => bottom - top);
  return ends.length > 0 ? Math.max(...ends) : height;
}

/** What a figure is called. */
export function labelOf(figure: Element): string {
  const named = figure.getAttribute('aria-labelledby');
  const heading = named ? document.getElementById(named)?.textContent : null;
  // A part of a figure has its name as its first line.
  return heading ?? figure.getAttribute('aria-label') ?? figure.querySelector('p')?.textContent ?? '';
}
