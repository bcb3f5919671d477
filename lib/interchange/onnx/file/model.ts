/** Reads the messages of an ONNX file. The numbers of the fields are those of onnx.proto3. */
import { PbfReader } from 'pbf';
import { readBytes, readFields, readInteger, readMessage, readText } from './fields';
import type { Attribute, Graph, GraphNode, Model, Port, StoredTensor } from './messages';

/** A message while its fields are read. */
type Draft<T> = { -readonly [K in keyof T]: T[K] };

/** The domains of ONNX's own operators. */
const OWN = ['', 'ai.onnx'];
/** Where the numbers of a tensor lie in another file. */
const EXTERNAL = 1;

function readTensor(reader: PbfReader): StoredTensor {
  const dims: number[] = [];
  const floats: number[] = [];
  const doubles: number[] = [];
  const ints: number[] = [];
  const longs: number[] = [];
  const tensor: Draft<StoredTensor> = {
    name: '',
    dims,
    type: 0,
    raw: null,
    floats,
    doubles,
    ints,
    longs,
    external: false,
  };
  readMessage(reader, {
    1: () => reader.readPackedVarint(dims, true),
    2: () => {
      tensor.type = readInteger(reader);
    },
    4: () => reader.readPackedFloat(floats),
    5: () => reader.readPackedVarint(ints, true),
    7: () => reader.readPackedVarint(longs, true),
    8: () => {
      tensor.name = readText(reader);
    },
    9: () => {
      tensor.raw = readBytes(reader);
    },
    10: () => reader.readPackedDouble(doubles),
    14: () => {
      tensor.external = readInteger(reader) === EXTERNAL;
    },
  });
  return tensor;
}

function readAttribute(reader: PbfReader): readonly [name: string, attribute: Attribute] {
  const floats: number[] = [];
  const ints: number[] = [];
  const attribute: Draft<Attribute> = { float: null, int: null, text: null, tensor: null, floats, ints };
  let name = '';
  readMessage(reader, {
    1: () => {
      name = readText(reader);
    },
    2: () => {
      attribute.float = reader.readFloat();
    },
    3: () => {
      attribute.int = readInteger(reader);
    },
    4: () => {
      attribute.text = readText(reader);
    },
    5: () => {
      attribute.tensor = readTensor(reader);
    },
    7: () => reader.readPackedFloat(floats),
    8: () => reader.readPackedVarint(ints, true),
  });
  return [name, attribute];
}

function readNode(reader: PbfReader): GraphNode {
  const inputs: string[] = [];
  const outputs: string[] = [];
  const attributes = new Map<string, Attribute>();
  const node: Draft<GraphNode> = { name: '', operator: '', domain: '', inputs, outputs, attributes };
  readMessage(reader, {
    1: () => inputs.push(readText(reader)),
    2: () => outputs.push(readText(reader)),
    3: () => {
      node.name = readText(reader);
    },
    4: () => {
      node.operator = readText(reader);
    },
    5: () => attributes.set(...readAttribute(reader)),
    7: () => {
      const domain = readText(reader);
      node.domain = OWN.includes(domain) ? '' : domain;
    },
  });
  return node;
}

/** The length of an axis; null where it has a name instead, or nothing that is a length. */
function readAxis(reader: PbfReader): number | null {
  let length: number | null = null;
  readMessage(reader, {
    1: () => {
      length = readInteger(reader);
    },
  });
  return length !== null && length > 0 ? length : null;
}

function readPort(reader: PbfReader): Port {
  const port: Draft<Port> = { name: '', type: null, dims: null };
  const tensorType = {
    1: () => {
      port.type = readInteger(reader);
    },
    2: () => {
      const dims: (number | null)[] = [];
      readMessage(reader, { 1: () => dims.push(readAxis(reader)) });
      port.dims = dims;
    },
  };
  readMessage(reader, {
    1: () => {
      port.name = readText(reader);
    },
    2: () => readMessage(reader, { 1: () => readMessage(reader, tensorType) }),
  });
  return port;
}

function readGraph(reader: PbfReader): Graph {
  const nodes: GraphNode[] = [];
  const stored = new Map<string, StoredTensor>();
  const inputs: Port[] = [];
  const outputs: Port[] = [];
  const graph: Draft<Graph> = { name: '', nodes, stored, inputs, outputs };
  readMessage(reader, {
    1: () => nodes.push(readNode(reader)),
    2: () => {
      graph.name = readText(reader);
    },
    5: () => {
      const tensor = readTensor(reader);
      stored.set(tensor.name, tensor);
    },
    11: () => inputs.push(readPort(reader)),
    12: () => outputs.push(readPort(reader)),
  });
  return graph;
}

/** A pair of texts or of a text and a number, as versions and notes are stored. */
function readPair<T>(reader: PbfReader, value: (reader: PbfReader) => T): readonly [string, T | null] {
  let key = '';
  let read: T | null = null;
  readMessage(reader, {
    1: () => {
      key = readText(reader);
    },
    2: () => {
      read = value(reader);
    },
  });
  return [key, read];
}

/**
 * The messages of a file. Numbers of tensors stay where they are: nothing is as large as the file twice.
 * @throws Error where the bytes are none of such messages.
 */
export function readModel(bytes: Uint8Array): Model {
  const reader = new PbfReader(bytes);
  const notes = new Map<string, string>();
  const model: Draft<Model> = { version: null, graph: null, notes };
  readFields(reader, bytes.length, {
    7: () => {
      model.graph = readGraph(reader);
    },
    8: () => {
      const [domain, version] = readPair(reader, readInteger);
      if (OWN.includes(domain)) model.version = version;
    },
    14: () => {
      const [key, text] = readPair(reader, readText);
      notes.set(key, text ?? '');
    },
  });
  return model;
}
