/** What a file is, by how it begins. */

const starts = (bytes: Uint8Array, signature: readonly number[], at = 0): boolean =>
  bytes.length >= at + signature.length && signature.every((byte, nth) => bytes[at + nth] === byte);

/** HDF5, in which Keras keeps networks. */
export const isHdf5 = (bytes: Uint8Array): boolean =>
  starts(bytes, [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A zip archive; an empty one begins with its end. */
export const isZip = (bytes: Uint8Array): boolean =>
  starts(bytes, [0x50, 0x4b, 3, 4]) || starts(bytes, [0x50, 0x4b, 5, 6]);

/** Safetensors: the length of a header, and the header, which is JSON. */
export function isSafetensors(bytes: Uint8Array): boolean {
  if (bytes.length < 10) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return view.getBigUint64(0, true) < 2n ** 32n && bytes[8] === 0x7b;
}

/** The fields of an ONNX model that can follow its version. */
const ONNX_FIELDS = [0x12, 0x1a, 0x22, 0x28, 0x32, 0x3a, 0x42, 0x72];

/** ONNX has no signature: its first field is the version, 3 or higher since it is in use. */
export const isOnnx = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x08 && bytes[1] >= 3 && bytes[1] < 0x40 && ONNX_FIELDS.includes(bytes[2]);

/** TensorFlow Lite. */
export const isTfLite = (bytes: Uint8Array): boolean => starts(bytes, [0x54, 0x46, 0x4c, 0x33], 4);

/** Python's pickle from its second version on, in which PyTorch kept networks. */
export const isPickle = (bytes: Uint8Array): boolean => bytes[0] === 0x80 && bytes[1] >= 2 && bytes[1] <= 5;

/** JSON that is an object, after spaces. */
export function isJsonObject(bytes: Uint8Array): boolean {
  const from = starts(bytes, [0xef, 0xbb, 0xbf]) ? 3 : 0;
  const first = bytes.subarray(from, from + 256).find((byte) => ![0x20, 0x09, 0x0a, 0x0d].includes(byte));
  return first === 0x7b;
}
