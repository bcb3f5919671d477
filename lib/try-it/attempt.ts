import * as v from 'valibot';
import type { Architecture } from '@/lib/network/architecture';
import { buildPipeline } from '@/lib/network/build-pipeline';
import { faultyLayer } from '@/lib/network/faulty-layer';
import type { Pipeline } from '@/lib/network/pipeline';
import { architectureSchema } from '@/lib/run/architecture-schema';
import type { CodeFault } from './draft';
import type { Ran } from './run-code';
import * as words from './words';

/** A network that the code created, and for each of its stages the line that created it. */
export interface Attempt {
  readonly pipeline: Pipeline;
  readonly lines: readonly (number | null)[];
}

/**
 * The result of a run as a network that can be computed, for the same images and classes as the `original`;
 * or what is wrong with it.
 */
export function attemptOf(ran: Ran, { input, classes }: Architecture): Attempt | CodeFault {
  if ('fault' in ran) return ran.fault;
  const lines = ran.layers.map(({ line }) => line);
  const architecture = { name: 'try-it', input, classes, layers: ran.layers.map(({ layer }) => layer) };
  const read = v.safeParse(architectureSchema, architecture);
  if (!read.success) return { sentence: words.noLayers, line: null };
  const built = buildPipeline(read.output);
  if (built.ok) return { pipeline: built.value, lines };
  const at = faultyLayer(read.output);
  return { sentence: built.problem.sentence, line: at === null ? null : lines[at] };
}
