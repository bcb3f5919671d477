/** Writes tar archives as GNU tar and Python do. */
export interface TarFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly type?: string;
}

const BLOCK = 512;
const encoder = new TextEncoder();

function header(path: string, size: number, type: string): Uint8Array {
  const block = new Uint8Array(BLOCK);
  const write = (text: string, at: number) => block.set(encoder.encode(text), at);
  write(path.slice(0, 100), 0);
  write('0000644\0', 100);
  write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  write('        ', 148);
  write(type, 156);
  write('ustar\x0000', 257);
  const sum = block.reduce((all, byte) => all + byte, 0);
  write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

const padded = (bytes: Uint8Array): Uint8Array => {
  const all = new Uint8Array(Math.ceil(bytes.length / BLOCK) * BLOCK);
  all.set(bytes);
  return all;
};

/** Names beyond 100 letters are written before their file: as GNU does, or, with `pax`, as POSIX says. */
export function tarOf(files: readonly TarFile[], pax = false): Uint8Array<ArrayBuffer> {
  const parts = files.flatMap(({ path, bytes, type = '0' }) => {
    const own = [header(path, bytes.length, type), padded(bytes)];
    if (path.length <= 100) return own;
    const record = (length: number): string => `${length} path=${path}\n`;
    const length = record(record(100).length).length;
    const long = encoder.encode(pax ? record(length) : `${path}\0`);
    return [header('././@LongLink', long.length, pax ? 'x' : 'L'), padded(long), ...own];
  });
  parts.push(new Uint8Array(2 * BLOCK));
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
