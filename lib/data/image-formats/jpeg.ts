import type { ImageFormat, ImageStructure } from './format';

const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;

/**
 * JPEG (ITU-T T.81): segments, each with a marker; scans of coded data follow theirs; EOI is the last marker.
 */
export const jpeg: ImageFormat = {
  name: 'JPEG',
  matches: (bytes) => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff,
  read(bytes, view) {
    let frame: Frame = { size: null };
    for (let at = 2; at >= 0 && at < bytes.length; ) {
      // Without a marker here the file is damaged; the decoder will report that.
      if (bytes[at] !== 0xff) return { ...frame, animated: false, whole: true };
      const marker = bytes[at + 1];
      if (marker === END_OF_IMAGE) return { ...frame, animated: false, whole: true };
      if (marker === 0xff) at += 1;
      else if (standsAlone(marker)) at += 2;
      else {
        if (isFrameHeader(marker)) frame = readFrame(view, at, marker);
        at += 2 + view.getUint16(at + 2);
        if (marker === START_OF_SCAN) at = afterScan(bytes, at);
      }
    }
    return { ...frame, animated: false, whole: false };
  },
};

type Frame = Pick<ImageStructure, 'size' | 'variant' | 'reduced'>;

/** Markers without a segment: TEM and the restarts. */
const standsAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

/** SOF0 to SOF15, without the three other markers in this range (DHT, JPG, DAC); and that of JPEG-LS. */
const isFrameHeader = (marker: number): boolean =>
  (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) ||
  marker === 0xf7;

function readFrame(view: DataView, at: number, marker: number): Frame {
  const size = { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
  // Browsers decode only baseline, extended and progressive images with Huffman coding and 8 bits.
  const lossless = marker === 0xf7 || (marker & 3) === 3;
  const arithmetic = marker !== 0xf7 && marker > 0xc8;
  const deep = view.getUint8(at + 4) !== 8;
  return {
    size,
    variant: lossless ? 'lossless' : arithmetic ? 'arithmetic' : deep ? 'deep' : undefined,
    reduced: view.getUint8(at + 9) === 4 ? 'print' : undefined,
  };
}

/** The offset of the marker after a scan, or -1: within a scan, FF is followed by 00 or is a restart. */
function afterScan(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at >= 0 && (bytes[at + 1] === 0 || standsAlone(bytes[at + 1]))) at = bytes.indexOf(0xff, at + 2);
  return at;
}
