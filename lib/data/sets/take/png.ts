/** Writes an image as PNG (ISO/IEC 15948): 8 bits a channel, grey or colour, so that no byte changes. */
import { zlibSync } from 'fflate';
import type { MapShape } from '@/lib/tensor/tensor';
import { crc32 } from '../../crc32';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const COLOUR_TYPES = { 1: 0, 3: 2 } as const;
const encoder = new TextEncoder();

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(data.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(encoder.encode(type), 4);
  bytes.set(data, 8);
  view.setUint32(data.length + 8, crc32(bytes.subarray(4, data.length + 8)));
  return bytes;
}

/** A file of pixels in the order of a set's: rows of 1 (grey) or 3 (colour) bytes a pixel. */
export function writePng(pixels: Uint8Array, [height, width, channels]: MapShape): Uint8Array<ArrayBuffer> {
  const head = new Uint8Array(13);
  const view = new DataView(head.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  head.set([8, channels === 1 ? COLOUR_TYPES[1] : COLOUR_TYPES[3]], 8);
  // Before each row stands its filter: 0, none. Photographs hardly shrink, so little effort is spent on it.
  const row = width * channels;
  const rows = new Uint8Array(height * (row + 1));
  for (let at = 0; at < height; at++) rows.set(pixels.subarray(at * row, (at + 1) * row), at * (row + 1) + 1);
  const parts = [
    SIGNATURE,
    chunk('IHDR', head),
    chunk('IDAT', zlibSync(rows, { level: 1 })),
    chunk('IEND', new Uint8Array(0)),
  ];
  const file = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    file.set(part, at);
    at += part.length;
  }
  return file;
}
