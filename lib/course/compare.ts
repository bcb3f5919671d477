/** The computed reference pipeline against the facts of the reference file. */

import { formatCount, formatShape } from '@/lib/format/format';
import { batchShape, type Pipeline } from '@/lib/network/pipeline';
import type { ReferenceFacts } from './facts';

/** One fact, both computed and stated, in words. */
export interface Comparison {
  readonly what: string;
  readonly computed: string;
  readonly stated: string;
}

/** Stands for a fact that the file lacks. */
const MISSING = 'missing';

/**
 * Everything that the reference file states about shapes and parameters, each beside the computed value: for
 * every stage in order its input, output and number of parameters; then their total.
 */
export function compare(pipeline: Pipeline, facts: ReferenceFacts): Comparison[] {
  const stages = pipeline.stages.flatMap((stage, at): Comparison[] => {
    const stated = facts.stages.at(at);
    return [
      { what: `stage ${stage.number}`, computed: stage.id, stated: stated?.id ?? MISSING },
      {
        what: `${stage.id} in`,
        computed: formatShape([facts.images, ...stage.input]),
        stated: stated ? formatShape(stated.input) : MISSING,
      },
      {
        what: `${stage.id} out`,
        computed: formatShape(batchShape(stage, facts.images)),
        stated: stated ? formatShape(stated.output) : MISSING,
      },
      {
        what: `${stage.id} parameters`,
        computed: formatCount(stage.parameters),
        // Stages without parameters are not listed in the file.
        stated: formatCount(facts.parameters[stage.id] ?? 0),
      },
    ];
  });
  const extra = facts.stages
    .slice(pipeline.stages.length)
    .map(({ id }): Comparison => ({ what: `stage ${id}`, computed: MISSING, stated: id }));
  const unknown = Object.entries(facts.parameters)
    .filter(([id]) => pipeline.stages.every((stage) => stage.id !== id))
    .map(
      ([id, count]): Comparison => ({
        what: `${id} parameters`,
        computed: MISSING,
        stated: formatCount(count),
      }),
    );
  const all: Comparison = {
    what: 'all parameters',
    computed: formatCount(pipeline.parameters),
    stated: formatCount(facts.totalParameters),
  };
  return [...stages, ...extra, ...unknown, all];
}
