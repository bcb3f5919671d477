/** The networks that are written and read again: those of the shelf, a foreign one, and two with every kind of layer. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readWeights } from '@/lib/checkpoint/weights';
import { readNetwork } from '@/lib/interchange/read-network';
import type { WrittenNetwork } from '@/lib/interchange/write/network';
import { buildPipeline } from '@/lib/network/build-pipeline';
import type { RunLog } from '@/lib/network/run';
import type { ShippedSubject } from '@/lib/network/subject';
import { must } from '@/lib/result';
import { readRunLog } from '@/lib/run/log';
import { SHELF } from '@/lib/shelf/shelf';
import { EVERY_KIND_ASKED } from '@/tests/unit/support/every-kind';
import { randomWeights } from '@/tests/unit/support/random-weights';
import { ROOT } from '../../project';

export interface CheckedNetwork extends WrittenNetwork {
  readonly name: string;
  /** The id of its data set. */
  readonly dataSet: string;
  /** The largest number in its images: 255 where it takes bytes. */
  readonly brightest: number;
  readonly run: RunLog | null;
}

const FOREIGN = process.env.PIPELINE_MODELS ?? join(ROOT, '..', 'shared', 'models');
const BYTE = 255;

function ofShelf({ id, architecture, shipped, dataSet }: ShippedSubject): CheckedNetwork {
  const folder = join(ROOT, 'public', shipped.folder);
  const pipeline = must(buildPipeline(architecture));
  const parts = shipped.weights.map(
    (name) => must(readWeights(new Uint8Array(readFileSync(join(folder, name))), pipeline)).weights,
  );
  const run = must(readRunLog(JSON.parse(readFileSync(join(folder, 'log.json'), 'utf8'))));
  return {
    name: id,
    dataSet: dataSet.id,
    pipeline,
    weights: Object.assign({}, ...parts),
    brightest: BYTE,
    run,
  };
}

async function foreign(): Promise<readonly CheckedNetwork[]> {
  const folder = join(FOREIGN, 'tinyvgg');
  if (!existsSync(folder)) {
    console.log(`Without Tiny VGG: there is no ${folder} (PIPELINE_MODELS names the folder above).`);
    return [];
  }
  const files = readdirSync(folder)
    .filter((name) => /^model\.json$|\.bin$/.test(name))
    .map((name) => ({
      name,
      size: statSync(join(folder, name)).size,
      bytes: async () => new Uint8Array(readFileSync(join(folder, name))),
    }));
  const { architecture, weights } = must(await readNetwork(files));
  return [
    {
      name: 'tinyvgg',
      dataSet: 'unknown',
      pipeline: must(buildPipeline(architecture)),
      weights,
      brightest: 1,
      run: null,
    },
  ];
}

/** All of them. */
export const checkedNetworks = async (): Promise<readonly CheckedNetwork[]> => [
  ...SHELF.map(ofShelf),
  ...(await foreign()),
  ...EVERY_KIND_ASKED.map(({ architecture }, at) => {
    const pipeline = must(buildPipeline(architecture));
    const weights = randomWeights(pipeline, at + 1);
    return {
      name: `every kind, ${architecture.name}`,
      dataSet: 'own',
      pipeline,
      weights,
      brightest: BYTE,
      run: null,
    };
  }),
];
