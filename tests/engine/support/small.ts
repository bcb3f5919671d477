import { REFERENCE } from '@/lib/course/reference';
import { COURSE } from '@/lib/course/subject';
import type { EngineEvent } from '@/lib/engine/protocol';
import { Engine } from '@/lib/engine/worker/engine';
import type { Architecture } from '@/lib/network/architecture';
import type { TrainingEvent } from '@/lib/network/run';
import type { TrainingSettings } from '@/lib/network/settings';
import { filesOf } from '@/lib/network/subject';
import { must } from '@/lib/result';
import { ordersTo } from './orders';

/** A network with the reference's kinds of layers that trains an epoch in a second or two. */
export const SMALL: Architecture = {
  ...REFERENCE,
  name: 'small',
  layers: [
    { id: 'input', kind: 'input' },
    { id: 'normalize', kind: 'normalize', divisor: 255 },
    { id: 'conv1', kind: 'conv2d', filters: 4, kernel: 3, stride: 2, padding: 'valid', activation: 'relu' },
    { id: 'pool1', kind: 'maxPool', size: 4, stride: 4, padding: 'valid' },
    { id: 'flatten', kind: 'flatten' },
    { id: 'output', kind: 'dense', units: 10, activation: 'softmax' },
  ],
};

/** Layers without an activation and pixels up to 255: with a high learning rate each step is larger than the one before. */
export const EXPLOSIVE: Architecture = {
  ...SMALL,
  name: 'explosive',
  layers: SMALL.layers.map((layer) => {
    if (layer.kind === 'normalize') return { ...layer, divisor: 1 };
    return layer.kind === 'conv2d' ? { ...layer, activation: 'linear' } : layer;
  }),
};

export const SETTINGS: TrainingSettings = {
  optimizer: 'adam',
  learningRate: 0.003,
  batchSize: 50,
  epochs: 2,
  seed: 4,
};

const events: TrainingEvent[] = [];
const messages: string[] = [];
let onEvent = () => {};
/** In the test's own thread, and only one: the names of a backend's variables are unique. */
let engine: Engine | undefined;

/** The engine with the small network in its initial state, and the training events that follow. */
export async function smallEngine(architecture = SMALL) {
  engine ??= new Engine(
    { base: '', threads: false, avoid: [], keeps: true, lifeline: 'test' },
    (event: EngineEvent) => {
      if (event.type === 'message') messages.push(event.problem.sentence);
      if (event.type !== 'training') return;
      events.push(event.event);
      onEvent();
    },
    () => {},
  );
  onEvent = () => {};
  must(await engine.load(architecture, { initial: 1 }, { files: filesOf(COURSE) }));
  events.length = 0;
  messages.length = 0;
  const trainer = await engine.trainer();
  return {
    engine,
    events,
    /** The sentences for the learner. */
    messages,
    trainer,
    orders: ordersTo(trainer),
    /** The losses of all steps so far. */
    losses: () => events.flatMap((event) => (event.type === 'batch' ? [event.loss] : [])),
    /** Settles with the first event that matches, past or future. */
    until: <E extends TrainingEvent>(wanted: (event: TrainingEvent) => event is E) =>
      new Promise<E>((resolve) => {
        onEvent = () => {
          const found = events.find(wanted);
          if (found) resolve(found);
        };
        onEvent();
      }),
  };
}

/** Whether an event has a type; for `until`. */
export const isOf =
  <T extends TrainingEvent['type']>(type: T) =>
  (event: TrainingEvent): event is TrainingEvent & { readonly type: T } =>
    event.type === type;
