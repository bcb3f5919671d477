/** Reads networks and data sets one after the other for `npm run check:readers`, in a process that can be ended. */
import { readNetwork } from '@/lib/interchange/read-network';
import { buildPipeline } from '@/lib/network/build-pipeline';
import { checkWeights } from '@/lib/network/check-weights';
import { listParameters } from '@/lib/network/weights';
import { must } from '@/lib/result';
import type { NamedBytes } from './good-files';
import { readSmallSet } from './read-set';

/** What was read: a network as plain data, or the sentence that refuses it. */
export type Reading =
  | { readonly refused: string }
  | { readonly architecture: string; readonly values: readonly Float32Array[] }
  | { readonly threw: string };

/** What is read, and from what. */
export interface Asked {
  readonly what: 'network' | 'set';
  readonly files: readonly NamedBytes[];
}

async function read({ what, files }: Asked): Promise<Reading> {
  try {
    if (what === 'set') return await readSmallSet(files);
    const opened = await readNetwork(
      files.map(({ name, bytes }) => ({
        name,
        size: bytes.length,
        bytes: async () => new Uint8Array(bytes),
      })),
    );
    if (!opened.ok) return { refused: opened.problem.sentence };
    const { architecture, weights } = opened.value;
    const pipeline = must(buildPipeline(architecture));
    must(checkWeights(pipeline, weights));
    const lacking = pipeline.stages.find((stage) => (stage.weights !== null) !== stage.id in weights);
    if (lacking) return { threw: `weights of ${lacking.id}` };
    return {
      architecture: JSON.stringify({ ...architecture, name: '', classes: architecture.classes.length }),
      values: listParameters(weights).map(([, { values }]) => values),
    };
  } catch (error) {
    return { threw: String(error) };
  }
}

process.on('message', async (asked: Asked) => process.send?.(await read(asked)));
