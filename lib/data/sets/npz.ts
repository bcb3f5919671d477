/** Data sets in NumPy's archives: `x_train`, `y_train`, `x_test`, `y_test` and the like, as Keras's own are published. */
import { sum } from 'd3-array';
import words from '@/words/data-sets';
import { type Container, Refusal } from '../archives/container';
import { isHidden, stemOf } from '../archives/paths';
import {
  type ImageArray,
  inOrder,
  layoutOf,
  numberingOf,
  oneShape,
  readNumbered,
  splitOfName,
} from './arrays';
import { isPickled, isWhole, type NpyHead, readNpyHead, readWhole } from './npy';
import type { SetPlan } from './plan';
import { atEnd, believe, readEach, readFirst } from './read-files';

const BYTES = 'u1';
/** More are no classes but measurements. */
const MOST_CLASSES = 1000;
/** An archive of arrays has a few other files at the most, if any. */
const MOST_BESIDE = 20;

interface Listed extends NpyHead {
  readonly at: number;
  readonly path: string;
}

/** The plan of NumPy's arrays; null where there are none. @throws Refusal where they are no labelled images. */
export async function npzSet(container: Container, name: string): Promise<SetPlan | null> {
  const places = container.files.where((path) => /\.npy$/i.test(path) && !isHidden(path));
  if (places.length === 0) return null;
  // An array whose name is damaged would be passed over; opening a file of an archive tells.
  const beside = container.files.where((path) => !/\.npy$/i.test(path) && !isHidden(path));
  await readFirst(container, beside.slice(0, MOST_BESIDE), 1);
  const heads = await readEach(container, places, readNpyHead);
  const arrays = [...heads].map(([at, head]): Listed => ({ ...head, at, path: container.files.path(at) }));
  for (const { type, path, fortran } of arrays) {
    if (isPickled(type)) throw new Refusal(words.pickled({ array: stemOf(path) }));
    if (fortran) throw new Refusal(words.fortran({ array: stemOf(path) }));
  }
  const imageArrays = inOrder(arrays.filter(({ shape }) => shape.length > 2));
  if (imageArrays.length === 0) throw new Refusal(words.npzNoImages());
  const pairs = imageArrays.map((images) => ({ images, labels: labelsFor(images, arrays) }));
  const values = await readEach(
    container,
    pairs.map(({ labels }) => labels.at),
    async (reader, at) => {
      const { type, shape } = await readNpyHead(reader);
      believe(shape[0], container.files.path(at), container.files.size(at));
      const labels = await readWhole(reader, type, shape[0]);
      await atEnd(reader, 'label');
      const wrong = labels.find((label) => label < 0 || label >= MOST_CLASSES);
      if (wrong === undefined) return labels;
      throw new Refusal(words.npzLabel({ array: stemOf(container.files.path(at)), label: wrong }));
    },
  );
  const numbering = numberingOf(values.values());
  const read = pairs.map(({ images, labels }) =>
    arrayOf(images, values.get(labels.at) ?? [], numbering.first, container),
  );
  return {
    name,
    form: 'npz',
    container: container.kind,
    count: sum(read, ({ count }) => count),
    natural: oneShape(read),
    classes: numbering.classes,
    onlyUsed: false,
    read: readNumbered(container, read, numbering),
  };
}

/** The array of labels of the same split. @throws Refusal where there is none, or it has another length. */
function labelsFor({ path, shape }: Listed, arrays: readonly Listed[]): Listed {
  const images = stemOf(path);
  const all = arrays.filter(
    ({ type, shape: [, second = 1, ...more] }) => isWhole(type) && second === 1 && more.length === 0,
  );
  const labels = all.find((one) => splitOfName(stemOf(one.path)) === splitOfName(images));
  if (!labels) throw new Refusal(words.npzNoLabels({ array: images }));
  if (labels.shape[0] !== shape[0])
    throw new Refusal(words.counts({ images: shape[0], file: images, labels: labels.shape[0] }));
  return labels;
}

function arrayOf(
  { at, path, shape, type, head }: Listed,
  labels: readonly number[],
  first: number,
  { files }: Container,
): ImageArray {
  const layout = layoutOf(shape);
  if (type.slice(1) !== BYTES) throw new Refusal(words.npzType({ array: stemOf(path), type }));
  if (!layout) throw new Refusal(words.axes({ file: stemOf(path), axes: shape.join(' × ') }));
  believe(
    shape.reduce((all, length) => all * length, 1),
    path,
    files.size(at),
  );
  const split = splitOfName(stemOf(path));
  return {
    at,
    path,
    head,
    before: 0,
    count: shape[0],
    layout,
    split,
    labelOf: (image) => (labels[image] ?? first) - first,
  };
}
