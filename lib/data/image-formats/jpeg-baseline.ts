/**
 * Decodes baseline JPEG files (ITU-T T.81) with the memory of one: a browser's own decoder leaves several kilobytes behind
 * for each image until its collector comes, which is more than a small image has.
 */
import type { Rgba } from '../resample';
import { Bits, Codes } from './jpeg-bits';
import { writeBlock } from './jpeg-cosines';
import { fromPlanes, NARROWEST, type Plane, type Sampling } from './jpeg-planes';

const BASELINE = 0xc0;
const HUFFMAN = 0xc4;
const START_OF_SCAN = 0xda;
const TABLES = 0xdb;
const RESTARTS = 0xdd;
const JFIF = 0xe0;
const COMMENT = 0xfe;

/** The row and column of each cosine, in the order in which they are stored. */
const ORDER = Uint8Array.from([
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7,
  14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46,
  53, 60, 61, 54, 47, 55, 62, 63,
]);

interface Component {
  readonly id: number;
  /** How many blocks of it there are in a unit: in a row, and in a column. */
  readonly across: number;
  readonly down: number;
  readonly steps: Int32Array;
  codes: readonly [direct: Codes, others: Codes];
  /** Where its plane begins, and how wide that is. */
  offset: number;
  stride: number;
  /** The mean of its last block. */
  last: number;
}

/** What is kept between images: nothing of one is left when the next begins. */
const STEPS = Array.from({ length: 4 }, () => new Int32Array(64));
const CODES = Array.from({ length: 8 }, () => new Codes());
const cosines = new Int32Array(64);
let samples = new Uint8ClampedArray(0);

/** Larger images are few: what a browser's decoder leaves of them is little beside their own size, and it is faster. */
const MOST_PIXELS = 1 << 16;
/** Components that are called so hold red, green and blue themselves. */
const RED = 82;

/** The pixels of a small file; null where it is anything but a plain baseline JPEG, whole and sound. */
export function decodeBaseline(bytes: Uint8Array): Rgba | null {
  let [width, height, interval] = [0, 0, 0];
  let components: readonly Component[] = [];
  const word = (at: number) => (bytes[at] << 8) | bytes[at + 1];
  for (let at = 2; at + 4 < bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1];
    const from = at + 4;
    const to = at + 2 + word(at + 2);
    if (to > bytes.length) return null;
    if (marker === TABLES) defineSteps(bytes.subarray(from, to));
    else if (marker === HUFFMAN) defineCodes(bytes.subarray(from, to));
    else if (marker === RESTARTS) interval = word(from);
    else if (marker === BASELINE) {
      [height, width] = [word(from + 1), word(from + 3)];
      components = componentsOf(bytes.subarray(from, to));
    } else if (marker === START_OF_SCAN) {
      const planes = isSmall(width, height) ? scan() : null;
      return planes && fromPlanes(planes, { width, height }, samplingOf(components));
    } else if (marker !== JFIF && marker !== COMMENT) return null;
    at = to;

    function scan() {
      const isWhole = components.length > 0 && bytes[from] === components.length;
      if (!isWhole || !chooseCodes(components, bytes.subarray(from + 1, to))) return null;
      return readScan(new Bits(bytes, to), components, { width, height }, interval);
    }
  }
  return null;
}

const isSmall = (width: number, height: number): boolean =>
  width >= NARROWEST && height > 0 && width * height <= MOST_PIXELS;

function defineSteps(bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) {
    const [isLong, steps] = [bytes[at] >> 4 !== 0, STEPS[bytes[at] & 3]];
    at += 1;
    for (const place of ORDER) {
      steps[place] = isLong ? (bytes[at] << 8) | bytes[at + 1] : bytes[at];
      at += isLong ? 2 : 1;
    }
  }
}

function defineCodes(bytes: Uint8Array): void {
  for (let at = 0; at + 17 <= bytes.length; ) {
    const codes = CODES[((bytes[at] >> 4) & 1) * 4 + (bytes[at] & 3)];
    at += 1 + codes.define(bytes, at + 1);
  }
}

