/** Everything that a learner can take home of a network, part by part and as one archive. */
import type { RunLog } from '@/lib/network/run';
import type { TrainingSettings } from '@/lib/network/settings';
import type { StageTrace } from '@/lib/network/trace';
import { kerasFile } from './code/keras';
import { asNotebook } from './code/notebook';
import { pytorchFile } from './code/pytorch';
import { scriptFile } from './code/script';
import { asKeras } from './keras/archive';
import { FILES } from './names';
import { textFile, type WrittenFile, type WrittenNetwork } from './network';
import { checkScript } from './numpy/check';
import { asNpz } from './numpy/npz';
import { asOnnx } from './onnx/model';
import { readme } from './readme';
import { runAsCsv } from './run/csv';
import { asEventFiles } from './run/events';
import { asSafetensors } from './safetensors';
import { asLayersModel } from './tfjs';
import { zipOf } from './zip';

/** What is taken home. */
export interface TakenHome extends WrittenNetwork {
  /** Every stage's output on the chosen image; empty where none is chosen. */
  readonly stages: readonly Pick<StageTrace, 'stage' | 'shape' | 'values'>[];
  /** The run that made the weights; null where there is none. */
  readonly run: Pick<RunLog, 'epochs'> | null;
  /** The settings of that run; null where they aren't known. */
  readonly settings: TrainingSettings | null;
  /** Where the data set's images come from: a sentence or two, in English. */
  readonly source: string;
  /** The id of that data set. */
  readonly dataSet: string;
  /** When it is taken home, in seconds since 1970: event files need a time. */
  readonly now: number;
}

export const PARTS = [
  'layersModel',
  'keras',
  'onnx',
  'safetensors',
  'kerasCode',
  'pytorchCode',
  'scriptCode',
  'notebook',
  'check',
  'csv',
  'events',
] as const;
export type PartId = (typeof PARTS)[number];

type WriteRun = (run: NonNullable<TakenHome['run']>, home: TakenHome) => readonly WrittenFile[];

/** What needs a run; without one there is nothing of it. */
const ofRun =
  (write: WriteRun) =>
  (home: TakenHome): readonly WrittenFile[] =>
    home.run ? write(home.run, home) : [];

const weights = (home: TakenHome): WrittenFile => ({ name: FILES.weights, bytes: asSafetensors(home) });

/** The stages of the image, and the script that computes them again, with the weights that it needs. */
function checked(home: TakenHome): readonly WrittenFile[] {
  if (home.stages.length !== home.pipeline.stages.length) return [];
  const stages = asNpz(home.stages.map((stage) => [stage.stage, stage] as const));
  return [
    { name: FILES.stages, bytes: stages },
    textFile(FILES.check, checkScript(home.pipeline)),
    weights(home),
  ];
}

const WRITERS: Readonly<Record<PartId, (home: TakenHome) => readonly WrittenFile[]>> = {
  layersModel: (home) => asLayersModel(home).map(({ name, bytes }) => ({ name: `tfjs/${name}`, bytes })),
  keras: (home) => [{ name: FILES.keras, bytes: asKeras(home) }],
  onnx: (home) => [{ name: FILES.onnx, bytes: asOnnx(home) }],
  safetensors: (home) => [weights(home)],
  kerasCode: (home) => [textFile(FILES.kerasCode, kerasFile(home))],
  pytorchCode: (home) => [textFile(FILES.pytorchCode, pytorchFile(home))],
  scriptCode: (home) => [textFile(FILES.scriptCode, scriptFile(home))],
  notebook: (home) => [textFile(FILES.notebook, asNotebook(home))],
  check: checked,
  csv: ofRun((run) => [textFile(FILES.csv, runAsCsv(run))]),
  events: ofRun((run, { now }) =>
    asEventFiles(run, now).map(({ name, bytes }) => ({ name: `${FILES.events}/${name}`, bytes })),
  ),
};

/** What a part of several files is called as an archive. */
const ARCHIVES: Partial<Readonly<Record<PartId, string>>> = {
  layersModel: 'network-tfjs.zip',
  check: 'check.zip',
  events: 'tensorboard.zip',
};

/** One part as the file that is saved; null where this network has none: no image chosen, or no run. */
export function partOf(id: PartId, home: TakenHome): WrittenFile | null {
  const files = WRITERS[id](home);
  if (files.length === 0) return null;
  const archive = ARCHIVES[id];
  return archive ? { name: archive, bytes: zipOf(files) } : files[0];
}

/** All files of all parts, each once, with a text that says what they are. */
export function filesOf(home: TakenHome): readonly WrittenFile[] {
  const files = new Map<string, WrittenFile>();
  for (const id of PARTS) for (const file of WRITERS[id](home)) files.set(file.name, file);
  return [textFile(FILES.readme, readme(home.pipeline, [...files.keys()])), ...files.values()];
}

/** Everything in one zip archive. */
export const bundle = (home: TakenHome): Uint8Array<ArrayBuffer> => zipOf(filesOf(home));
