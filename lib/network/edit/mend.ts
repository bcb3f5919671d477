/** Where a draft is wrong, and what would mend it, as an edit. */
import { formatCount } from '@/lib/format/format';
import { asEnd, freshEnd } from '@/lib/kinds/outside/builders';
import { isSoftmax } from '@/lib/kinds/parts/activation';
import { rulesOf } from '@/lib/kinds/registry';
import type { Layer } from '@/lib/kinds/types';
import words from '@/words/layer-mends';
import type { Architecture } from '../architecture';
import { buildPipeline } from '../build-pipeline';
import { faultyLayer } from '../faulty-layer';
import { endProblem } from '../problems';
import type { Draft, Edit } from './draft';
import { memoryFault } from './memory-fault';
import { changedAt, inputFault } from './mend-input';
import { shrinkingFault } from './shrinking';
import { soundLayers } from './sound';
import { type DraftFault, helping, type Mend } from './trouble';

/** What may mend layers that don't end in one probability for each class. */
function endMends({ layers, classes }: Architecture): readonly Mend[] {
  const isEnd = (layer: Layer) => isSoftmax(layer) && rulesOf(layer).units?.(layer) === classes.length;
  const at = layers.findLastIndex(isEnd);
  const to = layers.length - 1;
  const layer = asEnd(layers[to], classes.length);
  const toEnd: Mend[] =
    at > 0 ? [{ edit: { type: 'move', at, to }, words: words.toEnd({ id: layers[at].id }) }] : [];
  const change: Mend[] = layer
    ? [changedAt(to)({ layer, words: words.end({ classes: formatCount(classes.length) }) })]
    : [];
  const edit: Edit = { type: 'insert', at: layers.length, layer: freshEnd(classes.length) };
  return [...toEnd, ...change, { edit, words: words.addEnd() }];
}

/** The error of a draft, at the layer that causes it; null for one that can be used. */
export function faultOf(draft: Draft): DraftFault | null {
  const { architecture } = draft;
  const built = buildPipeline(architecture);
  if (built.ok) return null;
  const { sentence } = built.problem;
  const at = faultyLayer(architecture) ?? 0;
  if (soundLayers(architecture) < architecture.layers.length)
    return shrinkingFault(draft, at) ?? inputFault(draft, at, sentence);
  return endProblem(architecture)
    ? { at, sentence, mend: helping(draft, endMends(architecture)) }
    : memoryFault(draft, sentence);
}
