/** An architecture with five invalid settings; the pipeline built from it reports what is wrong. */

import { differences } from '@/lib/challenges/architecture-text';
import { type ChallengeProblem, right, type Verdict, wrong } from '@/lib/challenges/problem';
import { formatCount, formatShape } from '@/lib/format/format';
import { settingOf } from '@/lib/kinds/outside/builders';
import type { SettingName } from '@/lib/kinds/parts/setting';
import type { Layer } from '@/lib/kinds/types';
import type { Architecture } from '@/lib/network/architecture';
import { buildPipeline } from '@/lib/network/build-pipeline';
import words from '@/words/problem-repair';
import { REFERENCE } from '../reference';

/** One setting in each of five layers, by their ids. */
const WRONG: Readonly<Record<string, readonly [name: SettingName, text: string]>> = {
  normalize: ['divisor', '0'],
  conv1: ['stride', '0'],
  conv2: ['kernel', '32'],
  pool2: ['size', '30'],
  output: ['units', '8'],
};

function broken(layer: Layer): Layer {
  const [name, text] = WRONG[layer.id] ?? [];
  return (name && settingOf(layer, name)?.take(text)) ?? layer;
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
