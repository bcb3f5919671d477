/** A network that is being built, and the edits that change it. Pure: each edit makes a new draft. */
import { asEnd } from '@/lib/kinds/outside/builders';
import { rulesOf } from '@/lib/kinds/registry';
import type { Layer } from '@/lib/kinds/types';
import { fail, ok, type Result } from '@/lib/result';
import type { MapShape } from '@/lib/tensor/tensor';
import words from '@/words/architecture';
import type { Architecture } from '../architecture';
import { namesOf } from '../names';
import { endProblem, orderProblem } from '../problems';

export interface Draft {
  /** Its layers are always named in their order: conv1, pool1, ..., output. It may be invalid. */
  readonly architecture: Architecture;
  /** A number for each layer that stays with it when it moves and gets a different name. */
  readonly keys: readonly number[];
}

/** One change of a draft. `at` is a layer's index; the input, at 0, is neither moved nor removed. */
export type Edit =
  | { readonly type: 'insert'; readonly at: number; readonly layer: Layer }
  | { readonly type: 'remove'; readonly at: number }
  /** `to`: the index of the layer afterwards. */
  | { readonly type: 'move'; readonly at: number; readonly to: number }
  | { readonly type: 'change'; readonly at: number; readonly layer: Layer }
  | { readonly type: 'resize'; readonly input: MapShape }
  | { readonly type: 'rename'; readonly name: string }
  | { readonly type: 'classes'; readonly classes: readonly string[] }
  /** Everything is replaced by a different network. */
  | { readonly type: 'replace'; readonly architecture: Architecture };

/** The largest height and width of an image that can be typed, and that images to train on are scaled to. */
export const LARGEST_SIDE = 128;

/** More layers than a page can show in a useful way. */
export const MOST_LAYERS = 60;

function named(architecture: Architecture, layers: readonly Layer[]): Architecture {
  const names = namesOf(layers.map(({ kind }) => ({ kind, name: null })));
  return { ...architecture, layers: layers.map((layer, at) => ({ ...layer, id: names[at] })) };
}

/** A draft of an architecture, which need not be valid. */
const draftFrom = (architecture: Architecture): Draft => ({
  architecture: named(architecture, architecture.layers),
  keys: architecture.layers.map((_, at) => at),
});

/** The same for one from outside. Fails if its first layer is not its only input, or if it has too many layers. */
export function draftOf(architecture: Architecture): Result<Draft> {
  const draft = draftFrom(architecture);
  const order = orderProblem(draft.architecture);
  if (order) return fail(order);
  return architecture.layers.length > MOST_LAYERS
    ? fail(words.tooManyLayers({ count: architecture.layers.length, most: MOST_LAYERS }))
    : ok(draft);
}

const inserted = <T>(list: readonly T[], at: number, one: T): T[] => list.toSpliced(at, 0, one);
const moved = <T>(list: readonly T[], at: number, to: number): T[] =>
  inserted(list.toSpliced(at, 1), to, list[at]);

/** A draft with different layers, in their order. */
const withLayers = ({ architecture }: Draft, layers: readonly Layer[], keys: readonly number[]): Draft => ({
  architecture: named(architecture, layers),
  keys,
});

/** A network for different classes: a last layer that fitted the old ones is made to fit. */
export function withClasses(architecture: Architecture, classes: readonly string[]): Architecture {
  const next = { ...architecture, classes };
  const last = architecture.layers.at(-1);
  const end = last && !endProblem(architecture) ? asEnd(last, classes.length) : null;
  return end ? { ...next, layers: architecture.layers.with(-1, end) } : next;
}

/** Whether an edit can be applied to a draft: its places exist, and the input stays where it is. */
export function isPossible({ architecture: { layers } }: Draft, edit: Edit): boolean {
  const isHidden = (at: number) => Number.isInteger(at) && at >= 1 && at < layers.length;
  switch (edit.type) {
    case 'insert':
      return (
        (isHidden(edit.at) || edit.at === layers.length) &&
        layers.length < MOST_LAYERS &&
        !rulesOf(edit.layer).isSource
      );
    case 'remove':
      return isHidden(edit.at);
    case 'move':
      return isHidden(edit.at) && isHidden(edit.to) && edit.at !== edit.to;
    case 'change':
      return layers[edit.at]?.kind === edit.layer.kind;
    default:
      return true;
  }
}

/** The draft after an edit; the same draft where the edit is not possible. */
export function edited(draft: Draft, edit: Edit): Draft {
  if (!isPossible(draft, edit)) return draft;
  const { architecture, keys } = draft;
  const { layers } = architecture;
  switch (edit.type) {
    case 'insert':
      return withLayers(
        draft,
        inserted(layers, edit.at, edit.layer),
        inserted(keys, edit.at, Math.max(-1, ...keys) + 1),
      );
    case 'remove':
      return withLayers(draft, layers.toSpliced(edit.at, 1), keys.toSpliced(edit.at, 1));
    case 'move':
      return withLayers(draft, moved(layers, edit.at, edit.to), moved(keys, edit.at, edit.to));
    case 'change':
      return withLayers(draft, layers.with(edit.at, edit.layer), keys);
    case 'resize':
      return { architecture: { ...architecture, input: edit.input }, keys };
    case 'rename':
      return { architecture: { ...architecture, name: edit.name }, keys };
    case 'classes':
      return { architecture: withClasses(architecture, edit.classes), keys };
    case 'replace':
      return draftFrom(edit.architecture);
  }
}
