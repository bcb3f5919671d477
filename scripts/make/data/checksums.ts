/** The published checksums of well-known data sets: of the files as they are offered, or of what they unpack to. */
import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';

interface KnownFile {
  readonly set: string;
  readonly name: string;
  /** MD5, as the set's authors or the libraries that load it give it. */
  readonly md5: string;
  /** Of the file without gzip: who packs it again gets another file with the same content. */
  readonly unpacked?: string;
}

const known = (set: string, files: readonly (readonly [name: string, md5: string, unpacked?: string])[]) =>
  files.map(([name, md5, unpacked]): KnownFile => ({ set, name, md5, unpacked }));

const FILES: readonly KnownFile[] = [
  ...known('CIFAR-10', [['cifar-10-binary.tar.gz', 'c32a1d4ab5d03f1284b67883e8d87530']]),
  ...known('CIFAR-100', [['cifar-100-binary.tar.gz', '03b5dce01913d631647c71ecec9e9cb8']]),
  ...known('MNIST', [
    ['train-images-idx3-ubyte.gz', 'f68b3c2dcbeaaa9fbdd348bbdeb94873', '6bbc9ace898e44ae57da46a324031adb'],
    ['train-labels-idx1-ubyte.gz', 'd53e105ee54ea40749a09fcbcd1e9432', 'a25bea736e30d166cdddb491f175f624'],
    ['t10k-images-idx3-ubyte.gz', '9fb629c4189551a2d022fa330f9573f3', '2646ac647ad5339dbf082846283269ea'],
    ['t10k-labels-idx1-ubyte.gz', 'ec29112dd5afa0611ce80d1b7f02629c', '27ae3e4e09519cfbb04c329615203637'],
  ]),
  ...known('Fashion-MNIST', [
    ['train-images-idx3-ubyte.gz', '8d4fb7e6c68d591d4c3dfef9ec88bf0d'],
    ['train-labels-idx1-ubyte.gz', '25c81989df183df01b3e8a0aad5dffbe'],
    ['t10k-images-idx3-ubyte.gz', 'bef4ecab320f06d8554ea6380940ec79'],
    ['t10k-labels-idx1-ubyte.gz', 'bb300cfdad3c16e7a12a480ee83cd310'],
  ]),
];

const md5 = (bytes: Uint8Array): string => createHash('md5').update(bytes).digest('hex');

/** What its checksum says of a file. `differs`: it is called as one of these sets' files, and none has its bytes. */
export type Verdict =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'published' | 'repacked'; readonly set: string }
  | { readonly kind: 'differs'; readonly sets: readonly string[] };

/** Compares a file with those that are published under its name, with or without ".gz". */
export function verdictOf(name: string, bytes: Uint8Array): Verdict {
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const called = FILES.filter((one) => one.name === name || one.name === `${name}.gz`);
  if (called.length === 0) return { kind: 'unknown' };
  const sum = md5(bytes);
  const same = called.find((one) => one.md5 === sum);
  if (same) return { kind: 'published', set: same.set };
  // An archive of many files is not unpacked for that.
  const plain = called.some(({ unpacked }) => unpacked) ? content(bytes, isPacked, sum) : null;
  const repacked = called.find(({ unpacked }) => unpacked !== undefined && unpacked === plain);
  if (repacked) return { kind: isPacked ? 'repacked' : 'published', set: repacked.set };
  return { kind: 'differs', sets: called.map(({ set }) => set) };
}

function content(bytes: Uint8Array, isPacked: boolean, sum: string): string | null {
  if (!isPacked) return sum;
  try {
    return md5(gunzipSync(bytes));
  } catch {
    return null;
  }
}
