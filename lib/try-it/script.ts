import { codeOf } from '@/lib/kinds/codes';
import { namesOf } from '@/lib/network/names';
import type { Pipeline } from '@/lib/network/pipeline';

/** The layer's line with its name in the lessons. */
function named(line: string, id: string): string {
  const name = `name: '${id}'`;
  if (line.endsWith(' })')) return `${line.slice(0, -3)}, ${name} })`;
  return line.replace(/\((\{\})?\)$/, `({ ${name} })`);
}

/**
 * The lines of TensorFlow.js that create a network. Names are included only where the defaults would differ.
 */
export function scriptOf({ stages }: Pipeline): string {
  const names = namesOf(stages.map(({ layer }) => ({ kind: layer.kind, name: null })));
  const lines = stages.map(({ id, layer, input }, at) => {
    const line = codeOf(layer, input).tensorflowjs;
    return `model.add(${id === names[at] ? line : named(line, id)});`;
  });
  return ['const model = tf.sequential();', ...lines, ''].join('\n');
}
