/** A network that takes too much memory: which layer makes it so, and what would mend that. */
import { formatBytes } from '@/lib/format/bytes';
import { formatShape } from '@/lib/format/format';
import { HALVING } from '@/lib/kinds/outside/builders';
import { type Less, lessOf } from '@/lib/kinds/outside/setting-mends';
import type { Layer } from '@/lib/kinds/types';
import type { MapShape } from '@/lib/tensor/tensor';
import architectureWords from '@/words/architecture';
import words from '@/words/layer-mends';
import type { Architecture } from '../architecture';
import { faultyLayer } from '../faulty-layer';
import { MEMORY_BUDGET } from '../memory';
import { endProblem } from '../problems';
import { type Draft, edited } from './draft';
import { changedAt } from './mend-input';
import { inputsOf } from './sound';
import { bytesOf, curing, type DraftFault, type Mend, TOO_MUCH, troubleOf } from './trouble';

/** A setting of one layer, and the bytes that the whole network takes when it is modest. */
interface Saving extends Less {
  readonly at: number;
  readonly bytes: number;
}

const withLayer = (architecture: Architecture, at: number, layer: Layer): Architecture => ({
  ...architecture,
  layers: architecture.layers.with(at, layer),
});

/** The settings whose modest values save memory, the one that saves most first. */
function savingsOf(architecture: Architecture): readonly Saving[] {
  const inputs = inputsOf(architecture);
  const now = bytesOf(architecture);
  return architecture.layers
    .flatMap((layer, at) => lessOf(layer, inputs[at]).map((less) => ({ ...less, at })))
    .map((less) => ({ ...less, changed: withLayer(architecture, less.at, less.modest.layer) }))
    .filter(({ changed }) => !endProblem(changed))
    .map(({ changed, ...less }) => ({ ...less, bytes: bytesOf(changed) }))
    .filter(({ bytes }) => bytes < now)
    .sort((a, b) => a.bytes - b.bytes);
}

/** Smaller images, each half as large as the ones before. */
function smallerImages([height, width, channels]: MapShape): readonly Mend[] {
  if (Math.max(height, width) <= 1) return [];
  const half: MapShape = [Math.ceil(height / 2), Math.ceil(width / 2), channels];
  const mend: Mend = {
    edit: { type: 'resize', input: half },
    words: words.input({ shape: formatShape(half) }),
  };
  return [mend, ...smallerImages(half)];
}

/** The first of these mends that saves memory and leaves no other error. */
function saving(draft: Draft, mends: readonly Mend[]): Mend | null {
  const now = bytesOf(draft.architecture);
  const saves = ({ edit }: Mend) => {
    const { architecture } = edited(draft, edit);
    return troubleOf(architecture) <= TOO_MUCH && bytesOf(architecture) < now;
  };
  return mends.find(saves) ?? null;
}

/** Of a network whose layers fit together, but take more memory than there may be. */
export function memoryFault(draft: Draft, sentence: string): DraftFault {
  const { architecture } = draft;
  const now = bytesOf(architecture);
  const savings = savingsOf(architecture);
  const [most] = savings;
  // Without it the network would take less than half: it is the cause, wherever the memory goes.
  const isCause = most !== undefined && most.bytes < now / 2;
  const at = isCause ? most.at : (faultyLayer(architecture) ?? 0);
  const own = savings.filter((saving) => saving.at === at);
  const change = changedAt(at);
  const images = smallerImages(architecture.input);
  const mend =
    curing(draft, own.flatMap(({ steps }) => steps).map(change)) ??
    curing(draft, at > 0 ? [{ edit: { type: 'insert', at, layer: HALVING }, words: words.pool() }] : []) ??
    curing(draft, images) ??
    saving(draft, [
      ...(isCause ? [change(most.modest)] : []),
      ...images,
      ...own.map(({ modest }) => change(modest)),
    ]);
  if (!isCause) return { at, sentence, mend };
  const bytes = formatBytes(now);
  const budget = formatBytes(MEMORY_BUDGET);
  const { id } = architecture.layers[at];
  return { at, sentence: architectureWords.memoryCause({ bytes, budget, id }), mend };
}
