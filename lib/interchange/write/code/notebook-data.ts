/** How a notebook and a script get at the images: known sets are fetched, all others read from a folder. */
import type { Pipeline } from '@/lib/network/pipeline';

/** Sets that Keras and torchvision fetch by name, as images of this shape, labelled in the order of the network's units. */
const FETCHED = {
  mnist: { keras: 'mnist', torchvision: 'MNIST', shape: [28, 28, 1] },
  cifar10: { keras: 'cifar10', torchvision: 'CIFAR10', shape: [32, 32, 3] },
} as const;
type Fetched = (typeof FETCHED)[keyof typeof FETCHED];

const MODES: Readonly<Record<number, string>> = { 1: 'grayscale', 3: 'rgb', 4: 'rgba' };

/** The images that a network goes on with. */
export interface ImagesOf {
  readonly pipeline: Pipeline;
  /** The id of its data set. */
  readonly dataSet: string;
}

/** Null where the set is not one of these, or the network takes images of another shape. */
function fetched({ pipeline, dataSet }: ImagesOf): Fetched | null {
  const known = Object.entries(FETCHED).find(([id]) => id === dataSet)?.[1];
  return known && known.shape.join() === pipeline.architecture.input.join() ? known : null;
}

/** What the cell with the images does, in a sentence or two. */
export function dataProse(of: ImagesOf): string {
  const { classes } = of.pipeline.architecture;
  const rest = 'A tenth of them becomes the validation set. Pixels stay bytes from 0 to 255.';
  if (fetched(of)) return `The cell below fetches its training images once; Keras keeps them. ${rest}`;
  const some = classes.slice(0, 3).join(', ');
  return `The cell below reads them from the folder \`data\`, which has a folder for each class (${some}, …). ${rest}`;
}

/** Python that sets `training` and `validation`, as batches of images and labels. */
export function kerasData(of: ImagesOf, batchSize: number, seed: number): string {
  const [height, width, channels] = of.pipeline.architecture.input;
  const known = fetched(of);
  if (known)
    return `import tensorflow as tf
from keras.datasets import ${known.keras}

(images, labels), _ = ${known.keras}.load_data()
images = images.reshape(-1, ${height}, ${width}, ${channels}).astype("float32")
labels = labels.reshape(-1)
order = np.random.default_rng(${seed}).permutation(len(images))
parted = len(images) // 10


def batches(places):
    return tf.data.Dataset.from_tensor_slices((images[places], labels[places])).batch(${batchSize})


validation = batches(order[:parted])
training = batches(order[parted:]).unbatch().shuffle(10_000, seed=${seed}).batch(${batchSize})`;
  const part = (subset: string) => `${subset} = utils.image_dataset_from_directory(
    "data", class_names=CLASSES, color_mode="${MODES[channels] ?? 'rgb'}", image_size=(${height}, ${width}),
    batch_size=${batchSize}, validation_split=0.1, subset="${subset}", seed=${seed},
)`;
  return `${part('training')}\n${part('validation')}`;
}

/** The same for a script of one process for each GPU, as a data set that `pixels` makes tensors of. */
export function pytorchData(of: ImagesOf): { readonly imports: string; readonly images: string } {
  const known = fetched(of);
  if (known)
    return {
      imports: `from torchvision.datasets import ${known.torchvision}`,
      images: `if dist.get_rank() == 0:
    ${known.torchvision}("data", download=True)
dist.barrier()
images = ${known.torchvision}("data", transform=pixels)`,
    };
  return {
    imports: `from torchvision.datasets import ImageFolder

from network_pytorch import CLASSES


class Images(ImageFolder):
    """Classes in the order of the network's units, not of their names."""

    def find_classes(self, directory):
        return CLASSES, {name: unit for unit, name in enumerate(CLASSES)}
`,
    images: 'images = Images("data", transform=pixels, loader=Image.open)',
  };
}
