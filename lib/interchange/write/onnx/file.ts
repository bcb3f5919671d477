/** Writes the messages of an ONNX file. The numbers of the fields are those of onnx.proto3. */
import { PbfWriter } from 'pbf';
import type { OnnxSetting, OnnxStored } from '@/lib/kinds/parts/export';
import { bytesIn } from '../network';

/** A node of a chain, with the numbers that only it takes. */
export interface ChainNode {
  readonly operator: string;
  readonly name: string;
  readonly settings: Readonly<Record<string, OnnxSetting>>;
  readonly stored: readonly OnnxStored[];
}

export interface Chain {
  readonly name: string;
  /** Without the batch, which may be of any size. */
  readonly input: readonly number[];
  readonly output: readonly number[];
  readonly nodes: readonly ChainNode[];
  /** What the file says about itself, by key. */
  readonly notes: Readonly<Record<string, string>>;
}

/** The version of ONNX's operators, of 2020: all runtimes in use know it. */
const OPERATORS = 13;
/** The version of the file format that came with it. */
const FORMAT = 7;
const FLOAT = 1;
const INT64 = 7;
/** The kinds of settings. */
const KIND = { float: 1, int: 2, ints: 7 };
const INPUT = 'images';
const OUTPUT = 'probabilities';

function writeTensor({ name, dims, values }: OnnxStored, writer: PbfWriter): void {
  writer.writePackedVarint(1, [...dims]);
  writer.writeVarintField(2, values instanceof Float32Array ? FLOAT : INT64);
  writer.writeStringField(8, name);
  writer.writeBytesField(9, bytesIn(values));
}

function writeSetting([name, setting]: readonly [string, OnnxSetting], writer: PbfWriter): void {
  writer.writeStringField(1, name);
  if ('float' in setting) writer.writeFloatField(2, setting.float);
  else if ('int' in setting) writer.writeVarintField(3, setting.int);
  else writer.writePackedVarint(8, [...setting.ints]);
  const kind = 'float' in setting ? KIND.float : 'int' in setting ? KIND.int : KIND.ints;
  writer.writeVarintField(20, kind);
}

interface PlacedNode {
  readonly node: ChainNode;
  readonly from: string;
  readonly to: string;
}

function writeNode({ node, from, to }: PlacedNode, writer: PbfWriter): void {
  for (const input of [from, ...node.stored.map(({ name }) => name)]) writer.writeStringField(1, input);
  writer.writeStringField(2, to);
  writer.writeStringField(3, node.name);
  writer.writeStringField(4, node.operator);
  for (const setting of Object.entries(node.settings)) writer.writeMessage(5, writeSetting, setting);
}

const BATCH = 'batch';

function writeAxis(length: number | null, writer: PbfWriter): void {
  if (length === null) writer.writeStringField(2, BATCH);
  else writer.writeVarintField(1, length);
}

function writePort([name, shape]: readonly [string, readonly number[]], writer: PbfWriter): void {
  const writeShape = (_: null, inner: PbfWriter) => {
    for (const length of [null, ...shape]) inner.writeMessage(1, writeAxis, length);
  };
  const writeTensorType = (_: null, inner: PbfWriter) => {
    inner.writeVarintField(1, FLOAT);
    inner.writeMessage(2, writeShape, null);
  };
  writer.writeStringField(1, name);
  writer.writeMessage(2, (_: null, type: PbfWriter) => type.writeMessage(1, writeTensorType, null), null);
}

function writeGraph({ name, nodes, input, output }: Chain, writer: PbfWriter): void {
  const flow = (at: number) => (at === 0 ? INPUT : at === nodes.length ? OUTPUT : `flow ${at}`);
  for (const [at, node] of nodes.entries())
    writer.writeMessage(1, writeNode, { node, from: flow(at), to: flow(at + 1) });
  writer.writeStringField(2, name);
  for (const node of nodes) for (const tensor of node.stored) writer.writeMessage(5, writeTensor, tensor);
  writer.writeMessage(11, writePort, [INPUT, input] as const);
  writer.writeMessage(12, writePort, [OUTPUT, output] as const);
}

/** The bytes of a file with this chain. */
export function writeModel(chain: Chain): Uint8Array<ArrayBuffer> {
  const writer = new PbfWriter();
  writer.writeVarintField(1, FORMAT);
  writer.writeStringField(2, 'Pipeline Tracer');
  writer.writeMessage(7, writeGraph, chain);
  writer.writeMessage(
    8,
    (version: number, own: PbfWriter) => {
      own.writeStringField(1, '');
      own.writeVarintField(2, version);
    },
    OPERATORS,
  );
  for (const note of Object.entries(chain.notes))
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
