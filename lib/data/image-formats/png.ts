import { hasText, type ImageFormat, textAt } from './format';

/** PNG (W3C): a signature, then chunks of length, type, data and checksum; IEND is the last. */
export const png: ImageFormat = {
  name: 'PNG',
  matches: (bytes) => hasText(bytes, '\x89PNG'),
  read(bytes, view) {
    const size = { width: view.getUint32(16), height: view.getUint32(20) };
    let animated = false;
    for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
      const type = textAt(bytes, at + 4, 4);
      if (type === 'acTL') animated = view.getUint32(at + 8) > 1;
      if (type === 'IEND') return { size, animated, whole: true };
    }
    return { size, animated, whole: false };
  },
};
