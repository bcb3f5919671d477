import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** The editor in the site's own ink: both themes are in the tokens. */
const look = EditorView.theme({
  '&': {
    color: 'var(--ink)',
    backgroundColor: 'var(--paper-raised)',
    border: '1px solid var(--line-strong)',
    borderRadius: 'var(--radius)',
    fontSize: '0.875rem',
  },
  '&.cm-focused': { outline: '2px solid var(--ink)', outlineOffset: '2px' },
  '.cm-scroller': { fontFamily: 'var(--font-number)', lineHeight: '1.6' },
  '.cm-content': { caretColor: 'var(--ink)', paddingBlock: 'var(--space-3)', minHeight: '16rem' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'light-dark(#d9cfb8, #4a4437)',
  },
  '.cm-gutters': { backgroundColor: 'var(--paper-sunk)', color: 'var(--ink-soft)', border: 'none' },
  '.cm-activeLine': { backgroundColor: 'transparent' },
  '.cm-activeLineGutter': { backgroundColor: 'transparent', color: 'var(--ink)' },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--line)' },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--bad)',
    textUnderlineOffset: '0.2em',
  },
  '.cm-lint-marker-error': { content: 'none', color: 'var(--bad)' },
  '.cm-lint-marker-error::after': { content: '"!"', fontWeight: '700' },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--bad)' },
  '.cm-tooltip': {
    backgroundColor: 'var(--paper-raised)',
    color: 'var(--ink)',
    border: '1px solid var(--line-strong)',
    borderRadius: 'var(--radius)',
    fontFamily: 'var(--font-label)',
    maxWidth: 'min(30rem, 90vw)',
  },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--ink)',
    color: 'var(--paper)',
  },
  '.cm-shape': {
    color: 'var(--ink-soft)',
    paddingInlineStart: '2ch',
    userSelect: 'none',
    whiteSpace: 'nowrap',
  },
  '@media (forced-colors: active)': {
    '.cm-lintRange-error': { textDecorationColor: 'Mark' },
  },
});

/** Words are distinguished by weight and slant: colours are reserved for values. */
const ink = HighlightStyle.define([
  { tag: tags.keyword, fontWeight: '700' },
  { tag: [tags.comment], fontStyle: 'italic', color: 'var(--ink-soft)' },
  { tag: [tags.number, tags.string, tags.bool], fontWeight: '600' },
  { tag: [tags.propertyName, tags.punctuation], color: 'var(--ink-soft)' },
  { tag: tags.function(tags.propertyName), color: 'var(--ink)' },
]);

export const theme = [look, syntaxHighlighting(ink)];
