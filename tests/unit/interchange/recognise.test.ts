import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { SourceFile } from '@/lib/interchange/opened';
import { readNetwork } from '@/lib/interchange/read-network';
import { recognise } from '@/lib/interchange/recognise';
import { must, sentenceOf } from '../support/result';
import { fileOf, fixture, jsonFile, unreadFile } from './support/files';
import { small } from './support/small';

const sentence = async (...files: readonly SourceFile[]) => sentenceOf(await readNetwork(files));

test('a network is found by its content, whatever it is called and lies beside', async () => {
  const [model, ...shards] = small();
  const around = [
    jsonFile('net/labels.json', ['a', 'b']),
    fileOf('net/broken.json', '{'),
    unreadFile('net/photo.jpeg', 2e9),
    fileOf('net/notes', 'prose'),
  ];
  must(await readNetwork([...around, { ...model, name: 'net/renamed' }, ...shards]));
  must(await readNetwork([{ ...fixture('sequential.h5'), name: 'a.txt.old' }]));
  must(await readNetwork([{ ...fixture('functional.keras'), name: 'download(1)' }]));
});

test('an ONNX file is recognised, with or without its ending', async () => {
  const onnx = fileOf('net', Uint8Array.from([0x08, 0x08, 0x12, 0x01, 0x61]));
  expect(must(await recognise([onnx])).format).toBe('onnx');
});

test('each kind that can’t be opened has its own sentence', async () => {
  expect(await sentence()).toContain('No file');
  expect(await sentence(fileOf('a.h6', 'nothing'))).toContain('“a.h6” holds no network');
  expect(await sentence(fileOf('empty.h5', ''))).toContain('“empty.h5” holds no network');
  expect(await sentence(fileOf('broken.json', '{"modelTopology"'))).toContain(
    '“broken.json” holds no readable JSON',
  );
  expect(await sentence(fileOf('x/saved_model.pb', '\x08\x01\x12'))).toContain('SavedModel');
  expect(await sentence(fileOf('net.tflite', '\0\0\0\0TFL3'))).toContain('TensorFlow Lite');
  expect(await sentence(fileOf('net.pth', Uint8Array.from([0x80, 2, 0x8a])))).toContain('torch.onnx.export');
  expect(await sentence(fileOf('net.pt', zipSync({ 'net/data.pkl': new Uint8Array(9) })))).toContain(
    'PyTorch',
  );
  expect(await sentence(unreadFile('net.h5', 2e9))).toContain('“net.h5” has 2.0 GB');
  expect(await sentence(...small(), fixture('sequential.h5'))).toMatch(/“model.json” and “sequential.h5”/);
});

test('bytes that mean nothing never throw', async () => {
  const heads = [
    [0x50, 0x4b, 3, 4],
    [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a],
    [0x7b],
    [9, 0, 0, 0, 0, 0, 0, 0, 0x7b],
  ];
  for (const head of heads)
    for (let length = 0; length < 400; length += 13) {
      const rest = Array.from({ length }, (_, at) => (at * 89 + length) & 255);
      expect(await sentence(fileOf('net', Uint8Array.from([...head, ...rest])))).toContain('“net”');
    }
});

test('whatever is wrong with an ONNX file, its name is said', async () => {
  const sentences = await Promise.all(
    ['external.onnx', 'torch-residual.onnx'].map(async (name) =>
      sentenceOf(await readNetwork([fixture(name)])),
    ),
  );
  expect(sentences[0]).toMatch(/^“external\.onnx”: The weights of this network are in another file/);
  expect(sentences[1]).toMatch(/^“torch-residual\.onnx”: Add “\/Add” \(node 2 of 5\)/);
});
