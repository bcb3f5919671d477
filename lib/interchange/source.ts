/** Files as readers take them: by name, by size, and read without ever throwing. */
import { baseName } from '@/lib/data/archives/paths';
import { formatBytes } from '@/lib/format/bytes';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/interchange';
import type { SourceFile } from './opened';

/** No file that a browser can open as a network is larger. */
export const LARGEST_FILE = 1e9;
/** A description of layers has some kilobytes; one of a thousand layers a megabyte. */
export const LARGEST_JSON = 16e6;

/** The folder a file lies in, with its "/" at the end; empty where it lies in none. */
export const folderOf = (name: string): string => name.slice(0, name.lastIndexOf('/') + 1);

/** A file's bytes, unless it is larger than `most`: then nothing of it is read. */
export async function bytesOf(
  file: SourceFile,
  most = LARGEST_FILE,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const name = baseName(file.name);
  if (file.size > most)
    return fail(words.tooLarge({ file: name, size: formatBytes(file.size), most: formatBytes(most) }));
  try {
    const bytes = await file.bytes();
    if (bytes.length > most)
      return fail(words.tooLarge({ file: name, size: formatBytes(bytes.length), most: formatBytes(most) }));
    return ok(bytes);
  } catch (error) {
    return fail(words.gone({ file: name }), String(error));
  }
}

/** What JSON says; `file` is named where it is none. */
export function parseJson(text: string, file: string): Result<unknown> {
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    return fail(words.noJson({ file }), String(error));
  }
}

/** What a file of JSON says. */
export async function jsonOf(file: SourceFile): Promise<Result<unknown>> {
  const text = await jsonTextOf(file);
  return text.ok ? parseJson(text.value, baseName(file.name)) : text;
}

/** The text of a file of JSON. */
export async function jsonTextOf(file: SourceFile): Promise<Result<string>> {
  const bytes = await bytesOf(file, LARGEST_JSON);
  if (!bytes.ok) return bytes;
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes.value));
  } catch (error) {
    return fail(words.noJson({ file: baseName(file.name) }), String(error));
  }
}
