/** An architecture with five invalid settings; the pipeline built from it reports what is wrong. */

import { differences } from '@/lib/challenges/architecture-text';
import { type ChallengeProblem, right, type Verdict, wrong } from '@/lib/challenges/problem';
import { formatCount, formatShape } from '@/lib/format/format';
import type { Layer } from '@/lib/kinds/types';
import type { Architecture } from '@/lib/network/architecture';
import { buildPipeline } from '@/lib/network/build-pipeline';
import words from '@/words/problem-repair';
import { REFERENCE } from '../reference';

/** One setting in each of five layers. */
function broken(layer: Layer): Layer {
  if ('divisor' in layer) return { ...layer, divisor: 0 };
  if (layer.id === 'conv2' && 'kernel' in layer) return { ...layer, kernel: 32 };
  if (layer.id === 'pool2' && 'size' in layer) return { ...layer, size: 30 };
  if (layer.id === 'conv1' && 'stride' in layer) return { ...layer, stride: 0 };
  if (layer.id === 'output' && 'units' in layer) return { ...layer, units: 8 };
  return layer;
}

export const BROKEN: Architecture = { ...REFERENCE, name: 'broken', layers: REFERENCE.layers.map(broken) };

/** The number of invalid settings. */
export const FAULTS = differences(BROKEN, REFERENCE);

export const REPAIR: ChallengeProblem = {
  id: 'repair',
  about: words.about(),
  text: words.text({ faults: FAULTS, classes: REFERENCE.classes.length }),
  hints: [words.hint1(), words.hint2({ classes: REFERENCE.classes.length })],
};

/** Whether an architecture with the broken one's layers is valid, and no more was changed than necessary. */
export function checkRepair(architecture: Architecture): Verdict {
  const built = buildPipeline(architecture);
  if (!built.ok) return wrong(words.cannotWork({ why: built.problem.sentence }));
  const changed = differences(BROKEN, architecture);
  if (changed > FAULTS) return wrong(words.tooMany({ changed, faults: FAULTS }));
  const { stages, parameters } = built.value;
  const shapes = stages.map(({ output }) => formatShape(output)).join(' → ');
  return right(words.right({ shapes, parameters: formatCount(parameters) }));
}
