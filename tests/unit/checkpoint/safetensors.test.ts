import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSafetensors, writeSafetensors } from '@/lib/checkpoint/safetensors';

/** A file written by hand, byte by byte, so that the reader is not only tested against our own writer. */
function file(header: unknown, data: number[] = [], announced?: number): Uint8Array {
  const json = typeof header === 'string' ? header : JSON.stringify(header);
  const text = new TextEncoder().encode(json);
  const bytes = new Uint8Array(8 + text.length + data.length);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(announced ?? text.length), true);
  bytes.set(text, 8);
  bytes.set(data, 8 + text.length);
  return bytes;
}

const oneTwo = { a: { dtype: 'F32', shape: [2], data_offsets: [0, 8] } };
const ONE_TWO = [0, 0, 0x80, 0x3f, 0, 0, 0, 0x40];

const sentenceOf = (bytes: Uint8Array) => {
  const read = readSafetensors(bytes);
  return read.ok ? 'no problem' : read.problem.sentence;
};

describe('reading', () => {
  test('reads a file that follows the format’s description', () => {
    const read = readSafetensors(file({ __metadata__: { from: 'elsewhere' }, ...oneTwo }, ONE_TWO));
    expect(read).toEqual({
      ok: true,
      value: {
        notes: { from: 'elsewhere' },
        tensors: new Map([['a', { shape: [2], values: new Float32Array([1, 2]) }]]),
      },
    });
  });

  test('takes tensors in any order, empty ones too', () => {
    const header = {
      b: { dtype: 'U8', shape: [1], data_offsets: [1, 2] },
      none: { dtype: 'U8', shape: [0], data_offsets: [1, 1] },
      a: { dtype: 'U8', shape: [1], data_offsets: [0, 1] },
    };
    const read = readSafetensors(file(header, [5, 6]));
    expect(read.ok && [...read.value.tensors.values()].map(({ values }) => [...values])).toEqual([
      [6],
      [],
      [5],
    ]);
  });

  test('reads a file that begins at an odd offset of its buffer', () => {
    const whole = file(oneTwo, ONE_TWO);
    const shifted = new Uint8Array(whole.length + 3);
    shifted.set(whole, 3);
    expect(readSafetensors(shifted.subarray(3)).ok).toBe(true);
  });

  test.each([
    ['nothing', new Uint8Array()],
    ['half a length', new Uint8Array(5)],
    ['a header longer than the file', file(oneTwo, ONE_TWO, 5000)],
    ['numbers cut off', file(oneTwo, ONE_TWO.slice(0, 7))],
    ['no numbers', file(oneTwo)],
  ])('reports that a file is cut off: %s', (_, bytes) => {
    expect(sentenceOf(bytes)).toMatch(/breaks off/);
  });

  test.each([
    ['zeros', new Uint8Array(64)],
    [
      'a tensor that is there twice',
      file(
        '{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"\\u0061":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}',
        [1],
      ),
    ],
    ['a note that is there twice', file('{"__metadata__":{"x":"1","x":"2"}}')],
    [
      'tensors that lie over one another, and bytes that are nobody’s',
      file(
        {
          a: { dtype: 'U8', shape: [2], data_offsets: [0, 2] },
          b: { dtype: 'U8', shape: [2], data_offsets: [1, 3] },
        },
        [1, 2, 3, 4],
      ),
    ],
    ['a place of three numbers', file({ a: { dtype: 'U8', shape: [1], data_offsets: [0, 1, 2] } }, [1])],
    ['a header that is not JSON', file('{"a":')],
    ['a header that is a list', file('[]')],
    ['a header of a gigabyte', file(oneTwo, ONE_TWO, 2 ** 30)],
    ['an entry without a place', file({ a: { dtype: 'F32', shape: [2] } }, ONE_TWO)],
    ['a negative place', file({ a: { dtype: 'F32', shape: [2], data_offsets: [-8, 0] } }, ONE_TWO)],
    [
      'a shape that needs a different length',
      file({ a: { dtype: 'F32', shape: [3], data_offsets: [0, 8] } }, ONE_TWO),
    ],
    ['a fractional shape', file({ a: { dtype: 'F32', shape: [0.5, 4], data_offsets: [0, 8] } }, ONE_TWO)],
    ['bytes that belong to no tensor', file(oneTwo, [...ONE_TWO, 1])],
    ['an image', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])],
  ])('reports that a file is not readable: %s', (_, bytes) => {
    expect(sentenceOf(bytes)).toMatch(/no readable safetensors/);
  });

  test.each([
    // 1, −2, the smallest of the type (which single precision holds), infinity
    ['BF16', [0x80, 0x3f, 0x00, 0xc0, 0x01, 0x00, 0x80, 0x7f], [1, -2, 2 ** -133, Number.POSITIVE_INFINITY]],
    ['F16', [0x00, 0x3c, 0x00, 0xc0, 0x01, 0x00, 0x00, 0x7c], [1, -2, 2 ** -24, Number.POSITIVE_INFINITY]],
    [
      'F64',
      Array.from(new Uint8Array(Float64Array.of(0.1, -2, 1 + 2 ** -24, 1e300).buffer)),
      [Math.fround(0.1), -2, 1, Number.POSITIVE_INFINITY],
    ],
  ])('widens or rounds %s to single precision', (dtype, data, values) => {
    const read = readSafetensors(file({ a: { dtype, shape: [4], data_offsets: [0, data.length] } }, data));
    expect(read.ok && read.value.tensors.get('a')).toEqual({ shape: [4], values: Float32Array.from(values) });
  });

  test('names a tensor of a type that it can’t read, and the types that it can', () => {
    for (const dtype of ['I64', 'C64', 'F4', 'toString'])
      expect(sentenceOf(file({ a: { dtype, shape: [1], data_offsets: [0, 8] } }, ONE_TWO))).toBe(
        `The tensor “a” holds numbers of the type ${dtype}, which can’t be read here. Save the file with F32, F16, BF16 or F64 in its place.`,
      );
  });

  test('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
        const damaged = file(oneTwo, ONE_TWO);
        for (const [at, byte] of noise.entries()) damaged[(at * 7 + byte) % damaged.length] ^= byte;
        readSafetensors(noise);
        readSafetensors(damaged);
      }),
    );
  });
});

