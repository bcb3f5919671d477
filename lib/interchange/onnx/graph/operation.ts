/** A node of the graph with what comes into it, and its settings by name. */
import words from '@/words/interchange-onnx';
import type { GraphNode, StoredTensor } from '../file/messages';
import { wholeNumbers } from '../file/tensors';
import { refuse } from '../refusal';
import type { Flow } from './flow';

/** Lengths of axes that the graph computes, such as those for a reshape; NaN for the batch's. */
export interface Lengths {
  readonly type: 'lengths';
  readonly numbers: readonly number[];
  /** How many columns they stand in where they make a table: PyTorch turns the cells of a padding round in one. */
  readonly columns: number | null;
}

/** What a name in a graph stands for. */
export type Value =
  | { readonly type: 'stored'; readonly tensor: StoredTensor }
  | Lengths
  | { readonly type: 'flow'; readonly flow: Flow };

/** What is true of all nodes of a file. */
export interface Surroundings {
  /** The version of ONNX's operators. */
  readonly version: number;
  readonly nodes: number;
  /** How many images the graph takes at once; null where any number. */
  readonly batch: number | null;
}

/** Settings are stored in single precision: 0.01 as 0.00999999977…, which nobody wrote. */
const shortest = (single: number): number => Number(single.toPrecision(7));

export class Operation {
  constructor(
    readonly node: GraphNode,
    /** Counted from 1. */
    readonly number: number,
    readonly inputs: readonly (Value | null)[],
    readonly surroundings: Surroundings,
  ) {}

  /** How a sentence names it: "Conv “conv1” (node 3 of 12)". */
  get place(): string {
    const { operator, name } = this.node;
    return words.place({
      operator: operator.slice(0, 40),
      name: name.slice(0, 60),
      named: name === '' ? 'no' : 'yes',
      number: this.number,
      count: this.surroundings.nodes,
    });
  }

  get version(): number {
    return this.surroundings.version;
  }

  int(name: string, otherwise: number): number {
    return this.node.attributes.get(name)?.int ?? otherwise;
  }

  float(name: string, otherwise: number): number {
    return shortest(this.node.attributes.get(name)?.float ?? otherwise);
  }

  text(name: string, otherwise: string): string {
    return this.node.attributes.get(name)?.text ?? otherwise;
  }

  /** A list of whole numbers; null where there is none. */
  ints(name: string): readonly number[] | null {
    const attribute = this.node.attributes.get(name);
    return attribute && attribute.ints.length > 0 ? attribute.ints : null;
  }

  /** Whether something comes in at a place that may be left out. */
  has(at: number): boolean {
    return (this.inputs[at] ?? null) !== null;
  }

  /** The tensor that comes in at a place. @throws Refusal where none does, or it is computed. */
  stored(at: number): StoredTensor {
    const value = this.inputs[at];
    return value?.type === 'stored'
      ? value.tensor
      : refuse(words.notStored({ place: this.place, number: at + 1 }));
  }

  /** The whole numbers that come in at a place; NaN for the batch. @throws Refusal where none do. */
  numbers(at: number): readonly number[] {
    const value = this.inputs[at];
    return value?.type === 'lengths' ? value.numbers : wholeNumbers(this.stored(at));
  }
}
