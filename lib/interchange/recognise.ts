import { baseName } from '@/lib/data/archives/paths';
import { formatBytes } from '@/lib/format/bytes';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/interchange';
import { isKeras } from './keras/entries';
import type { NetworkFormat, SourceFile } from './opened';
import { bytesOf, jsonOf, LARGEST_FILE, LARGEST_JSON } from './source';
import { isTfjs } from './tfjs/topology';
import { FILES } from './write/names';
import { openZip } from './zip/open';

/** A network among files. */
export interface Recognised {
  readonly format: NetworkFormat;
  /** The file that says what the network is. */
  readonly file: SourceFile;
  /** All that were chosen, or that lie in its archive. */
  readonly files: readonly SourceFile[];
}

/** A network, or a sentence on why a file is none that can be opened. */
type Finding = Recognised | { readonly refused: string };

const isNetwork = (finding: Finding): finding is Recognised => 'format' in finding;
/** More files than a network is ever parted into. */
const MOST_FILES = 5000;
/** What holds nothing but numbers, pixels or prose: it isn't opened to see what it is. */
const BESIDE = /shard\d+of\d+|\.(bin|data|png|jpe?g|gif|webp|txt|md|csv|py|html)$/i;

/**
 * Finds the network among files that were chosen together: by their content, so that they may be called anything. Several
 * networks, none, and formats that can't be opened each have a sentence. `packed`: the files lie in an archive.
 */
export async function recognise(files: readonly SourceFile[], packed = false): Promise<Result<Recognised>> {
  if (files.length === 0) return fail(words.noFiles());
  const candidates = files.filter(({ name }) => !BESIDE.test(name)).slice(0, MOST_FILES);
  const findings: Finding[] = [];
  for (const file of candidates) {
    const finding = await look(file, files, packed);
    if (!finding.ok) return finding;
    findings.push(...finding.value);
  }
  const networks = findings.filter(isNetwork);
  const [first, second] = networks;
  const home = second && takenHome(networks);
  if (home) return ok(home);
  if (second)
    return fail(words.several({ first: baseName(first.file.name), second: baseName(second.file.name) }));
  if (first) return ok(first);
  const refused = findings.find((finding) => !isNetwork(finding));
  if (refused && !isNetwork(refused)) return fail(refused.refused);
  return fail(words.unknown({ file: baseName((candidates[0] ?? files[0]).name) }));
}

/** The forms of one network that are taken home together. */
const FORMS: readonly string[] = [FILES.weights, FILES.keras, FILES.onnx, FILES.layersModel].map(baseName);

/** Of a network that was taken home in all its forms the one that has its architecture and classes as they are here. */
const takenHome = (networks: readonly Recognised[]): Recognised | undefined =>
  networks.every(({ file }) => FORMS.includes(baseName(file.name)))
    ? networks.find(({ file }) => baseName(file.name) === FILES.weights)
    : undefined;

/** What one file is: nothing that is known, or one thing. */
async function look(
  file: SourceFile,
  files: readonly SourceFile[],
  packed: boolean,
): Promise<Result<readonly Finding[]>> {
  const name = baseName(file.name);
  const most = /\.json$/i.test(name) ? LARGEST_JSON : LARGEST_FILE;
  if (file.size > most)
    return ok([
      { refused: words.tooLarge({ file: name, size: formatBytes(file.size), most: formatBytes(most) }) },
    ]);
  if (name === 'saved_model.pb') return ok([{ refused: words.savedModel({ file: name }) }]);
  const bytes = await bytesOf(file);
  if (!bytes.ok) return bytes;
  // An archive in an archive is not looked into.
  if (isZip(bytes.value)) return packed ? ok([]) : lookInto(file);
  const finding = await findingOf(bytes.value, file, files);
  return ok(finding ? [finding] : []);
}

async function findingOf(
  bytes: Uint8Array,
  file: SourceFile,
  files: readonly SourceFile[],
): Promise<Finding | null> {
  const name = baseName(file.name);
  const found = (format: NetworkFormat) => ({ format, file, files });
  if (isHdf5(bytes)) return found('keras-h5');
  if (isSafetensors(bytes)) return found('safetensors');
  if (isTfLite(bytes)) return { refused: words.tfLite({ file: name }) };
  if (isOnnx(bytes)) return found('onnx');
  if (isPickle(bytes)) return { refused: words.pyTorch({ file: name }) };
  if (!isJsonObject(bytes) || bytes.length > LARGEST_JSON) return null;
  const json = await jsonOf(file);
  if (json.ok) return isTfjs(json.value) ? found('tfjs') : null;
  return { refused: json.problem.sentence };
}

/** What lies in an archive: a Keras model, or a network of another format that was packed. */
async function lookInto(archive: SourceFile): Promise<Result<readonly Finding[]>> {
  const opened = await openZip(archive);
  if (!opened.ok) return opened;
  const files = opened.value;
  const name = baseName(archive.name);
  if (isKeras(files)) return ok([{ format: 'keras', file: archive, files }]);
  if (files.some((inner) => inner.name.endsWith('data.pkl')))
    return ok([{ refused: words.pyTorch({ file: name }) }]);
  if (files.length === 0) return ok([{ refused: words.unknown({ file: name }) }]);
  const found = await recognise(files, true);
  return found.ok ? ok([found.value]) : ok([{ refused: found.problem.sentence }]);
}

/** Whether a file has these bytes at a place. */
const starts = (bytes: Uint8Array, signature: readonly number[], at = 0): boolean =>
  bytes.length >= at + signature.length && signature.every((byte, nth) => bytes[at + nth] === byte);

/** HDF5, in which Keras keeps networks. */
const isHdf5 = (bytes: Uint8Array): boolean =>
  starts(bytes, [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A zip archive; an empty one begins with its end. */
const isZip = (bytes: Uint8Array): boolean =>
  starts(bytes, [0x50, 0x4b, 3, 4]) || starts(bytes, [0x50, 0x4b, 5, 6]);

/** Safetensors: the length of a header, and the header, which is JSON. */
function isSafetensors(bytes: Uint8Array): boolean {
  if (bytes.length < 10) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return view.getBigUint64(0, true) < 2n ** 32n && bytes[8] === 0x7b;
}

/** The fields of an ONNX model that can follow its version. */
const ONNX_FIELDS = [0x12, 0x1a, 0x22, 0x28, 0x32, 0x3a, 0x42, 0x72];

/** ONNX has no signature: its first field is the version, 3 or higher since it is in use. */
const isOnnx = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x08 && bytes[1] >= 3 && bytes[1] < 0x40 && ONNX_FIELDS.includes(bytes[2]);

/** TensorFlow Lite. */
const isTfLite = (bytes: Uint8Array): boolean => starts(bytes, [0x54, 0x46, 0x4c, 0x33], 4);

/** Python's pickle from its second version on, in which PyTorch kept networks. */
const isPickle = (bytes: Uint8Array): boolean => bytes[0] === 0x80 && bytes[1] >= 2 && bytes[1] <= 5;

/** JSON that is an object, after spaces. */
function isJsonObject(bytes: Uint8Array): boolean {
  const from = starts(bytes, [0xef, 0xbb, 0xbf]) ? 3 : 0;
  const first = bytes.subarray(from, from + 256).find((byte) => ![0x20, 0x09, 0x0a, 0x0d].includes(byte));
  return first === 0x7b;
}
