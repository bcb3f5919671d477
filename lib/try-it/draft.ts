import { RULES } from '@/lib/kinds/registry';
import type { Layer } from '@/lib/kinds/types';
import type { Architecture } from '@/lib/network/architecture';
import { namesOf } from '@/lib/network/names';
import { fail, ok, type Result } from '@/lib/result';
import type { MadeLayer } from '../kinds/parts/layer-call';
import { readLayerCall } from './layer-calls';
import * as words from './words';

/**
 * An error in the code, in words for the learner, and its line, counted from 1; null where there is no line.
 */
export interface CodeFault {
  readonly sentence: string;
  readonly line: number | null;
}

/** A layer of the network that the code created, and the line that created it. */
export interface PlacedLayer {
  readonly layer: Layer;
  readonly line: number | null;
}

const MOST_LAYERS = 64;

interface DraftLayer extends MadeLayer {
  readonly line: number | null;
}

/** The network that the code builds, call by call. */
export class Draft {
  private readonly drafts: DraftLayer[] = [];
  private readonly added: number[] = [];
  private models = 0;

  /** `tf.sequential()`. */
  begin(): Result<number> {
    this.models++;
    return this.models > 1 ? fail(words.secondModel) : ok(0);
  }

  /** `tf.layers[name](options)`: returns a number that stands for the layer. */
  make(name: string, options: unknown, line: number | null): Result<number> {
    if (this.drafts.length >= MOST_LAYERS) return fail(words.tooManyLayers(MOST_LAYERS));
    const read = readLayerCall(name, options);
    return read.ok ? ok(this.drafts.push({ ...read.value, line }) - 1) : read;
  }

  /** `model.add(layer)`. */
  add(number: unknown): Result<number> {
    const found = this.drafts.findIndex((_, at) => at === number);
    if (found < 0) return fail(words.noLayer);
    if (this.added.includes(found)) return fail(words.addedTwice);
    return ok(this.added.push(found));
  }

  /** The layers in order, the input first, all with names; or what is missing. */
  finish(input: Architecture['input']): PlacedLayer[] | CodeFault {
    if (this.models === 0) return { sentence: words.noModel, line: null };
    const layers = this.added.map((at) => this.drafts[at]);
    const first = layers.at(0);
    if (!first) return { sentence: words.noLayers, line: null };
    const { inputShape, line } = first;
    if (!inputShape) return { sentence: words.noInputShape(input), line };
    if (inputShape.join() !== input.join()) return { sentence: words.otherInput(inputShape, input), line };
    const named = namesOf(layers);
    const placed = layers.map((draft, at) => ({ layer: draft.build(named[at]), line: draft.line }));
    return RULES[first.kind].isSource ? placed : [{ layer: { id: 'input', kind: 'input' }, line }, ...placed];
  }
}
