/** The files of well-known data sets as they are published, by their checksums. */

/** Sets that are recognised, whatever their files are called. */
export const KNOWN_SETS = ['cifar10', 'cifar100', 'mnist', 'fashionMnist', 'kmnist'] as const;
export type KnownSet = (typeof KNOWN_SETS)[number];

/** What they are called: names, in every language. */
export const KNOWN_TITLES: Readonly<Record<KnownSet, string>> = {
  cifar10: 'CIFAR-10',
  cifar100: 'CIFAR-100',
  mnist: 'MNIST',
  fashionMnist: 'Fashion-MNIST',
  kmnist: 'Kuzushiji-MNIST',
};

export interface PublishedFile {
  readonly set: KnownSet;
  readonly name: string;
  /** MD5, as the set's authors or the libraries that load it give it. */
  readonly md5: string;
  /** Of the file without gzip: who packs it again gets another file with the same content. */
  readonly unpacked?: string;
}

const published = (
  set: KnownSet,
  files: readonly (readonly [name: string, md5: string, unpacked?: string])[],
): readonly PublishedFile[] =>
  files.map(([name, md5, unpacked]) => ({ set, name, md5, ...(unpacked && { unpacked }) }));

export const PUBLISHED_FILES: readonly PublishedFile[] = [
  ...published('cifar10', [['cifar-10-binary.tar.gz', 'c32a1d4ab5d03f1284b67883e8d87530']]),
  ...published('cifar100', [['cifar-100-binary.tar.gz', '03b5dce01913d631647c71ecec9e9cb8']]),
  ...published('mnist', [
    ['train-images-idx3-ubyte.gz', 'f68b3c2dcbeaaa9fbdd348bbdeb94873', '6bbc9ace898e44ae57da46a324031adb'],
    ['train-labels-idx1-ubyte.gz', 'd53e105ee54ea40749a09fcbcd1e9432', 'a25bea736e30d166cdddb491f175f624'],
    ['t10k-images-idx3-ubyte.gz', '9fb629c4189551a2d022fa330f9573f3', '2646ac647ad5339dbf082846283269ea'],
    ['t10k-labels-idx1-ubyte.gz', 'ec29112dd5afa0611ce80d1b7f02629c', '27ae3e4e09519cfbb04c329615203637'],
  ]),
  // Unpacked as two projects that check their copies give them: src/datasets/fashionmnist.py of
  // https://github.com/mrvnthss/rsa-vision-networks and scripts/prepare_datasets.py of
  // https://github.com/yeq618/quantum-automated-learning.
  ...published('fashionMnist', [
    ['train-images-idx3-ubyte.gz', '8d4fb7e6c68d591d4c3dfef9ec88bf0d', 'f4a8712d7a061bf5bd6d2ca38dc4d50a'],
    ['train-labels-idx1-ubyte.gz', '25c81989df183df01b3e8a0aad5dffbe', '9018921c3c673c538a1fc5bad174d6f9'],
    ['t10k-images-idx3-ubyte.gz', 'bef4ecab320f06d8554ea6380940ec79', '8181f5470baa50b63fa0f6fddb340f0a'],
    ['t10k-labels-idx1-ubyte.gz', 'bb300cfdad3c16e7a12a480ee83cd310', '15d484375f8d13e6eb1aabb0c3f46965'],
  ]),
  // Of these only the sums of the packed files are known: packed anew they are not recognised.
  ...published('kmnist', [
    ['train-images-idx3-ubyte.gz', 'bdb82020997e1d708af4cf47b453dcf7'],
    ['train-labels-idx1-ubyte.gz', 'e144d726b3acfaa3e44228e80efcd344'],
    ['t10k-images-idx3-ubyte.gz', '5c965bf0a639b31b8f53240b1b52f4d7'],
    ['t10k-labels-idx1-ubyte.gz', '7320c461ea6c1c855c0b718fb2a4b134'],
  ]),
];

/** The set of which a file with this MD5 is one; null where it is none. */
export const setOfSum = (sum: string): KnownSet | null =>
  PUBLISHED_FILES.find(({ md5, unpacked }) => md5 === sum || unpacked === sum)?.set ?? null;
