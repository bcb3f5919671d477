/** A network while it is put together: layers with their weights, each with an id of its own. */

import { problemOf } from '@/lib/kinds/outside/problems';
import { numbersIn } from '@/lib/kinds/parts/weights';
import { rulesOf } from '@/lib/kinds/registry';
import type { Layer, Parameter, Weights } from '@/lib/kinds/types';
import type { WeightSet } from '@/lib/network/weights';
import type { MapShape, Shape } from '@/lib/tensor/tensor';
import words from '@/words/interchange-onnx';
import { refuse } from '../refusal';

/** A layer, and its weights where it has some. */
export interface Part {
  readonly layer: Layer;
  readonly weights: Weights | null;
}

/** Ids as they stand in addresses and files; names that every object has would be found where nothing is. */
const isId = (name: string): boolean => /^[A-Za-z][\w-]{0,31}$/.test(name) && !(name in {});

/**
 * What a node's name suggests as an id. PyTorch and TensorFlow write a path whose last part is the operator:
 * "/conv1/Conv", "model/conv1/BiasAdd".
 */
const suggestedBy = (name: string): string =>
  (name.split('/').filter(Boolean).at(-2) ?? name).replaceAll('.', '_');

export class Draft {
  readonly parts: Part[] = [];
  private readonly ids = new Set<string>();
  private readonly counts = new Map<string, number>();
  private numbers = 0;
  private closed = false;

  /** `most`: how many numbers the weights may have together. A file that names the same ones again and again could ask for any number. */
  constructor(
    readonly input: MapShape,
    private readonly most: number,
  ) {
    this.append(null, (id) => ({ id, kind: 'input' }), null, input);
  }

  /** Says that no layer may follow. */
  close(): void {
    this.closed = true;
  }

  /** Whether no layer may follow. */
  get isClosed(): boolean {
    return this.closed;
  }

  /** The layer that was appended last. */
  get last(): Part {
    return this.parts[this.parts.length - 1];
  }

  /**
   * Puts a layer at the end and answers the shape of its output. Its id comes from the name of its node where that is
   * one, else from its kind.
   * @throws Refusal where the layer can't work on its input.
   */
  append(name: string | null, make: (id: string) => Layer, weights: Weights | null, input: Shape): Shape {
    const layer = make(this.idFor(name, rulesOf(make(''))));
    const problem = problemOf(layer, input);
    if (problem) refuse(problem);
    this.parts.push({ layer, weights });
    return rulesOf(layer).outputShape(layer, input);
  }

  /** Puts another layer, with the same id, in the place of the last. */
  replaceLast(part: Part): void {
    this.parts[this.parts.length - 1] = part;
  }

  /**
   * A parameter whose numbers are read one by one.
   * @throws Refusal where the weights become more than the file can hold.
   */
  parameter(shape: readonly number[], at: (place: number) => number): Parameter {
    const length = numbersIn(shape);
    this.numbers += length;
    if (!(this.numbers <= this.most)) refuse(words.tooManyWeights());
    const values = new Float32Array(length);
    for (let place = 0; place < length; place++) values[place] = at(place);
    return { shape, values };
  }

  /** The weights of all layers that have some. */
  get weights(): WeightSet {
    return Object.fromEntries(
      this.parts.flatMap(({ layer, weights }) => (weights ? [[layer.id, weights]] : [])),
    );
  }

  private idFor(name: string | null, { stem, numbered }: { stem: string; numbered: boolean }): string {
    const suggested = name === null ? '' : suggestedBy(name);
    if (isId(suggested) && !this.ids.has(suggested)) return this.take(suggested);
    for (;;) {
      const n = (this.counts.get(stem) ?? 0) + 1;
      this.counts.set(stem, n);
      const id = n === 1 && !numbered ? stem : `${stem}${n}`;
      if (!this.ids.has(id)) return this.take(id);
    }
  }

  private take(id: string): string {
    this.ids.add(id);
    return id;
  }
}
