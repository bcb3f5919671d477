import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readNetwork } from '@/lib/interchange/read-network';
import { openZip } from '@/lib/interchange/zip/open';
import { must, sentenceOf } from '../support/result';
import { fileOf, fixtureBytes } from './support/files';
import { small } from './support/small';

const archive = (files: Record<string, Uint8Array>, level: 0 | 6 = 6) =>
  fileOf('net.zip', zipSync(files, { level }));
const refusal = async (bytes: Uint8Array) => sentenceOf(await openZip(fileOf('net.zip', bytes)));

const packed = async () => {
  const files: Record<string, Uint8Array> = {};
  for (const file of small()) files[file.name] = await file.bytes();
  return files;
};
/** Where the directory's first entry begins. */
const directory = (bytes: Uint8Array) => new DataView(bytes.buffer).getUint32(bytes.length - 6, true);

test.each([0, 6] as const)('a LayersModel in an archive, packed at level %d', async (level) => {
  const opened = must(await readNetwork([archive(await packed(), level)]));
  expect(opened.format).toBe('tfjs');
  expect(opened.weights).toEqual(must(await readNetwork(small())).weights);
});

test('an archive that would unpack to too much is refused before anything is unpacked', async () => {
  const bytes = zipSync({ 'model.json': new Uint8Array(20e6) }, { level: 9 });
  expect(bytes.length).toBeLessThan(50e3);
  expect(await refusal(bytes)).toContain('more than 200 times its size');
});

test('an archive that unpacks to more than it says is refused', async () => {
  const bytes = zipSync({ 'model.json': new Uint8Array(20e6) }, { level: 9 });
  new DataView(bytes.buffer).setUint32(directory(bytes) + 24, 1000, true);
  const [file] = must(await openZip(fileOf('net.zip', bytes)));
  await expect(file.bytes()).rejects.toThrow('more than the 1000 bytes');
  expect(sentenceOf(await readNetwork([fileOf('net.zip', bytes)]))).toContain('“model.json” can’t be read');
});

test.each(['../model.json', 'a/../../model.json', '/model.json', 'C:\\model.json'])(
  'the path %s',
  async (path) => {
    expect(await refusal(zipSync({ [path]: strToU8('{}') }))).toContain(`“${path}”, which leads out`);
  },
);

test('the same name twice', async () => {
  const bytes = zipSync({ 'a.json': strToU8('{}'), 'b.json': strToU8('{}') });
  const text = new TextDecoder('latin1').decode(bytes);
  bytes[text.lastIndexOf('b.json')] = 'a'.charCodeAt(0);
  expect(await refusal(bytes)).toContain('“a.json” twice');
});

test('encrypted files, other methods, and numbers that don’t fit', async () => {
  const bytes = zipSync({ 'a.json': strToU8('{}') });
  const at = directory(bytes);
  const changed = (place: number, value: number) => {
    const other = bytes.slice();
    new DataView(other.buffer).setUint16(at + place, value, true);
    return other;
  };
  expect(await refusal(changed(8, 1))).toContain('encrypted');
  expect(await refusal(changed(10, 12))).toContain('“a.json” in “net.zip”');
  expect(await refusal(changed(22, 1))).toContain('damaged zip archive');
  expect(await refusal(changed(42, 9))).toContain('damaged zip archive');
});

test('a changed byte is noticed', async () => {
  const bytes = zipSync({ 'a.json': strToU8('{"a": "some text that is long enough"}') }, { level: 0 });
  bytes[45] ^= 1;
  const [file] = must(await openZip(fileOf('net.zip', bytes)));
  await expect(file.bytes()).rejects.toThrow('a.json is damaged');
});

test('a name that is another in the directory, and an end that counts fewer files than there are', async () => {
  const bytes = zipSync({ 'a.json': strToU8('{}'), 'b.json': strToU8('{}') });
  const text = new TextDecoder('latin1').decode(bytes);
  const renamed = bytes.slice();
  renamed[text.lastIndexOf('b.json')] = 'c'.charCodeAt(0);
  expect(await refusal(renamed)).toContain('damaged zip archive');
  const fewer = bytes.slice();
  const end = bytes.length - 22;
  for (const place of [8, 10]) new DataView(fewer.buffer).setUint16(end + place, 1, true);
  expect(await refusal(fewer)).toContain('damaged zip archive');
  expect(must(await openZip(fileOf('net.zip', bytes)))).toHaveLength(2);
});

test('cut off anywhere', async () => {
  const bytes = fixtureBytes('functional.keras');
  for (let length = 0; length < bytes.length; length += 997)
    expect(await refusal(bytes.slice(0, length))).toContain('damaged zip archive');
});

test('an archive in an archive is not looked into', async () => {
  const inner = zipSync(await packed());
  const outer = archive({ 'inner.anything': inner });
  expect(sentenceOf(await readNetwork([outer]))).toContain('holds no network');
});
