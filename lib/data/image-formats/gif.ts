import { hasText, type ImageFormat } from './format';

const IMAGE = 0x2c;
const EXTENSION = 0x21;

/**
 * GIF 89a: blocks, each terminated by an empty sub-block. Complete with its first image: no other one is
 * used.
 */
export const gif: ImageFormat = {
  name: 'GIF',
  matches: (bytes) => hasText(bytes, 'GIF87a') || hasText(bytes, 'GIF89a'),
  read(bytes, view) {
    const size = { width: view.getUint16(6, true), height: view.getUint16(8, true) };
    let images = 0;
    for (let at = 13 + tableBytes(view.getUint8(10)); at < bytes.length; ) {
      const block = bytes[at];
      if (block === IMAGE && images > 0) return { size, animated: true, whole: true };
      if (block === IMAGE) at += 11 + tableBytes(view.getUint8(at + 9));
      else if (block === EXTENSION) at += 2;
      else break;
      while (at < bytes.length && bytes[at] > 0) at += 1 + bytes[at];
      if (block === IMAGE && at < bytes.length) images = 1;
      at += 1;
    }
    return { size, animated: false, whole: images > 0 };
  },
};

/** The size in bytes of the colour table that these flags declare. */
const tableBytes = (flags: number): number => (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0);
