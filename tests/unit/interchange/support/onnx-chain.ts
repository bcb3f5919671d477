/** Puts chains of nodes together, evaluating each in plain arithmetic on the way, so that every shape is known. */
import { randomLcg } from 'd3-random';
import type { GraphSpec, NodeSpec, Setting, TensorSpec } from './onnx-file';
import { evaluateNode, type Plain } from './onnx-plain';

/** How the numbers of a chain are stored, and which version of the operators it is written in. */
export interface ChainOptions {
  readonly version: number;
  readonly seed: number;
  readonly listed?: boolean;
  readonly type?: 'float' | 'double';
}

export class Chain {
  private readonly nodes: NodeSpec[] = [];
  private readonly stored: TensorSpec[] = [];
  private readonly random: () => number;
  private name = 'image';
  /** What the chain answers so far, for the image that goes in. */
  value: Plain;
  /** Whether no value so far can be below 0. */
  nonNegative = false;

  constructor(
    readonly image: Plain,
    private readonly options: ChainOptions,
  ) {
    this.value = image;
    this.random = randomLcg(options.seed);
  }

  get version(): number {
    return this.options.version;
  }

  /** Stores random numbers, in single precision. Answers their name. */
  draw(dims: readonly number[], low: number, high: number): string {
    const length = dims.reduce((all, n) => all * n, 1);
    const values = Array.from({ length }, () => Math.fround(low + (high - low) * this.random()));
    return this.store(dims, values, this.options.type ?? 'float');
  }

  /** Stores numbers, of which the readers must find each. Answers their name. */
  store(dims: readonly number[], values: readonly number[], type: TensorSpec['type'] = 'int64'): string {
    const name = `stored${this.stored.length}`;
    this.stored.push({ name, dims, values, type, listed: this.options.listed });
    return name;
  }

  /** Adds a node that takes what the chain answers so far, and stored tensors after it. */
  add(
    operator: string,
    others: readonly string[] = [],
    settings: Readonly<Record<string, Setting>> = {},
  ): this {
    const output = `value${this.nodes.length}`;
    const node = { operator, inputs: [this.name, ...others], outputs: [output], settings };
    const stored = others
      .filter(Boolean)
      .map((name) => this.stored.find((tensor) => tensor.name === name) ?? { dims: [], values: [] });
    this.value = evaluateNode(node, [this.value, ...stored], this.version);
    this.nodes.push(node);
    this.name = output;
    return this;
  }

  /** The graph of all nodes. The batch is left open. */
  graph(notes?: Readonly<Record<string, string>>): GraphSpec {
    return {
      version: this.version,
      nodes: this.nodes,
      stored: this.stored,
      inputs: [{ name: 'image', dims: ['batch', ...this.image.dims.slice(1)] }],
      outputs: [{ name: this.name, dims: ['batch', ...this.value.dims.slice(1)] }],
      notes,
    };
  }
}

/** An image of random numbers, some below 0, with a batch of one. */
export function randomImage(dims: readonly number[], seed: number): Plain {
  const random = randomLcg(seed);
  const length = dims.reduce((all, n) => all * n, 1);
  return { dims: [1, ...dims], values: Array.from({ length }, () => Math.fround(random() * 2 - 1)) };
}

/** The values of one image with channels last; `last` where they are already. */
export function channelsLast({ dims, values }: Plain, last: boolean): readonly number[] {
  if (last) return values;
  const [, channels, height, width] = dims;
  return Array.from({ length: values.length }, (_, at) => {
    const place = Math.floor(at / channels);
    return values[(at % channels) * height * width + place];
  });
}
