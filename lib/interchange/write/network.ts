/** What all writers take, and what they answer. */
import type { Pipeline } from '@/lib/network/pipeline';
import type { WeightSet } from '@/lib/network/weights';

/** A network to be written: its layers, and all their weights. */
export interface WrittenNetwork {
  readonly pipeline: Pipeline;
  readonly weights: WeightSet;
}

/** A file as it is to lie in its folder or archive. */
export interface WrittenFile {
  /** With "/" between the parts. */
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const encoder = new TextEncoder();

/** A text as a file, in UTF-8. */
export const textFile = (name: string, text: string): WrittenFile => ({ name, bytes: encoder.encode(text) });

/** JSON that people may read. */
export const jsonFile = (name: string, value: unknown): WrittenFile =>
  textFile(name, `${JSON.stringify(value, null, 2)}\n`);

/** Bytes one after another. */
export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The bytes of numbers, little-endian as on every machine that runs a browser. */
export const bytesIn = ({ buffer, byteOffset, byteLength }: Float32Array | BigInt64Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);
