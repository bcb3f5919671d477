/** HDF5 files with what Keras doesn't write: each is refused in a sentence that names the file and the place. */
import { expect, test } from 'vitest';
import { Hdf5 } from '@/lib/interchange/keras/hdf5/file';
import { readNetwork } from '@/lib/interchange/read-network';
import { writeHdf5 } from '@/lib/interchange/write/keras/hdf5';
import { sentenceOf } from '../support/result';
import { fileOf, fixture } from './support/files';

const numbers = { shape: [2], values: Float32Array.of(1, 2) };
/** One group with two datasets; the names are in the order of the symbol table. */
const whole = () => writeHdf5({ layers: { a: numbers, b: numbers } });
const refusedFor = (bytes: Uint8Array<ArrayBuffer>) => sentenceOf(Hdf5.open(bytes, 'net.h5'));

const HEADER = 16;
const ROW = 40;

/** Where the tables of the groups begin: that of the inner group is written first. */
function tableAt(bytes: Uint8Array): number {
  return new TextDecoder('latin1').decode(bytes).indexOf('SNOD') + 8;
}

/** The header of a row of the inner group. */
const headerAt = (bytes: Uint8Array, row: number): number =>
  Number(new DataView(bytes.buffer).getBigUint64(tableAt(bytes) + row * ROW + 8, true));

/** The first message of a type in a header. */
function messageAt(bytes: Uint8Array, header: number, type: number): number {
  const view = new DataView(bytes.buffer);
  let at = header + HEADER;
  while (view.getUint16(at, true) !== type) at += 8 + view.getUint16(at + 2, true);
  return at;
}

/** The inner group's header: the root's only row leads to it. */
function groupAt(bytes: Uint8Array): number {
  const text = new TextDecoder('latin1').decode(bytes);
  const table = text.indexOf('SNOD', tableAt(bytes)) + 8;
  return Number(new DataView(bytes.buffer).getBigUint64(table + 8, true));
}

const LINKED = /^“layers.*” in “net\.h5” is only a link to another place or another file.*save it again/;

/** A row of a symbol table becomes a soft link: no header, and the place of the path it leads to. */
function linkSoftly(bytes: Uint8Array, row: number, to: number): void {
  const view = new DataView(bytes.buffer);
  const at = tableAt(bytes) + row * ROW;
  view.setBigUint64(at + 8, 0xffff_ffff_ffff_ffffn, true);
  view.setUint32(at + 16, 2, true);
  view.setUint32(at + 24, to, true);
}

test('a soft link, and two that lead to each other', () => {
  const one = whole();
  linkSoftly(one, 1, 8);
  expect(refusedFor(one)).toMatch(LINKED);
  expect(refusedFor(one)).toContain('“layers/b”');
  const circle = whole();
  linkSoftly(circle, 0, 16);
  linkSoftly(circle, 1, 8);
  expect(refusedFor(circle)).toMatch(LINKED);
});

/** A link message of the newer layout, which has room where the group's table was. */
const linkMessage = (type: number) => [1, 8, type, 1, 0x77, 7, 0, 0, 0x61, 0x2e, 0x68, 0, 0x2f, 0, 0, 0];

test.each([
  ['an external link', 64],
  ['a soft link of the newer layout', 1],
])('%s', (_, type) => {
  const bytes = whole();
  const at = messageAt(bytes, groupAt(bytes), 0x11);
  new DataView(bytes.buffer).setUint16(at, 0x06, true);
  bytes.set(linkMessage(type), at + 8);
  expect(refusedFor(bytes)).toMatch(LINKED);
});

const DAMAGED = /^“net\.h5” is damaged/;

test('numbers of another size than their shape and type need', () => {
  const view = (bytes: Uint8Array) => new DataView(bytes.buffer);
  const shorter = whole();
  // Two numbers become one: the numbers of the second would be read for nobody.
  view(shorter).setBigUint64(messageAt(shorter, headerAt(shorter, 0), 0x01) + 8 + 8, 1n, true);
  expect(refusedFor(shorter)).toMatch(DAMAGED);
  const halves = whole();
  view(halves).setUint32(messageAt(halves, headerAt(halves, 0), 0x03) + 8 + 4, 2, true);
  expect(refusedFor(halves)).toMatch(DAMAGED);
});

test('numbers that lie where others or another part lie', () => {
  const place = (bytes: Uint8Array, row: number) => messageAt(bytes, headerAt(bytes, row), 0x08) + 8 + 2;
  for (const by of [4n, -4n]) {
    const bytes = whole();
    const view = new DataView(bytes.buffer);
    const first = view.getBigUint64(place(bytes, 0), true);
    view.setBigUint64(place(bytes, 1), first + by, true);
    expect(refusedFor(bytes)).toMatch(DAMAGED);
  }
});

test('numbers that lie in another file', () => {
  const bytes = whole();
  new DataView(bytes.buffer).setUint16(messageAt(bytes, headerAt(bytes, 0), 0x05), 0x07, true);
  expect(refusedFor(bytes)).toMatch(LINKED);
});

test('groups that contain each other', () => {
  const bytes = whole();
  const view = new DataView(bytes.buffer);
  view.setBigUint64(tableAt(bytes) + 8, view.getBigUint64(64, true), true);
  expect(refusedFor(bytes)).toMatch(/^“net\.h5”/);
});

test('chunks, and compressed ones', async () => {
  const bytes = whole();
  const layout = messageAt(bytes, headerAt(bytes, 1), 0x08);
  bytes[layout + 9] = 2;
  expect(refusedFor(bytes)).toMatch(/^“layers\/b” in “net\.h5” is stored in compressed or separate chunks/);
  const sentence = sentenceOf(await readNetwork([fixture('compressed.h5')]));
  expect(sentence).toMatch(
    /^“model_weights\/out\/out\/kernel:0” in “compressed\.h5” is stored in compressed/,
  );
  const renamed = fileOf('<b>.h5', bytes);
  expect(sentenceOf(await readNetwork([renamed]))).toContain('“<b>.h5”');
});
