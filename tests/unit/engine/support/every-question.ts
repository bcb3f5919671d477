/** Everything that the page can ask of an engine, in a possible order. */
import type { EngineCalls } from '@/lib/engine/api';
import type { ExaminerQuestion } from '@/lib/engine/examine-protocol';
import type { WeightSource } from '@/lib/engine/protocol';
import type { Architecture } from '@/lib/network/architecture';
import type { BackendName } from '@/lib/network/backends';
import { type EpochHandle, type NetworkHandle, OWN } from '@/lib/network/handle';
import type { TrainingSettings } from '@/lib/network/settings';

/** The engine in the worker, and the client of the page: they differ in what `examine` returns. */
interface Asked extends Omit<EngineCalls, 'examine'> {
  examine(handle: NetworkHandle, question: ExaminerQuestion): Promise<unknown>;
}

interface About {
  readonly architecture: Architecture;
  readonly source: WeightSource;
  readonly pixels: Uint8Array;
  readonly epoch: EpochHandle;
  readonly settings: TrainingSettings;
  readonly backend: BackendName;
}

const COPY = { copy: 1 };

export const everyQuestion = ({ architecture, source, pixels, epoch, settings, backend }: About) =>
  ({
    open: (to) => to.open({ handle: OWN, architecture, source }),
    reset: (to) => to.open({ handle: OWN, architecture, source: { initial: 1 } }),
    takeOver: (to) => to.open({ handle: OWN, architecture, source: { opened: 'file-1' } }),
    openCopy: (to) => to.open({ handle: COPY, architecture, source: { weights: {} } }),
    openRun: (to) => to.openRun(new Uint8Array(3)),
    trace: (to) => to.trace(OWN, pixels),
    traceEpoch: (to) => to.trace(epoch, pixels),
    preview: (to) => to.trace(epoch, pixels, 'preview'),
    traceCopy: (to) => to.trace(COPY, pixels),
    frameOfCopy: (to) => to.trace(COPY, pixels, {}),
    predict: (to) => to.predict(OWN, pixels, 1),
    predictCopy: (to) => to.predict(COPY, pixels, 1),
    weights: (to) => to.weights(OWN),
    exactWeights: (to) => to.weights(epoch, 'exact'),
    begin: (to) => to.train(OWN, { order: 'begin', settings }),
    branch: (to) => to.train(epoch, { order: 'begin', settings }),
    step: (to) => to.train(OWN, { order: 'advance', settings, to: 'step' }),
    epoch: (to) => to.train(OWN, { order: 'advance', settings, to: 'epoch' }),
    resume: (to) => to.train(OWN, { order: 'resume' }),
    pause: (to) => to.train(OWN, { order: 'pause' }),
    stop: (to) => to.train(OWN, { order: 'stop' }),
    evaluation: (to) => to.examine(OWN, { name: 'evaluation', set: 'heldOut' }),
    survey: (to) => to.examine(COPY, { name: 'survey', set: 'heldOut', stage: 'conv1' }),
    integrated: (to) => to.examine(COPY, { name: 'integrated', pixels, unit: 0, steps: 2 }),
    nextStep: (to) => to.examine(OWN, { name: 'step', settings }),
    stepWeight: (to) =>
      to.examine(OWN, { name: 'stepWeight', stage: 'conv1', place: { part: 'bias', index: [0] } }),
    shippedRun: (to) => to.shippedRun(),
    writeRun: (to) => to.writeRun('own'),
    closeRun: (to) => to.close({ run: 'file-1' }),
    closeCopy: (to) => to.close(COPY),
    chooseBackend: (to) => to.chooseBackend(backend),
  }) satisfies Record<string, (to: Asked) => Promise<unknown>>;
