/** What the Python files have in common. */
import { settingOf } from '@/lib/kinds/outside/builders';
import type { WrittenNetwork } from '../network';

/** Text as a literal of Python, and of JavaScript. */
export const literal = (text: string): string => JSON.stringify(text);

export const listOf = (texts: readonly string[]): string => `[${texts.map(literal).join(', ')}]`;

/** Lines moved to the right; empty ones stay empty. */
export const indented = (text: string, spaces: number): string =>
  text.replaceAll(/^(?=.)/gm, ' '.repeat(spaces));

/** The ids of the stages that have weights, in order. */
export const weighted = ({ pipeline }: Pick<WrittenNetwork, 'pipeline'>): readonly string[] =>
  pipeline.stages.flatMap(({ id, weights }) => (weights ? [id] : []));

/** Where a stage's code ends and its comment begins. */
export function partedComment(line: string): readonly [code: string, comment: string] {
  const at = line.indexOf('  #');
  return at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at)];
}

/** Reads the weights without any package but NumPy. */
export const READ_WEIGHTS = `def read_safetensors(path):
    """The weights of each stage, by the names of its parameters."""
    with open(path, "rb") as file:
        header = json.loads(file.read(int.from_bytes(file.read(8), "little")))
        data = file.read()
    header.pop("__metadata__", None)
    weights = {}
    for name, entry in header.items():
        stage, part = name.rsplit("/", 1)
        start, end = entry["data_offsets"]
        values = np.frombuffer(data[start:end], dtype="<f4").reshape(entry["shape"])
        weights.setdefault(stage, {})[part] = values
    return weights
`;

/** What Pillow calls images of this many channels. */
const MODES: Readonly<Record<number, string>> = { 1: 'L', 3: 'RGB', 4: 'RGBA' };

/** Whether the network itself prepares the bytes of an image, and a sentence on what it takes. */
const takes = ({ pipeline }: Pick<WrittenNetwork, 'pipeline'>): string =>
  pipeline.architecture.layers.some((layer) => settingOf(layer, 'divisor'))
    ? 'bytes, 0 to 255: the network itself normalizes them'
    : 'bytes, 0 to 255, as they are: this network has no layer that normalizes them';

/** Reads an image from a file, channels last, as a batch of one. */
export function readImage(network: Pick<WrittenNetwork, 'pipeline'>): string {
  const [height, width, channels] = network.pipeline.architecture.input;
  return `def read_image(path):
    """An image as ${takes(network)}."""
    from PIL import Image

    image = Image.open(path).convert(${literal(MODES[channels] ?? 'RGB')}).resize((${width}, ${height}))
    return np.asarray(image, dtype="float32").reshape(1, ${height}, ${width}, ${channels})
`;
}
