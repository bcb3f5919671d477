/**
 * A subject as one file: a zip archive with the network, its run and its data set. The run is there to the bit, and so are the
 * images in their order, so that training goes on elsewhere as it would have here. Images that ship with a site are named only.
 */
import * as v from 'valibot';
import { readWeights, writeWeights } from '@/lib/checkpoint/weights';
import { isHidden } from '@/lib/data/archives/paths';
import { besides, type LabelledSet, SPLITS } from '@/lib/data/sets/labelled-set';
import { allNotes } from '@/lib/data/sets/look/odd';
import type { SourceFile } from '@/lib/interchange/opened';
import { zipOf } from '@/lib/interchange/write/zip';
import { openZip } from '@/lib/interchange/zip/open';
import { buildPipeline } from '@/lib/network/build-pipeline';
import { fail, ok, type Result } from '@/lib/result';
import { architectureSchema } from '@/lib/run/architecture-schema';
import { size } from '@/lib/tensor/tensor';
import words from '@/words/subject-file';
import { setHeadSchema } from './kept-set-head';
import { ownSetSchema } from './opened-head';
import type { ReadyNetwork } from './opened-networks';

const FORMAT = 'pipeline-tracer-subject';
const VERSION = 1;
const ABOUT = 'subject.json';
const WEIGHTS = 'network.safetensors';
const RUN = 'run.safetensors';
const PIXELS = 'set/pixels.bin';
const LABELS = 'set/labels.bin';
const USES = 'set/splits.bin';

/** What a file contains. */
export interface WholeSubject {
  /** The id of a network that comes with the site, or one of the learner's own. */
  readonly network: string | ReadyNetwork;
  /** The run that made its present weights, as a run file; null where there is none. */
  readonly run: Uint8Array<ArrayBuffer> | null;
  /** The learner's own data set that it is trained on; null where it isn't one. */
  readonly set: LabelledSet | null;
}

const { name, form, classes, shape, count, notes, card, fit, originals, known } = setHeadSchema.entries;
const aboutSchema = v.object({
  format: v.literal(FORMAT),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  network: v.union([
    v.object({ id: v.string() }),
    v.object({ architecture: architectureSchema, own: v.exactOptional(ownSetSchema) }),
  ]),
  set: v.nullable(v.object({ name, form, classes, shape, count, notes, card, fit, originals, known })),
});

/** The bytes of the file. */
export function writeSubject({ network, run, set }: WholeSubject): Uint8Array<ArrayBuffer> {
  const own = typeof network === 'string' ? null : network;
  const about: v.InferOutput<typeof aboutSchema> = {
    format: FORMAT,
    version: VERSION,
    network:
      typeof network === 'string'
        ? { id: network }
        : { architecture: network.architecture, ...(network.own && { own: network.own }) },
    set: set && headOfSet(set),
  };
  const files = [{ name: ABOUT, bytes: new TextEncoder().encode(JSON.stringify(about, null, 2)) }];
  if (own?.weights) files.push({ name: WEIGHTS, bytes: writeWeights(own.weights, 'F32') });
  if (run) files.push({ name: RUN, bytes: run });
  if (set) {
    const labels = new Uint8Array(set.labels.length * 2);
    const view = new DataView(labels.buffer);
    for (const [at, label] of set.labels.entries()) view.setUint16(at * 2, label, true);
    files.push(
      { name: PIXELS, bytes: set.pixels },
      { name: LABELS, bytes: labels },
      { name: USES, bytes: set.splits },
    );
  }
  return zipOf(files);
}

const headOfSet = ({ name, form, classes, shape, count, ...set }: LabelledSet) => ({
  name,
  form,
  classes: [...classes],
  shape: [...shape] as [number, number, 1 | 3],
  count,
  notes: [...allNotes(set)],
  ...besides(set),
});

/** Reads such a file. Fails with a sentence on anything that it isn't, and on what doesn't fit together. */
export async function readSubject(file: SourceFile): Promise<Result<WholeSubject>> {
  const opened = await openZip(file);
  if (!opened.ok) return opened;
  const bytesOf = async (name: string) => {
    const found = opened.value.find((one) => one.name === name && !isHidden(one.name));
    return found ? found.bytes() : null;
  };
  try {
    const about = readAbout(await bytesOf(ABOUT));
    if (!about.ok) return about;
    const { network, set } = about.value;
    const weights = await bytesOf(WEIGHTS);
    const read = set && readSet(set, await bytesOf(PIXELS), await bytesOf(LABELS), await bytesOf(USES));
    if (read && !read.ok) return read;
    const whole = 'id' in network ? ok(network.id) : readNetwork(network, weights);
    if (!whole.ok) return whole;
    const own = typeof whole.value === 'string' ? undefined : whole.value.own;
    // A network is of use only with the very set that it is trained on.
    if (own && (!read || own.count !== read.value.count)) return fail(words.noSet());
    return ok({ network: whole.value, run: await bytesOf(RUN), set: read ? read.value : null });
  } catch (error) {
    return fail(words.damaged(), String(error));
  }
}

function readAbout(bytes: Uint8Array | null): Result<v.InferOutput<typeof aboutSchema>> {
  if (!bytes) return fail(words.none());
  const about = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  if (about?.format === FORMAT && about.version > VERSION) return fail(words.newer());
  const read = v.safeParse(aboutSchema, about);
  return read.success ? ok(read.output) : fail(words.none(), v.flatten(read.issues).root?.join());
}

function readNetwork(
  { architecture, own }: Pick<ReadyNetwork, 'architecture' | 'own'>,
  bytes: Uint8Array | null,
): Result<ReadyNetwork> {
  const pipeline = buildPipeline(architecture);
  if (!pipeline.ok) return pipeline;
  const read = bytes && readWeights(bytes, pipeline.value);
  if (read && !read.ok) return read;
  return ok({ architecture, weights: read ? read.value.weights : null, ...(own && { own }) });
}

type SetHead = NonNullable<v.InferOutput<typeof aboutSchema>['set']>;

function readSet(
  about: SetHead,
  pixels: Uint8Array<ArrayBuffer> | null,
  stored: Uint8Array<ArrayBuffer> | null,
  splits: Uint8Array<ArrayBuffer> | null,
): Result<LabelledSet> {
  const { count, shape, classes } = about;
  if (!pixels || !stored || !splits) return fail(words.noSet());
  const fits =
    pixels.length === count * size(shape) && stored.length === count * 2 && splits.length === count;
  if (!fits) return fail(words.damaged(), `${pixels.length} bytes of ${count} images`);
  const view = new DataView(stored.buffer, stored.byteOffset, stored.byteLength);
  const labels = Uint16Array.from({ length: count }, (_, at) => view.getUint16(at * 2, true));
  if (labels.some((label) => label >= classes.length) || splits.some((split) => split >= SPLITS.length))
    return fail(words.damaged(), 'a label without a class');
  return ok({ ...about, pixels, labels, splits });
}
