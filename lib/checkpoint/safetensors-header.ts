/** The header of a safetensors file: eight bytes with its length, then JSON with the type, shape and place of each tensor. */
import * as v from 'valibot';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/checkpoint';
import { doubledKey } from './doubled-keys';

/** The bytes of a number of each type of the format; what is smaller than a byte is not among them. */
export const BYTES = {
  ...{ BOOL: 1, U8: 1, I8: 1, F8_E4M3: 1, F8_E5M2: 1, F8_E8M0: 1 },
  ...{ U16: 2, I16: 2, F16: 2, BF16: 2 },
  ...{ U32: 4, I32: 4, F32: 4 },
  ...{ U64: 8, I64: 8, F64: 8, C64: 8 },
} as const;
export type FileType = keyof typeof BYTES;
export const LENGTH_BYTES = 8;
/** The header of a network that fits in a browser has a few kilobytes; with a long run's log it has more. */
export const LONGEST_HEADER = 1 << 20;
export const NOTES = '__metadata__';

/** A tensor's type and shape, and where its bytes are, counted from the end of the header. */
export interface TensorPlace {
  readonly name: string;
  readonly type: FileType;
  readonly shape: readonly number[];
  readonly from: number;
  readonly to: number;
}

export interface Header {
  readonly places: readonly TensorPlace[];
  readonly notes: Readonly<Record<string, string>>;
  /** Where the numbers begin in the file. */
  readonly end: number;
}

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const entrySchema = v.object({
  dtype: v.string(),
  shape: v.pipe(v.array(whole), v.maxLength(8)),
  data_offsets: v.strictTuple([whole, whole]),
});
const headerSchema = v.record(v.string(), v.unknown());
const notesSchema = v.record(v.string(), v.string());

const isKnown = (type: string): type is FileType => Object.hasOwn(BYTES, type);
/** Says of a tensor that its numbers can't be read. */
export const unreadableType = (name: string, type: string) =>
  fail(words.type({ name: name.slice(0, 80), type: type.slice(0, 20) }));
const product = (numbers: readonly number[]) => numbers.reduce((all, n) => all * n, 1);
const damaged = (detail: string) => fail(words.unreadable(), detail);
const short = (detail: string) => fail(words.breaksOff(), detail);

/** Where the header of a file ends that begins with these bytes and has so many in all. */
export function headerEnd(beginning: Uint8Array, size: number, longest = LONGEST_HEADER): Result<number> {
  if (beginning.length < LENGTH_BYTES) return short(`${beginning.length} bytes`);
  const view = new DataView(beginning.buffer, beginning.byteOffset, beginning.byteLength);
  const length = Number(view.getBigUint64(0, true));
  if (length > longest) return damaged(`a header of ${length} bytes`);
  const end = LENGTH_BYTES + length;
  return end > size ? short(`a header of ${length} bytes in ${size}`) : ok(end);
}

/**
 * Reads a header, given all bytes up to its end, of a file of so many bytes. Fails on every flaw: nothing is guessed, no
 * byte may be two tensors', and none may be left over.
 */
export function readHeader(bytes: Uint8Array, size: number): Result<Header> {
  const json = jsonIn(bytes.subarray(LENGTH_BYTES));
  if (!json.ok) return json;
  const { [NOTES]: notes, ...entries } = json.value;
  const readNotes = v.safeParse(v.optional(notesSchema, {}), notes);
  if (!readNotes.success) return damaged('notes that are no text');
  const places = readPlaces(entries, size - bytes.length);
  return places.ok ? ok({ places: places.value, notes: readNotes.output, end: bytes.length }) : places;
}

function jsonIn(bytes: Uint8Array): Result<Record<string, unknown>> {
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

function readPlaces(entries: Record<string, unknown>, length: number): Result<readonly TensorPlace[]> {
  const places: TensorPlace[] = [];
  for (const [name, entry] of Object.entries(entries)) {
    const read = v.safeParse(entrySchema, entry);
    if (!read.success) return damaged(`${name}: ${v.summarize(read.issues)}`);
    const { dtype, shape, data_offsets: place } = read.output;
    const [from, to] = place;
    if (!isKnown(dtype)) return unreadableType(name, dtype);
    if (to - from !== product(shape) * BYTES[dtype])
      return damaged(`${name}: ${shape} in ${to - from} bytes`);
    if (to > length) return short(`${name} ends at ${to} of ${length}`);
    places.push({ name, type: dtype, shape, from, to });
  }
  // One after another, as the format says: no byte is two tensors', and none is nobody's.
  let end = 0;
  for (const { from, to } of places.toSorted((one, other) => one.from - other.from || one.to - other.to)) {
    if (from !== end) return damaged(`numbers from ${from} on, after those up to ${end}`);
    end = to;
  }
  if (end !== length) return damaged(`${length} bytes of numbers, ${end} of them named`);
  return ok(places);
}
