import type { Case } from '@/lib/challenges/faults/evidence';
import type { Fault, Suspicion } from '@/lib/challenges/faults/suspicions';
import { settingOf } from '@/lib/kinds/outside/builders';
import { withoutRelu } from '@/lib/kinds/parts/relu';
import type { Architecture } from '@/lib/network/architecture';
import type { TrainingSettings } from '@/lib/network/settings';
import { REFERENCE } from '../reference';

/** The settings of a healthy run. Small enough to train while the learner waits. */
const HEALTHY: TrainingSettings = {
  optimizer: 'adam',
  learningRate: 0.001,
  batchSize: 10,
  epochs: 3,
  seed: 1,
  images: 300,
};
type Layer = Architecture['layers'][number];
/** So few images that they are soon memorized; more epochs, so that the number of steps is similar. */
const FEW = { images: 40, epochs: 12 } as const;
const CLASSES = REFERENCE.classes.length;

const withLayers = (name: string, change: (layer: Layer) => Layer): Architecture => ({
  ...REFERENCE,
  name,
  layers: REFERENCE.layers.map(change),
});

/**
 * Layers without a nonlinearity. The last one's softmax stays: it makes probabilities, but does not help to
 * separate classes.
 */
const LINEAR = withLayers('without ReLU', withoutRelu);
/** Raw pixels, from 0 to 255. */
const RAW = withLayers('raw pixels', (layer) => settingOf(layer, 'divisor')?.write('1') ?? layer);

const SETTINGS: Readonly<Record<Fault, (seed: number) => Partial<TrainingSettings>>> = {
  // Nine of ten labels are drawn from the nine other classes: then all classes are equally likely.
  labels: () => ({ labelNoise: (CLASSES - 1) / CLASSES }),
  zeros: () => ({ initialisation: 'zeros' }),
  rate: () => ({ learningRate: 100 * HEALTHY.learningRate }),
  linear: () => ({}),
  range: () => ({}),
  order: () => ({ shuffle: false }),
  missing: (seed) => ({ leftOut: seed % CLASSES }),
  few: () => FEW,
};

/** The run that shows a fault; the seed determines everything that is drawn. */
export function caseOf(suspicion: Suspicion, seed: number): Case {
  const broken = suspicion === 'none' ? {} : SETTINGS[suspicion](seed);
  const architecture = suspicion === 'linear' ? LINEAR : suspicion === 'range' ? RAW : REFERENCE;
  return { settings: { ...HEALTHY, ...broken, seed }, architecture };
}

/** The stages whose maps show the fault of a case. */
export const LOOKED_AT: readonly string[] = ['normalize', 'conv1', 'conv2'];
