import { hasText, type ImageFormat } from './format';

/** Sizes of the header's versions: the two-letter signature alone would match many texts. */
const HEADER_SIZES = [12, 40, 52, 56, 64, 108, 124];
/** Compressions whose byte count follows from the size: none, and colours by bit masks. */
const PLAIN = [0, 3, 6];

/** Windows bitmap: a header, then rows, each padded to a multiple of four bytes. */
export const bmp: ImageFormat = {
  name: 'BMP',
  matches: (bytes) => hasText(bytes, 'BM') && HEADER_SIZES.includes(bytes[14]) && bytes[15] === 0,
  read(bytes, view) {
    const old = bytes[14] === 12;
    const width = old ? view.getUint16(18, true) : view.getInt32(18, true);
    const height = old ? view.getUint16(20, true) : Math.abs(view.getInt32(22, true));
    const bits = view.getUint16(old ? 24 : 28, true);
    const plain = old || PLAIN.includes(view.getUint32(30, true));
    const end = view.getUint32(10, true) + Math.ceil((width * bits) / 32) * 4 * height;
    return { size: { width, height }, animated: false, whole: !plain || end <= bytes.length };
  },
};