describe('writing', () => {
  const some = new Map([
    ['conv1/kernel', { shape: [1, 2, 2], values: new Float32Array([0.1, -2, 3e-5, 1000]) }],
    ['conv1/bias', { shape: [1], values: new Float32Array([7]) }],
    ['a/scalar', { shape: [], values: new Float32Array([0.25]) }],
  ]);

  test('what is written in F32 is read bit for bit', () => {
    expect(readSafetensors(writeSafetensors(some, 'F32', { note: 'ü' }))).toEqual({
      ok: true,
      value: { tensors: some, notes: { note: 'ü' } },
    });
  });

  test('F16 keeps eleven significant bits', () => {
    const read = readSafetensors(writeSafetensors(some, 'F16'));
    if (!read.ok) throw new Error(read.problem.sentence);
    for (const [name, { values }] of some)
      for (const [at, value] of values.entries()) {
        const back = read.value.tensors.get(name)?.values[at] ?? Number.NaN;
        expect(Math.abs(back - value)).toBeLessThanOrEqual(Math.max(Math.abs(value) * 2 ** -11, 2 ** -25));
      }
  });

  test('bytes stay bytes, whichever type the real numbers are written in', () => {
    const bytes = new Map([
      ['codes', { shape: [3], values: new Int8Array([-128, 0, 127]) }],
      ['labels', { shape: [2], values: new Uint8Array([0, 255]) }],
      ['scale', { shape: [1], values: new Float32Array([0.5]) }],
    ]);
    for (const type of ['F32', 'F16'] as const)
      expect(readSafetensors(writeSafetensors(bytes, type))).toEqual({
        ok: true,
        value: { tensors: bytes, notes: {} },
      });
  });

  test('the numbers begin at a multiple of eight', () => {
    for (const note of ['', 'a', 'ab', 'äöü', 'abcdefg']) {
      const bytes = writeSafetensors(some, 'F32', { note });
      expect(Number(new DataView(bytes.buffer).getBigUint64(0, true)) % 8).toBe(0);
    }
  });
});
