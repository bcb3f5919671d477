/**
 * CIFAR-10 and CIFAR-100 in their binary form (https://www.cs.toronto.edu/~kriz/cifar.html): records of the label (of
 * CIFAR-100 two: the coarse and the fine one) and 3072 bytes, the red plane of 32 x 32, the green, the blue.
 */
import { sum } from 'd3-array';
import words from '@/words/data-sets';
import { type Container, Refusal } from '../../archives/container';
import { baseName, isHidden } from '../../archives/paths';
import { type ImageArray, inOrder, type Layout, readArrays, splitOfName } from '../arrays';
import type { SetPlan } from '../plan';
import { readAll } from '../read-files';
import { CIFAR_10, CIFAR_100 } from './classes';

const LAYOUT: Layout = { shape: [32, 32, 3], planar: true };
const IMAGE_BYTES = 3072;
const LONGEST_NAMES = 1 << 16;

interface Kind {
  readonly form: 'cifar10' | 'cifar100';
  readonly title: string;
  /** So many bytes of labels are before each image; the last is its class. */
  readonly labels: number;
  readonly classes: readonly string[];
  readonly files: RegExp;
  /** The text file with the names of the classes. */
  readonly names: string;
}

const KINDS: readonly Kind[] = [
  {
    form: 'cifar10',
    title: 'CIFAR-10',
    labels: 1,
    classes: CIFAR_10,
    files: /^(data_batch_\d+|test_batch)\.bin$/i,
    names: 'batches.meta.txt',
  },
  {
    form: 'cifar100',
    title: 'CIFAR-100',
    labels: 2,
    classes: CIFAR_100,
    files: /^(train|test)\.bin$/i,
    names: 'fine_label_names.txt',
  },
];

/** The files of the form for Python: objects that only Python can read safely, if at all. */
const PICKLED = /^(data_batch_\d+|batches\.meta)$/i;
const PICKLED_100 = ['train', 'test', 'meta'];

/** The plan of CIFAR's files; null where there are none. @throws Refusal where they are the ones for Python. */
export async function cifarSet(container: Container, name: string): Promise<SetPlan | null> {
  const named = (fits: (name: string) => boolean) =>
    container.files.where((path) => fits(baseName(path)) && !isHidden(path));
  for (const kind of KINDS) {
    const places = named((name) => kind.files.test(name));
    const files = inOrder(places.map((at) => ({ at, path: container.files.path(at) })));
    if (files.length === 0) continue;
    const record = kind.labels + IMAGE_BYTES;
    const arrays = files.map(
      ({ at, path }): ImageArray => ({
        at,
        path,
        head: 0,
        before: kind.labels,
        // What is left of a record is found to be cut off when it is read.
        count: Math.ceil(container.files.size(at) / record),
        layout: LAYOUT,
        split: splitOfName(baseName(path)) ?? 'training',
        labelOf: (image, before) => labelIn(before, image, path, kind),
      }),
    );
    return {
      name,
      form: kind.form,
      container: container.kind,
      count: sum(arrays, ({ count }) => count),
      natural: LAYOUT.shape,
      classes: await namesIn(container, named((name) => name === kind.names)[0], kind),
      onlyUsed: false,
      read: (draft, choice) => readArrays(container, arrays, draft, choice),
    };
  }
  const isPickled100 = PICKLED_100.every((wanted) => named((name) => name === wanted).length > 0);
  if (named((name) => PICKLED.test(name)).length > 0 || isPickled100) throw new Refusal(words.pickledCifar());
  return null;
}

function labelIn(before: Uint8Array, image: number, path: string, { labels, classes, title }: Kind): number {
  const label = before[labels - 1];
  if (label < classes.length) return label;
  const file = baseName(path);
  throw new Refusal(words.label({ file, number: image + 1, label, form: title, most: classes.length - 1 }));
}

/** The classes' names from the file that comes with the images; where it isn't there or says something else, the known ones. */
async function namesIn(
  container: Container,
  at: number | undefined,
  { classes }: Kind,
): Promise<readonly string[]> {
  if (at === undefined) return classes;
  const bytes = await readAll(container, at, LONGEST_NAMES);
  const lines = new TextDecoder().decode(bytes).split(/\s+/).filter(Boolean);
  return lines.length === classes.length && new Set(lines).size === lines.length ? lines : classes;
}
