import { hasText, type ImageFormat, textAt } from './format';

/** PNG (W3C): a signature, then chunks of length, type, data and checksum; IEND is the last. */
export const png: ImageFormat = {
  name: 'PNG',
  matches: (bytes) => hasText(bytes, '\x89PNG'),
  read(bytes, view) {
    const size = { width: view.getUint32(16), height: view.getUint32(20) };
    const reduced = view.getUint8(24) === 16 ? 'deep' : undefined;
    let animated = false;
    for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
      const type = textAt(bytes, at + 4, 4);
      if (type === 'acTL') animated = view.getUint32(at + 8) > 1;
      if (type === 'IEND') return { size, animated, reduced, whole: true };
    }
    return { size, animated, whole: false };
  },
};
