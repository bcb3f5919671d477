import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { LAYER_OPTIONS } from '@/lib/try-it/layer-calls';

const layers: readonly Completion[] = Object.entries(LAYER_OPTIONS).map(([label, options]) => ({
  label,
  type: 'function',
  detail: `({ ${options.slice(0, 2).join(', ')} … })`,
}));

/** After `tf.layers.` its functions; within the braces of one of them, the options that it takes. */
export function completeLayers(context: CompletionContext): CompletionResult | null {
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
