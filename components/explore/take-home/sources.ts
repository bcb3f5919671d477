/** Where a data set's images come from, in English: the sentences stand in a notebook among code. */
const SOURCES: Readonly<Record<string, string>> = {
  emoji:
    'The images of this network were composed from emoji artwork by Pipeline Tracer, whose page “Images, fonts and libraries” names the artists. They ship with the site as one file, so save images of your own for each class.',
  mnist:
    'MNIST, handwritten digits by Yann LeCun, Corinna Cortes and Christopher Burges. `keras.datasets.mnist.load_data()` fetches it as arrays; torchvision has it as `torchvision.datasets.MNIST`.',
  cifar10:
    'CIFAR-10, photographs collected by Alex Krizhevsky, Vinod Nair and Geoffrey Hinton. `keras.datasets.cifar10.load_data()` fetches it as arrays; torchvision has it as `torchvision.datasets.CIFAR10`.',
};

/** Where the images of a data set come from. */
export const sourceOf = (dataSet: string): string =>
  SOURCES[dataSet] ?? 'This network was trained on images of your own.';
