/** Good files of every format that networks are read from, each to be damaged. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { writeSafetensors } from '@/lib/checkpoint/safetensors';
import { buildPipeline } from '@/lib/network/build-pipeline';
import { listParameters } from '@/lib/network/weights';
import { must } from '@/lib/result';
import { asLayersModel, STYLES } from '@/tests/unit/interchange/support/layers-model';
import { EVERY_KIND_ASKED } from '@/tests/unit/support/every-kind';
import { randomWeights } from '@/tests/unit/support/random-weights';
import { ROOT } from '../../project';

export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A network, or a data set, in its files. */
export interface GoodFiles {
  readonly name: string;
  readonly files: readonly NamedBytes[];
  /** Whether the form keeps sums of its bytes, so that no change of what it holds may go unnoticed. */
  readonly summed?: boolean;
}

const FIXTURES = join(ROOT, 'tests', 'fixtures', 'interchange');
/** Weights alone, a layout that isn't read, numbers in a file beside it, a branch: refused as they are. */
const REFUSED = /^(weights-only|compressed|latest-layout|external|torch-residual)\./;

const fixtures = (): readonly GoodFiles[] =>
  readdirSync(FIXTURES)
    .filter((name) => /\.(h5|keras|onnx)$/.test(name) && !REFUSED.test(name))
    .map((name) => ({
      name,
      files: [{ name, bytes: new Uint8Array(readFileSync(join(FIXTURES, name))) }],
      summed: name.endsWith('.keras'),
    }));

/** Networks that have every kind of layer between them, as TensorFlow.js and as this site write them. */
async function written(): Promise<readonly GoodFiles[]> {
  const networks: GoodFiles[] = [];
  for (const [at, { architecture }] of EVERY_KIND_ASKED.entries()) {
    const weights = randomWeights(must(buildPipeline(architecture)), at + 1);
    const described = JSON.stringify(architecture);
    const bytes = writeSafetensors(listParameters(weights), 'F32', { architecture: described });
    const name = `${architecture.name}.safetensors`;
    networks.push({ name, files: [{ name, bytes }] });
    const bare = { name, bytes: writeSafetensors(listParameters(weights), 'F16') };
    const beside = { name: `${architecture.name}.json`, bytes: new TextEncoder().encode(described) };
    networks.push({ name: `${name} and its JSON`, files: [bare, beside] });
    const files: NamedBytes[] = [];
    for (const file of asLayersModel(architecture, weights, STYLES[at % STYLES.length], 2))
      files.push({ name: file.name, bytes: await file.bytes() });
    networks.push({ name: `${architecture.name}, LayersModel`, files });
    for (const level of [0, 6] as const) {
      const zip = zipSync(Object.fromEntries(files.map((file) => [file.name, new Uint8Array(file.bytes)])), {
        level,
      });
      const packed = `${architecture.name}, LayersModel, ${level === 0 ? 'stored' : 'deflated'}`;
      networks.push({ name: packed, files: [{ name: 'net.zip', bytes: zip }], summed: true });
    }
  }
  return networks;
}

/** The foreign network of the shared data; none where that isn't there. */
function foreign(folder: string): readonly GoodFiles[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => /^model\.json$|\.bin$/.test(name));
  const files = names.map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }));
  return [{ name: 'Tiny VGG, LayersModel', files }];
}

/** Every good network there is. `foreignFolder`: where Tiny VGG lies. */
export const goodNetworks = async (foreignFolder: string): Promise<readonly GoodFiles[]> => [
  ...fixtures(),
  ...(await written()),
  ...foreign(foreignFolder),
];
