/**
 * The safetensors format (https://github.com/huggingface/safetensors): eight bytes with the length of the
 * header, the header as JSON (for each tensor its type, shape and place), then the numbers as in memory. All
 * little-endian.
 */
import { ok, type Result } from '@/lib/result';
import { toHalf } from './half';
import {
  type FileType,
  type Header,
  headerEnd,
  LENGTH_BYTES,
  LONGEST_HEADER,
  NOTES,
  readHeader,
  type TensorPlace,
  unreadableType,
} from './safetensors-header';
import { readValues, type StoredValues } from './stored-values';

/** The types of real numbers that are written. */
export type StoredType = 'F32' | 'F16';

/** A tensor of a file. Real numbers are widened to single precision; bytes stay bytes. */
export interface StoredTensor<Values extends StoredValues = StoredValues> {
  readonly shape: readonly number[];
  readonly values: Values;
}

/** The contents of a file: tensors by name, and metadata by name. */
export interface Safetensors {
  readonly tensors: ReadonlyMap<string, StoredTensor>;
  readonly notes: Readonly<Record<string, string>>;
}

/** The header of a whole file. */
export function headerOf(bytes: Uint8Array, longest = LONGEST_HEADER): Result<Header> {
  const end = headerEnd(bytes.subarray(0, LENGTH_BYTES), bytes.length, longest);
  return end.ok ? readHeader(bytes.subarray(0, end.value), bytes.length) : end;
}

/** The numbers of a tensor of a file; null where they are of a type that isn't read. */
export const valuesOf = (
  bytes: Uint8Array,
  { end }: Header,
  { type, from, to }: TensorPlace,
): StoredValues | null => readValues(new Uint8Array(bytes.subarray(end + from, end + to)), type);

/**
 * Reads a file of F32, F16, BF16, F64, I8 and U8 tensors. Fails on every flaw: nothing is guessed, and no byte may be
 * left over.
 */
export function readSafetensors(bytes: Uint8Array, longestHeader?: number): Result<Safetensors> {
  const header = headerOf(bytes, longestHeader);
  if (!header.ok) return header;
  const { places, notes } = header.value;
  const tensors = new Map<string, StoredTensor>();
  for (const place of places) {
    const values = valuesOf(bytes, header.value, place);
    if (!values) return unreadableType(place.name, place.type);
    tensors.set(place.name, { shape: place.shape, values });
  }
  return ok({ tensors, notes });
}

/** The type of a tensor in the file: chosen for real numbers; bytes are written unchanged. */
function typeOf(values: StoredValues, real: StoredType): FileType {
  if (values instanceof Float32Array) return real;
  return values instanceof Int8Array ? 'I8' : 'U8';
}

function valueBytes(values: StoredValues, type: FileType): Uint8Array {
  if (type === 'F16') return new Uint8Array(Uint16Array.from(values, toHalf).buffer);
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}

/** The bytes of the file that {@link writeSafetensors} makes, in order: its beginning, then each tensor's own, uncopied. */
export function safetensorsInPieces(
  tensors: Iterable<readonly [name: string, tensor: StoredTensor]>,
  type: StoredType,
  notes: Readonly<Record<string, string>> = {},
): readonly Uint8Array[] {
  const entries: Record<string, unknown> = { [NOTES]: notes };
  const parts: Uint8Array[] = [];
  let end = 0;
  for (const [name, { shape, values }] of tensors) {
    const dtype = typeOf(values, type);
    const part = valueBytes(values, dtype);
    entries[name] = { dtype, shape, data_offsets: [end, end + part.length] };
    parts.push(part);
    end += part.length;
  }
  const json = JSON.stringify(entries);
  // Padded with spaces, so that the numbers begin at a multiple of eight bytes.
  const header = new TextEncoder().encode(json.padEnd(json.length + ((8 - (byteLength(json) % 8)) % 8)));
  const beginning = new Uint8Array(LENGTH_BYTES + header.length);
  new DataView(beginning.buffer).setBigUint64(0, BigInt(header.length), true);
  beginning.set(header, LENGTH_BYTES);
  return [beginning, ...parts];
}

/**
 * Writes a file with all real numbers of one type, and bytes unchanged. F16 keeps 11 significant bits and
 * rounds to the nearest. Metadata says what the numbers are; readers that don't know it skip it.
 */
export function writeSafetensors(
  ...content: Parameters<typeof safetensorsInPieces>
): Uint8Array<ArrayBuffer> {
  const pieces = safetensorsInPieces(...content);
  const file = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    file.set(piece, at);
    at += piece.length;
  }
  return file;
}

const byteLength = (text: string) => new TextEncoder().encode(text).length;
