'use client';

import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { autocompletion, closeBrackets, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { javascript } from '@codemirror/lang-javascript';
import { bracketMatching, indentUnit } from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLineGutter, keymap, lineNumbers } from '@codemirror/view';
import { type Ref, useEffect, useEffectEvent, useImperativeHandle, useRef } from 'react';
import type { CodeFault } from '@/lib/try-it/draft';
import { LAYER_OPTIONS } from '@/lib/try-it/layer-calls';
import words from '@/words/code-editor';
import { theme } from './editor-theme';
import { type Hint, setHints, shapeHints } from './shape-hints';

/** Changes to the code from outside; they can be undone like typing. */
export interface CodeEditing {
  replace(code: string): void;
  goTo(line: number): void;
}

interface Props {
  readonly initial: string;
  readonly label: string;
  /** The id of the element that explains the keys. */
  readonly describedBy: string;
  readonly fault: CodeFault | null;
  readonly hints: readonly Hint[];
  onChange(code: string): void;
  readonly ref: Ref<CodeEditing>;
}

// Tab is not bound, so that it leaves the editor as it does any other field.
const keys = keymap.of([...defaultKeymap, ...historyKeymap, ...completionKeymap, ...lintKeymap]);

/** The editor's own messages, by their English originals. */
const phrases = EditorState.phrases.of({
  Completions: words.completions(),
  Diagnostics: words.diagnostics(),
  'No diagnostics': words.noDiagnostics(),
  'Selection deleted': words.selectionDeleted(),
  close: words.close(),
});

const language = [
  javascript(),
  autocompletion({ icons: false, override: [completeLayers] }),
  closeBrackets(),
  bracketMatching(),
  indentUnit.of('  '),
];

/** An editor for a few lines of code that marks errors at their lines. */
export function CodeEditor({ initial, label, describedBy, fault, hints, onChange, ref }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const changed = useEffectEvent(onChange);
  // The initial values stay the same for the editor's whole life.
  const first = useRef({ initial, label, describedBy });
  useEffect(() => {
    if (!host.current) return;
    const { initial, label, describedBy } = first.current;
    const editor = new EditorView({
      parent: host.current,
      doc: initial,
      extensions: [
        lintGutter(),
        lineNumbers(),
        highlightActiveLineGutter(),
        drawSelection(),
        history(),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': label, 'aria-describedby': describedBy }),
        EditorView.updateListener.of(({ docChanged, state }) => docChanged && changed(state.doc.toString())),
        EditorState.tabSize.of(2),
        phrases,
        language,
        keys,
        shapeHints,
        theme,
      ],
    });
    view.current = editor;
    // Fonts that load and shapes that are written behind the lines wrap them anew: the numbers have to follow.
    const measure = () => editor.requestMeasure();
    void document.fonts.ready.then(measure);
    const watch = new ResizeObserver(measure);
    watch.observe(editor.contentDOM);
    return () => {
      watch.disconnect();
      editor.destroy();
      view.current = null;
    };
  }, []);
  useEffect(() => {
    const editor = view.current;
    if (editor) editor.dispatch(setDiagnostics(editor.state, diagnosticsOf(editor.state, fault)));
  }, [fault]);
  useEffect(() => {
    view.current?.dispatch({ effects: setHints.of(hints) });
  }, [hints]);
  useImperativeHandle(ref, () => ({
    replace(code) {
      const { current } = view;
      current?.dispatch({ changes: { from: 0, to: current.state.doc.length, insert: code } });
    },
    goTo(line) {
      const { current } = view;
      if (!current || line > current.state.doc.lines) return;
      current.dispatch({ selection: { anchor: current.state.doc.line(line).from }, scrollIntoView: true });
      current.focus();
    },
  }));
  return <div ref={host} />;
}

/** An error at its line, without the leading space. */
function diagnosticsOf({ doc }: EditorState, fault: CodeFault | null) {
  if (!fault || fault.line === null || fault.line > doc.lines) return [];
  const { from, to, text } = doc.line(fault.line);
  return [
    {
      from: from + text.length - text.trimStart().length,
      to,
      severity: 'error' as const,
      message: fault.sentence,
    },
  ];
}

const layers: readonly Completion[] = Object.entries(LAYER_OPTIONS).map(([label, options]) => ({
  label,
  type: 'function',
  detail: `({ ${options.slice(0, 2).join(', ')} … })`,
}));

/** After `tf.layers.` its functions; within the braces of one of them, its options. */
function completeLayers(context: CompletionContext): CompletionResult | null {
  const call = context.matchBefore(/tf\.layers\.\w*$/);
  if (call) return { from: call.from + 'tf.layers.'.length, options: layers };
  const before = context.state.sliceDoc(Math.max(0, context.pos - 300), context.pos);
  const open = /tf\.layers\.(\w+)\(\{[^}]*[{,]\s*(\w*)$/.exec(before);
  if (!open || (!context.explicit && open[2] === '')) return null;
  const options = Object.hasOwn(LAYER_OPTIONS, open[1]) ? LAYER_OPTIONS[open[1]] : [];
  return {
    from: context.pos - open[2].length,
    options: options.map((label) => ({ label, type: 'property', apply: `${label}: ` })),
  };
}
