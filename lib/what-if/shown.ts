import type { Pipeline } from '@/lib/network/pipeline';
import type { Shown, StageTrace, Trace } from '@/lib/network/trace';
import { strongestChannels, withChannels } from '@/lib/tensor/channels';
import { isMap } from '@/lib/tensor/tensor';

/** The number of maps shown per stage. */
const MAPS = 9;

/** The maps that are watched while something changes: for each stage the strongest on the unchanged image. */
export function shownOf({ stages }: Pipeline, original: Trace): Shown {
  const maps = stages.filter(({ output, number }) => isMap(output) && number > 1);
  return Object.fromEntries(
    maps.map(({ id, number }) => [id, strongestChannels(original.stages[number - 1]).slice(0, MAPS)]),
  );
}

/** The shown part of a complete trace, in the form that `frameVariant` returns. */
export const frameOf = ({ stages }: Trace, shown: Shown): readonly StageTrace[] =>
  stages.map((trace) => {
    const channels = shown[trace.stage];
    return channels ? { stage: trace.stage, ...withChannels(trace, channels) } : trace;
  });
