/**
 * The safetensors format (https://github.com/huggingface/safetensors): eight bytes with the length of the
 * header, the header as JSON (for each tensor its type, shape and place), then the numbers as in memory. All
 * little-endian.
 */
import * as v from 'valibot';
import { once } from '@/lib/once';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/checkpoint';
import { doubledKey } from './doubled-keys';
import { fromHalf, toHalf } from './half';

/** The types of real numbers in a file. */
export type StoredType = 'F32' | 'F16';

export type StoredValues = Float32Array | Int8Array | Uint8Array;

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

const BYTES = { F32: 4, F16: 2, I8: 1, U8: 1 } as const;
type FileType = keyof typeof BYTES;

const isKnown = (type: string): type is FileType => type in BYTES;
const LENGTH_BYTES = 8;
/** The header of a network that fits in a browser has a few kilobytes; with a long run's log it has more. */
const LONGEST_HEADER = 1 << 20;
const NOTES = '__metadata__';

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const entrySchema = v.object({
  dtype: v.string(),
  shape: v.pipe(v.array(whole), v.maxLength(8)),
  data_offsets: v.strictTuple([whole, whole]),
});
const headerSchema = v.record(v.string(), v.unknown());
const notesSchema = v.record(v.string(), v.string());

const product = (numbers: readonly number[]) => numbers.reduce((all, n) => all * n, 1);
const damaged = (detail: string) => fail(words.unreadable(), detail);
const short = (detail: string) => fail(words.breaksOff(), detail);

/**
 * Reads a file of F32, F16, I8 and U8 tensors. Fails on every flaw: nothing is guessed, and no byte may be
 * left over.
 */
export function readSafetensors(bytes: Uint8Array, longestHeader = LONGEST_HEADER): Result<Safetensors> {
  if (bytes.length < LENGTH_BYTES) return short(`${bytes.length} bytes`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = Number(view.getBigUint64(0, true));
  if (length > longestHeader) return damaged(`a header of ${length} bytes`);
  if (LENGTH_BYTES + length > bytes.length) return short(`a header of ${length} bytes in ${bytes.length}`);
  const header = readHeader(bytes.subarray(LENGTH_BYTES, LENGTH_BYTES + length));
  if (!header.ok) return header;
  const { [NOTES]: notes, ...entries } = header.value;
  const readNotes = v.safeParse(v.optional(notesSchema, {}), notes);
  if (!readNotes.success) return damaged('notes that are no text');
  const tensors = readTensors(entries, bytes.subarray(LENGTH_BYTES + length));
  return tensors.ok ? ok({ tensors: tensors.value, notes: readNotes.output }) : tensors;
}

function readHeader(bytes: Uint8Array): Result<Record<string, unknown>> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const json: unknown = JSON.parse(text);
    const twice = doubledKey(text);
    if (twice !== null) return damaged(`${twice.slice(0, 80)} twice in the header`);
    if (Array.isArray(json)) return damaged('a header that is a list');
    const read = v.safeParse(headerSchema, json);
    return read.success ? ok(read.output) : damaged(v.summarize(read.issues));
  } catch (error) {
    return damaged(String(error));
  }
}

function readTensors(entries: Record<string, unknown>, data: Uint8Array): Result<Map<string, StoredTensor>> {
  const tensors = new Map<string, StoredTensor>();
  const places: (readonly [from: number, to: number])[] = [];
  for (const [name, entry] of Object.entries(entries)) {
    const read = v.safeParse(entrySchema, entry);
    if (!read.success) return damaged(`${name}: ${v.summarize(read.issues)}`);
    const { dtype, shape, data_offsets: place } = read.output;
    const [from, to] = place;
    if (!isKnown(dtype)) return fail(words.type(), `${name}: ${dtype}`);
    if (to - from !== product(shape) * BYTES[dtype])
      return damaged(`${name}: ${shape} in ${to - from} bytes`);
    if (to > data.length) return short(`${name} ends at ${to} of ${data.length}`);
    tensors.set(name, { shape, values: readValues(new Uint8Array(data.subarray(from, to)), dtype) });
    places.push(place);
  }
  // One after another, as the format says: no byte is two tensors', and none is nobody's.
  let end = 0;
  for (const [from, to] of places.sort(([one, a], [other, b]) => one - other || a - b)) {
    if (from !== end) return damaged(`numbers from ${from} on, after those up to ${end}`);
    end = to;
  }
  if (end !== data.length) return damaged(`${data.length} bytes of numbers, ${end} of them named`);
  return ok(tensors);
}

/** `bytes` is a separate copy, so that its start is aligned. */
function readValues(bytes: Uint8Array<ArrayBuffer>, type: FileType): StoredValues {
  if (type === 'U8') return bytes;
  if (type === 'I8') return new Int8Array(bytes.buffer);
  if (type === 'F32') return new Float32Array(bytes.buffer);
  const halves = new Uint16Array(bytes.buffer);
  const values = new Float32Array(halves.length);
  const numbers = halfTable();
  for (let at = 0; at < values.length; at++) values[at] = numbers[halves[at]];
  return values;
}

/**
 * All 65,536 halves as numbers: looking up the 1.6 million of a dense layer takes 3 ms, computing them 60 ms.
 */
const halfTable = once(() => Float32Array.from({ length: 0x10000 }, (_, bits) => fromHalf(bits)));

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
