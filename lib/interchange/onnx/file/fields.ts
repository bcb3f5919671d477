/** Fields of Protocol Buffers, read by `pbf` and kept inside their message: `pbf` itself trusts the lengths that a file names. */
import type { PbfReader } from 'pbf';

/** What is done with a field, by its number in the `.proto` file; others are skipped. */
export type Fields = Readonly<Record<number, (reader: PbfReader) => void>>;

/** The wire type of what has its length in front. */
const DELIMITED = 2;

/**
 * Reads all fields up to `end`.
 * @throws Error where a field reaches beyond it, or is none.
 */
export function readFields(reader: PbfReader, end: number, fields: Fields): void {
  for (let field = reader.nextField(end); field > 0; field = reader.nextField(end)) {
    fields[field]?.(reader);
    if (reader.pos > end) break;
  }
  if (reader.pos !== end) throw new Error(`a message ends at ${end}, its fields at ${reader.pos}`);
}

/** How many bytes follow. @throws Error where the file ends before, or no length stands here. */
function readLength(reader: PbfReader): number {
  if (reader.type !== DELIMITED) throw new Error(`a field of type ${reader.type} at ${reader.pos}`);
  const length = reader.readVarint();
  if (!(reader.pos + length <= reader.length)) throw new Error(`${length} bytes at ${reader.pos}`);
  return length;
}

/** Reads a message inside another. @throws Error as {@link readFields} does. */
export function readMessage(reader: PbfReader, fields: Fields): void {
  const length = readLength(reader);
  readFields(reader, reader.pos + length, fields);
}

/** The bytes of a field, as they lie in the file (no copy). @throws Error where the file ends before. */
export function readBytes(reader: PbfReader): Uint8Array {
  const length = readLength(reader);
  const bytes = reader.buf.subarray(reader.pos, reader.pos + length);
  reader.pos += length;
  return bytes;
}

const decoder = new TextDecoder();

/** The text of a field; bytes that are no UTF-8 become the replacement character. @throws Error as {@link readBytes}. */
export const readText = (reader: PbfReader): string => decoder.decode(readBytes(reader));

/** A whole number that may be negative. */
export const readInteger = (reader: PbfReader): number => reader.readVarint(true);
