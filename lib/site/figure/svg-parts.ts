/** What stands in a page, as elements of SVG. */

export const SVG = 'http://www.w3.org/2000/svg';

type Attributes = Readonly<Record<string, string | number>>;

/** An element of SVG; numbers are rounded to hundredths of a pixel. */
export function part(name: string, attributes: Attributes): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes))
    element.setAttribute(key, typeof value === 'number' ? String(Math.round(value * 100) / 100) : value);
  return element;
}

export const isClear = (colour: string) => colour === 'transparent' || /^rgba\(.*, 0\)$/.test(colour);

const SIDES = ['Top', 'Right', 'Bottom', 'Left'] as const;

/** An element's background and borders. */
export function boxParts(style: CSSStyleDeclaration, box: DOMRect): readonly SVGElement[] {
  const { left: x, top: y, width, height } = box;
  const parts: SVGElement[] = [];
  const round = Number.parseFloat(style.borderTopLeftRadius) || 0;
  if (!isClear(style.backgroundColor))
    parts.push(part('rect', { x, y, width, height, rx: round, fill: style.backgroundColor }));
  parts.push(...gradientParts(style, box));
  for (const side of SIDES) {
    const thick = Number.parseFloat(style[`border${side}Width`]);
    const fill = style[`border${side}Color`];
    if (!(thick > 0) || style[`border${side}Style`] === 'none' || isClear(fill)) continue;
    const upright = side === 'Left' || side === 'Right';
    parts.push(
      part('rect', {
        x: side === 'Right' ? x + width - thick : x,
        y: side === 'Bottom' ? y + height - thick : y,
        width: upright ? thick : width,
        height: upright ? height : thick,
        fill,
      }),
    );
  }
  return parts;
}

/** A gradient of evenly placed colours from left to right: the bar of a legend. */
function gradientParts(
  { backgroundImage, filter }: CSSStyleDeclaration,
  box: DOMRect,
): readonly SVGElement[] {
  if (!/^linear-gradient\((90deg|to right),/.test(backgroundImage)) return [];
  const colours = backgroundImage.match(/rgba?\([^)]*\)/g) ?? [];
  const { left: x, top: y, width, height } = box;
  // No two bars of a figure begin at the same place.
  const id = `bar-${Math.round(x)}-${Math.round(y)}`;
  const gradient = part('linearGradient', { id });
  for (const [at, colour] of colours.entries())
    gradient.append(
      part('stop', { offset: `${(100 * at) / Math.max(1, colours.length - 1)}%`, 'stop-color': colour }),
    );
  return [gradient, part('rect', { x, y, width, height, fill: `url(#${id})`, style: `filter: ${filter}` })];
}

/** An image where it stands, its pixels unsmoothed; `filter` turns its colours as the page does. */
export const imagePart = (
  href: string,
  { left: x, top: y, width, height }: DOMRect,
  filter = 'none',
): SVGElement =>
  part('image', {
    href,
    x,
    y,
    width,
    height,
    preserveAspectRatio: 'none',
    style: `image-rendering: pixelated; filter: ${filter}`,
  });

/** What decides how a shape looks. */
const LOOKS = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'vector-effect',
  'paint-order',
  'opacity',
  'visibility',
  'display',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
  'transform',
  'transform-origin',
  'transform-box',
] as const;

/** A drawing of the page, its styles written into it. */
export function drawingPart(drawing: SVGSVGElement, { left, top, width, height }: DOMRect): SVGElement {
  const copy = drawing.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) throw new Error('a copy of an SVG is an SVG');
  const [from, to] = [drawing, copy].map((one) => [one, ...one.querySelectorAll('*')]);
  for (const [at, element] of from.entries()) {
    const style = getComputedStyle(element);
    to[at].setAttribute('style', LOOKS.map((name) => `${name}:${style.getPropertyValue(name)}`).join(';'));
    to[at].removeAttribute('class');
  }
  for (const [name, value] of Object.entries({ x: left, y: top, width, height }))
    copy.setAttribute(name, String(value));
  // The root sign of a formula is a drawing of which only the beginning is to be seen.
  copy.setAttribute('overflow', getComputedStyle(drawing).overflow);
  return copy;
}
