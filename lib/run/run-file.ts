/** A whole run as one file: docs/run-file.md describes it. */
import * as v from 'valibot';
import { readSafetensors, type StoredTensor, writeSafetensors } from '@/lib/checkpoint/safetensors';
import type { Architecture } from '@/lib/network/architecture';
import { buildPipeline } from '@/lib/network/build-pipeline';
import type { Pipeline } from '@/lib/network/pipeline';
import type { RunLog } from '@/lib/network/run';
import { listParameters, type WeightSet } from '@/lib/network/weights';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/run-file';
import { isSameArchitecture } from './architecture-schema';
import { isSealed, NO_SUM, seal } from './checksum';
import { runLogSchema } from './log';
import { type NamedTensor, unpackWeights } from './packed';
import { type Resumable, readResumable, resumableSchema, resumableTensors } from './resumable';

const FORMAT = 'pipeline-tracer-run';
const VERSION = 1;
/** Enough for the log of a few thousand epochs. */
const LONGEST_HEADER = 1 << 26;

type Tensors = ReadonlyMap<string, StoredTensor>;

/** The network at the end of an epoch. */
export interface RecordedEpoch {
  /** The number of training steps up to then. */
  readonly step: number;
  /** Its weights, in the form that `packWeights` returns without a prefix. */
  readonly tensors: Tensors;
}

/** A run with the weights of its epochs. */
export interface RecordedRun {
  readonly log: RunLog;
  /** One for each epoch of the log. */
  readonly epochs: ReadonlyMap<number, RecordedEpoch>;
  /** What the run needs to be resumed, or of one that stopped early its best epoch; null where it is finished or was left. */
  readonly resumable: Resumable | null;
}

const runSchema = v.object({
  log: runLogSchema,
  steps: v.array(v.pipe(v.number(), v.integer(), v.minValue(0))),
  resumable: v.nullable(resumableSchema),
});

const damaged = (detail: string) => fail(words.damaged(), detail);

/** Writes a run. Fails on weights that could not be read back: missing, not fitting, or not finite. */
export function writeRunFile(run: RecordedRun): Result<Uint8Array<ArrayBuffer>> {
  const { log, epochs, resumable } = run;
  const complete = checkRun(run);
  if (!complete.ok) return complete;
  const tensors = [...epochs].flatMap(([epoch, packed]) =>
    Array.from(packed.tensors, ([name, tensor]): NamedTensor => [`${epoch}/${name}`, tensor]),
  );
  const about = resumable && {
    network: resumable.network,
    optimizer: resumable.optimizer.map(({ name, counts }) => ({ name, counts })),
  };
  const file = writeSafetensors([...tensors, ...(resumable ? resumableTensors(resumable) : [])], 'F32', {
    format: FORMAT,
    version: `${VERSION}`,
    sha256: NO_SUM,
    run: JSON.stringify({
      log,
      steps: log.epochs.map(({ epoch }) => epochs.get(epoch)?.step),
      resumable: about,
    }),
  });
  const sealed = seal(file);
  return sealed.ok ? ok(file) : sealed;
}

/**
 * Reads a run, of this architecture or, if none is given, of any. Fails, with one sentence each, on a newer version, a
 * truncated file, a wrong checksum or a different architecture. Works in browsers and in Node.
 */
export function readRunFile(bytes: Uint8Array, architecture?: Architecture): Result<RecordedRun> {
  const file = readSafetensors(bytes, LONGEST_HEADER);
  if (!file.ok) return file;
  const { notes, tensors } = file.value;
  if (notes.format !== FORMAT) return fail(words.noRun(), notes.format);
  if (!/^[1-9]\d{0,5}$/.test(notes.version)) return damaged(`version ${notes.version}`);
  if (Number(notes.version) > VERSION) return fail(words.newer({ format: notes.version, own: VERSION }));
  if (!isSealed(bytes)) return damaged('its SHA-256 is another');
  const about = readAbout(notes.run);
  if (!about.ok) return about;
  const { log, steps } = about.value;
  if (steps.length !== log.epochs.length) return damaged(`${steps.length} steps`);
  if (architecture && !isSameArchitecture(log.architecture, architecture))
    return fail(words.otherNetwork({ other: log.architecture.name.slice(0, 40), own: architecture.name }));
  const resumable = about.value.resumable && readResumable(tensors, about.value.resumable);
  if (resumable && !resumable.ok) return resumable;
  const run = { log, epochs: byEpoch(log, steps, tensors), resumable: resumable?.value ?? null };
  const whole = checkRun(run);
  return whole.ok ? ok(run) : whole;
}

/** The weights of an epoch, the large kernels as approximated in the file. */
export function weightsOf({ epochs }: RecordedRun, epoch: number, pipeline: Pipeline): Result<WeightSet> {
  const packed = epochs.get(epoch);
  return packed ? unpackWeights(packed.tensors, pipeline) : fail(words.noEpoch({ epoch }));
}

function readAbout(text: string | undefined): Result<v.InferOutput<typeof runSchema>> {
  try {
    const read = v.safeParse(runSchema, JSON.parse(text ?? ''));
    return read.success ? ok(read.output) : damaged(v.summarize(read.issues));
  } catch (error) {
    return damaged(String(error));
  }
}

function byEpoch({ epochs }: RunLog, steps: readonly number[], tensors: Tensors): RecordedRun['epochs'] {
  const found = new Map(
    epochs.map(({ epoch }, at) => [epoch, { step: steps[at], tensors: new Map<string, StoredTensor>() }]),
  );
  for (const [name, tensor] of tensors) {
    const slash = name.indexOf('/');
    found.get(Number(name.slice(0, slash)))?.tensors.set(name.slice(slash + 1), tensor);
  }
  return found;
}

/** Whether all epochs have all their weights, and these fit the network. Unpacks one epoch at a time. */
function checkRun(run: RecordedRun): Result<void> {
  const pipeline = buildPipeline(run.log.architecture);
  if (!pipeline.ok) return pipeline;
  for (const { epoch } of run.log.epochs) {
    const weights = weightsOf(run, epoch, pipeline.value);
    if (!weights.ok) return weights;
  }
  const exact = run.resumable && unpackWeights(resumableMap(run.resumable), pipeline.value);
  return exact && !exact.ok ? exact : ok(undefined);
}

const resumableMap = ({ weights }: Resumable): Tensors => new Map(listParameters(weights));
