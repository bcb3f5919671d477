/** Writes ONNX files as PyTorch and tf2onnx do, from a graph as plain data. Field numbers are those of onnx.proto3. */
import { PbfWriter } from 'pbf';
import { toHalf } from '@/lib/checkpoint/half';

export interface TensorSpec {
  readonly name: string;
  readonly dims: readonly number[];
  readonly values: readonly number[];
  /** `float` where nothing is said. */
  readonly type?: 'float' | 'half' | 'double' | 'int64' | 'bool';
  /** Whether the numbers stand in the list of their type rather than as bytes. */
  readonly listed?: boolean;
  readonly external?: boolean;
}

export type Setting =
  | { readonly int: number }
  | { readonly float: number }
  | { readonly text: string }
  | { readonly ints: readonly number[] }
  | { readonly tensor: TensorSpec };

export interface NodeSpec {
  readonly operator: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly name?: string;
  readonly domain?: string;
  readonly settings?: Readonly<Record<string, Setting>>;
}

export interface PortSpec {
  readonly name: string;
  /** A text for an axis that is left open. */
  readonly dims?: readonly (number | string)[];
  /** 1, for float, where nothing is said. */
  readonly type?: number;
}

export interface GraphSpec {
  readonly version: number;
  readonly nodes: readonly NodeSpec[];
  readonly stored: readonly TensorSpec[];
  readonly inputs: readonly PortSpec[];
  readonly outputs: readonly PortSpec[];
  readonly notes?: Readonly<Record<string, string>>;
}

const TYPES = { float: 1, int64: 7, bool: 9, half: 10, double: 11 };

function bytesOf({ values, type = 'float' }: TensorSpec): Uint8Array {
  if (type === 'double') return new Uint8Array(Float64Array.from(values).buffer);
  if (type === 'half') return new Uint8Array(Uint16Array.from(values, toHalf).buffer);
  if (type === 'int64') return new Uint8Array(BigInt64Array.from(values.map(BigInt)).buffer);
  if (type === 'bool') return Uint8Array.from(values);
  return new Uint8Array(Float32Array.from(values).buffer);
}

function writeList({ values, type = 'float' }: TensorSpec, writer: PbfWriter): void {
  if (type === 'float') writer.writePackedFloat(4, [...values]);
  if (type === 'half') writer.writePackedVarint(5, values.map(toHalf));
  if (type === 'int64') writer.writePackedVarint(7, [...values]);
  if (type === 'double') writer.writePackedDouble(10, [...values]);
}

function writeTensor(tensor: TensorSpec, writer: PbfWriter): void {
  writer.writePackedVarint(1, [...tensor.dims]);
  writer.writeVarintField(2, TYPES[tensor.type ?? 'float']);
  writer.writeStringField(8, tensor.name);
  if (tensor.external) writer.writeVarintField(14, 1);
  else if (tensor.listed) writeList(tensor, writer);
  else writer.writeBytesField(9, bytesOf(tensor));
}

function writeSetting([name, setting]: readonly [string, Setting], writer: PbfWriter): void {
  writer.writeStringField(1, name);
  if ('float' in setting) writer.writeFloatField(2, setting.float);
  if ('int' in setting) writer.writeVarintField(3, setting.int);
  if ('text' in setting) writer.writeBytesField(4, new TextEncoder().encode(setting.text));
  if ('tensor' in setting) writer.writeMessage(5, writeTensor, setting.tensor);
  if ('ints' in setting) writer.writePackedVarint(8, [...setting.ints]);
}

function writeNode(node: NodeSpec, writer: PbfWriter): void {
  for (const input of node.inputs) writer.writeStringField(1, input);
  for (const output of node.outputs) writer.writeStringField(2, output);
  if (node.name) writer.writeStringField(3, node.name);
  writer.writeStringField(4, node.operator);
  for (const setting of Object.entries(node.settings ?? {})) writer.writeMessage(5, writeSetting, setting);
  if (node.domain) writer.writeStringField(7, node.domain);
}

function writeAxis(length: number | string, writer: PbfWriter): void {
  if (typeof length === 'number') writer.writeVarintField(1, length);
  else writer.writeStringField(2, length);
}

function writePort(port: PortSpec, writer: PbfWriter): void {
  const writeShape = (dims: readonly (number | string)[], inner: PbfWriter) => {
    for (const length of dims) inner.writeMessage(1, writeAxis, length);
  };
  writer.writeStringField(1, port.name);
  writer.writeMessage(
    2,
    (_: null, type: PbfWriter) =>
      type.writeMessage(
        1,
        (__: null, tensor: PbfWriter) => {
          tensor.writeVarintField(1, port.type ?? 1);
          if (port.dims) tensor.writeMessage(2, writeShape, port.dims);
        },
        null,
      ),
    null,
  );
}

function writeGraph(graph: GraphSpec, writer: PbfWriter): void {
  for (const node of graph.nodes) writer.writeMessage(1, writeNode, node);
  writer.writeStringField(2, 'main_graph');
  for (const tensor of graph.stored) writer.writeMessage(5, writeTensor, tensor);
  for (const port of graph.inputs) writer.writeMessage(11, writePort, port);
  for (const port of graph.outputs) writer.writeMessage(12, writePort, port);
}

/** The bytes of a file with this graph. */
export function onnxFile(graph: GraphSpec): Uint8Array {
  const writer = new PbfWriter();
  writer.writeVarintField(1, 8);
  writer.writeStringField(2, 'pytorch');
  writer.writeMessage(7, writeGraph, graph);
  writer.writeMessage(
    8,
    (version: number, own: PbfWriter) => own.writeVarintField(2, version),
    graph.version,
  );
  for (const note of Object.entries(graph.notes ?? {}))
    writer.writeMessage(
      14,
      ([key, value]: readonly [string, string], own: PbfWriter) => {
        own.writeStringField(1, key);
        own.writeStringField(2, value);
      },
      note,
    );
  return writer.finish().slice();
}
