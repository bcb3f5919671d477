/** How far a draft is from a network that can be used, and the first of several edits that brings it there. */
import { countOf } from '@/lib/kinds/parts/weights';
import { rulesOf } from '@/lib/kinds/registry';
import type { Architecture } from '../architecture';
import { MEMORY_BUDGET, trainingBytes } from '../memory';
import { endProblem } from '../problems';
import { type Draft, type Edit, edited, MOST_LAYERS } from './draft';
import { inputsOf, soundLayers } from './sound';

export interface Mend {
  readonly edit: Edit;
  /** What the button says that applies it. */
  readonly words: string;
}

/** An error of a draft. */
export interface DraftFault {
  /** The index of the layer that causes it. */
  readonly at: number;
  readonly sentence: string;
  /** Null where nothing is known to mend it. */
  readonly mend: Mend | null;
}

/** Bytes that training takes, as far as the layers can process their inputs. */
export function bytesOf(architecture: Architecture): number {
  const inputs = inputsOf(architecture);
  return architecture.layers.slice(0, soundLayers(architecture)).reduce((sum, layer, at) => {
    const { parameters, outputShape } = rulesOf(layer);
    const count = countOf(parameters(layer, inputs[at]));
    return sum + trainingBytes({ parameters: count, output: outputShape(layer, inputs[at]) });
  }, 0);
}

/** The trouble of a network whose only error is that it takes too much memory. */
export const TOO_MUCH = 1;

/**
 * 0 for a network that can be used. Otherwise the more, the more layers there are from the first one on that can't process
 * its input; a wrong end counts more than all of them, and too much memory least.
 */
export function troubleOf(architecture: Architecture): number {
  const unsound = architecture.layers.length - soundLayers(architecture);
  const end = endProblem(architecture) ? MOST_LAYERS : 0;
  if (unsound + end > 0) return TOO_MUCH + unsound + end;
  return bytesOf(architecture) > MEMORY_BUDGET ? TOO_MUCH : 0;
}

/** The layer at fault after an edit; null where every layer can process its input. */
const faultyKey = ({ architecture, keys }: Draft): number | null => keys[soundLayers(architecture)] ?? null;

/** What a draft becomes by a mend, and the trouble that is left; null where the mend changes nothing. */
function outcomeOf(draft: Draft, { edit }: Mend) {
  const next = edited(draft, edit);
  return next === draft ? null : { next, trouble: troubleOf(next.architecture) };
}

/** The first of these mends after which the draft can be used; null where there is none. */
export function curing(draft: Draft, mends: Iterable<Mend>): Mend | null {
  for (const mend of mends) if (outcomeOf(draft, mend)?.trouble === 0) return mend;
  return null;
}

/**
 * The first of these mends after which the draft can be used; or else the one that leaves least trouble, of those after
 * which the faulty layer and all before it can process their inputs. Null where none of them helps.
 */
export function helping(draft: Draft, mends: readonly Mend[]): Mend | null {
  const faulty = faultyKey(draft);
  let best: { readonly mend: Mend | null; readonly trouble: number } = {
    mend: null,
    trouble: troubleOf(draft.architecture),
  };
  for (const mend of mends) {
    const outcome = outcomeOf(draft, mend);
    if (!outcome || outcome.trouble >= best.trouble) continue;
    if (faulty === null || faultyKey(outcome.next) !== faulty) best = { mend, trouble: outcome.trouble };
  }
  return best.mend;
}