/** Of a frame's header; none where they are shared out in an unusual way. */
function componentsOf(frame: Uint8Array): readonly Component[] {
  if (frame[0] !== 8 || (frame[5] !== 1 && frame[5] !== 3)) return [];
  const all = Array.from({ length: frame[5] }, (_, nth): Component => {
    const [id, factors, steps] = frame.subarray(6 + nth * 3);
    // A single component is not shared out.
    const [across, down] = frame[5] === 1 ? [1, 1] : [factors >> 4, factors & 15];
    return {
      id,
      across,
      down,
      steps: STEPS[steps & 3],
      codes: [CODES[0], CODES[4]],
      offset: 0,
      stride: 0,
      last: 0,
    };
  });
  const [luma, ...chroma] = all;
  const isUsual =
    [11, 21, 22].includes(luma.across * 10 + luma.down) &&
    chroma.every(({ across, down }) => across === 1 && down === 1);
  return isUsual && luma.id !== RED ? all : [];
}

function chooseCodes(components: readonly Component[], choices: Uint8Array): boolean {
  return components.every((component, nth) => {
    const [id, codes] = choices.subarray(nth * 2);
    component.codes = [CODES[(codes >> 4) & 3], CODES[4 + (codes & 3)]];
    return id === component.id;
  });
}

const samplingOf = ([{ across, down }]: readonly Component[]): Sampling => [
  across === 2 ? 2 : 1,
  down === 2 ? 2 : 1,
];

/** The planes of luma, blue and red; null where the scan is damaged or cut off. */
function readScan(
  bits: Bits,
  components: readonly Component[],
  { width, height }: { readonly width: number; readonly height: number },
  interval: number,
): readonly [Plane, Plane, Plane] | null {
  const [{ across, down }] = components;
  const columns = Math.ceil(width / (8 * across));
  const rows = Math.ceil(height / (8 * down));
  let length = 0;
  for (const component of components) {
    component.offset = length;
    component.stride = columns * component.across * 8;
    length += component.stride * rows * component.down * 8;
  }
  // The colours of grey: a row of them stands for all.
  const grey = length;
  if (samples.length < length + columns * 8) samples = new Uint8ClampedArray(length + columns * 8);
  for (let unit = 0; unit < columns * rows; unit++) {
    if (interval > 0 && unit > 0 && unit % interval === 0) {
      if (!bits.restart()) return null;
      for (const component of components) component.last = 0;
    }
    for (const component of components)
      if (!readUnit(bits, component, unit % columns, Math.floor(unit / columns))) return null;
  }
  if (bits.isOver) return null;
  const bytes = new Uint8Array(samples.buffer);
  const [luma, blue, red] = components.map(({ offset, stride }): Plane => ({ bytes, offset, stride }));
  if (blue) return [luma, blue, red];
  samples.fill(128, grey, grey + columns * 8);
  const none: Plane = { bytes, offset: grey, stride: 0 };
  return [luma, none, none];
}

/** Reads the blocks of a component in a unit. Returns whether they could be. */
function readUnit(bits: Bits, component: Component, column: number, row: number): boolean {
  const { across, down, offset, stride } = component;
  for (let y = row * down; y < (row + 1) * down; y++)
    for (let x = column * across; x < (column + 1) * across; x++) {
      if (!readBlock(bits, component)) return false;
      writeBlock(cosines, samples, offset + y * 8 * stride + x * 8, stride);
    }
  return true;
}

/** Reads the cosines of a block. Returns whether they could be. */
function readBlock(bits: Bits, component: Component): boolean {
  const [direct, others] = component.codes;
  const { steps } = component;
  cosines.fill(0);
  const length = direct.next(bits);
  if (length < 0 || length > 11) return false;
  component.last += bits.signed(length);
  cosines[0] = component.last * steps[0];
  for (let at = 1; at < 64; at++) {
    const symbol = others.next(bits);
    if (symbol < 0) return false;
    const [zeros, size] = [symbol >> 4, symbol & 15];
    if (size === 0 && zeros < 15) return true;
    at += zeros;
    if (size === 0) continue;
    if (at > 63) return false;
    cosines[ORDER[at]] = bits.signed(size) * steps[ORDER[at]];
  }
  return true;
}
