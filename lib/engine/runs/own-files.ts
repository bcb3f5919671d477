/*
 * Numbers in files of the browser's own: its origin private file system (File System Standard,
 * https://fs.spec.whatwg.org/). A worker writes them as into memory. IndexedDB copies the same numbers from thread to
 * thread and from process to process, which took as long as three steps after each epoch.
 */

/** The numbers' folder. */
const FOLDER = 'pipeline-tracer-states';

/** A file that is open for writing, which takes no promise; only workers have it. */
interface OpenFile {
  write(values: ArrayBufferView, at: { readonly at: number }): number;
  truncate(bytes: number): void;
  close(): void;
}
type WritableFile = FileSystemFileHandle & { createSyncAccessHandle(): Promise<OpenFile> };

const isWritable = (file: FileSystemFileHandle): file is WritableFile => 'createSyncAccessHandle' in file;

const folder = async (create: boolean): Promise<FileSystemDirectoryHandle> =>
  (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create });

/** The folder for writing, asked for once: after an epoch, with both cores at work, the answer took 25 ms. */
let opened: Promise<FileSystemDirectoryHandle> | null = null;
function folderForWriting(): Promise<FileSystemDirectoryHandle> {
  opened ??= folder(true);
  return opened;
}
/** It may have been deleted since, with the site's data. */
function askAgain(): void {
  opened = null;
}

/**
 * The sum of the bits of all numbers, as words of 32 bits: it differs where part of a file is of another time. The CRC-32 of
 * the same 20 MB (lib/data/crc32.ts) would take 25 ms after each epoch, and this takes 4.
 */
function sumOf(values: Float32Array): number {
  const words = new Uint32Array(values.buffer, values.byteOffset, values.length);
  let sum = 0;
  for (let at = 0; at < words.length; at++) sum = (sum + words[at]) | 0;
  return sum;
}

const sumOfAll = (arrays: readonly Float32Array[]): number =>
  arrays.reduce((sum, values) => (sum + sumOf(values)) | 0, 0);

/** Whether this is a worker of a browser that has such files. */
export async function canWriteNumbers(): Promise<boolean> {
  try {
    await folderForWriting();
    return 'createSyncAccessHandle' in FileSystemFileHandle.prototype;
  } catch {
    askAgain();
    return false;
  }
}

/**
 * Writes arrays into a file, one after another. Returns their sum, which {@link readNumbers} asks for; null where this
 * isn't a worker, or the browser has no such files or can't write this one. What the file held may be lost then.
 */
export async function writeNumbers(name: string, arrays: readonly Float32Array[]): Promise<number | null> {
  try {
    const file = await (await folderForWriting()).getFileHandle(name, { create: true });
    return isWritable(file) ? writeAll(await file.createSyncAccessHandle(), arrays) : null;
  } catch {
    askAgain();
    return null;
  }
}

function writeAll(file: OpenFile, arrays: readonly Float32Array[]): number | null {
  try {
    let at = 0;
    for (const values of arrays) {
      if (file.write(values, { at }) < values.byteLength) return null;
      at += values.byteLength;
    }
    file.truncate(at);
    return sumOfAll(arrays);
  } finally {
    file.close();
  }
}

/** The numbers of a file, all in one array; null where there is none with this sum. */
export async function readNumbers(name: string, sum: number): Promise<Float32Array | null> {
  try {
    const file = await (await (await folder(false)).getFileHandle(name)).getFile();
    const values = new Float32Array(await file.arrayBuffer());
    return sumOf(values) === sum ? values : null;
  } catch {
    return null;
  }
}

/** Deletes a file, if there is one. */
export async function deleteNumbers(name: string): Promise<void> {
  try {
    await (await folder(false)).removeEntry(name);
  } catch {
    // There is none.
  }
}
