import type { Look } from './pen';

/** The page's colours and fonts, which the style sheet gives to properties of the film's canvas. */
export function lookOf(canvas: HTMLElement): Look {
  const style = getComputedStyle(canvas);
  return {
    ink: style.color,
    soft: style.caretColor,
    line: style.columnRuleColor,
    accent: style.outlineColor,
    paper: style.backgroundColor,
    label: style.fontFamily,
    number: style.getPropertyValue('--numbers') || 'monospace',
    dark: (style.getPropertyValue('--signed') || 'none').trim() !== 'none',
  };
}
