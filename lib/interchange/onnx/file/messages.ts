/** What an ONNX file holds, as far as networks need it: the messages of onnx.proto3, with names of ours. */

/** Numbers as the file stores them; `tensors.ts` reads them. */
export interface StoredTensor {
  readonly name: string;
  readonly dims: readonly number[];
  /** As onnx.proto3 counts types: 1 for floats of 32 bits. */
  readonly type: number;
  /** All numbers, little-endian; null where they stand in one of the lists. */
  readonly raw: Uint8Array | null;
  readonly floats: readonly number[];
  readonly doubles: readonly number[];
  /** Whole numbers of up to 32 bits, and the bits of halves. */
  readonly ints: readonly number[];
  readonly longs: readonly number[];
  /** Whether the numbers stand in another file. */
  readonly external: boolean;
}

/** A setting of a node. Which of these it has depends on the setting. */
export interface Attribute {
  readonly float: number | null;
  readonly int: number | null;
  readonly text: string | null;
  readonly tensor: StoredTensor | null;
  readonly floats: readonly number[];
  readonly ints: readonly number[];
}

export interface GraphNode {
  readonly name: string;
  readonly operator: string;
  /** Whose operator it is; ONNX's own have "". */
  readonly domain: string;
  /** Names of values; "" for one that is left out. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: ReadonlyMap<string, Attribute>;
}

/** What comes into a graph or out of it. */
export interface Port {
  readonly name: string;
  /** As onnx.proto3 counts types; null where it is no tensor. */
  readonly type: number | null;
  /** Null for an axis whose length is left open; null as a whole where the file describes no axes. */
  readonly dims: readonly (number | null)[] | null;
}

export interface Graph {
  readonly name: string;
  readonly nodes: readonly GraphNode[];
  /** The numbers that the file holds, by the names of their values. */
  readonly stored: ReadonlyMap<string, StoredTensor>;
  readonly inputs: readonly Port[];
  readonly outputs: readonly Port[];
}

export interface Model {
  /** The version of ONNX's own operators; null where the file says none. */
  readonly version: number | null;
  /** Null where the file holds none. */
  readonly graph: Graph | null;
  /** What the file says about itself, by key. */
  readonly notes: ReadonlyMap<string, string>;
}
