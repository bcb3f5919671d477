import { REFERENCE } from '@/lib/course/reference';
import { COURSE } from '@/lib/course/subject';
import { createEngine, type EngineClient } from '@/lib/engine/client/client';
import type { EngineEvent, WeightSource } from '@/lib/engine/protocol';
import type { Architecture } from '@/lib/network/architecture';
import { OWN } from '@/lib/network/handle';
import { filesOf } from '@/lib/network/subject';
import { must } from '@/lib/result';
import { ordersTo } from './orders';

/** The workers that were started, so that a test can kill one. */
export const workers: Worker[] = [];

const Plain = globalThis.Worker;
globalThis.Worker = class extends Plain {
  constructor(address: string | URL, options?: WorkerOptions) {
    super(address, options);
    workers.push(this);
  }
};

export interface Started {
  readonly engine: EngineClient;
  readonly orders: ReturnType<typeof ordersTo>;
  readonly events: EngineEvent[];
  /** Settles with the first event that matches, past or future. */
  until<T extends EngineEvent>(wanted: (event: EngineEvent) => event is T): Promise<T>;
}

/** The engine as a page has it, in the worker that `npm run engine` bundled. */
export async function startEngine(
  source: WeightSource = 'shipped',
  architecture: Architecture = REFERENCE,
): Promise<Started> {
  const engine = createEngine({ base: '' });
  const events: EngineEvent[] = [];
  const waiting = new Set<() => void>();
  engine.subscribe((event) => {
    events.push(event);
    for (const look of waiting) look();
  });
  const until: Started['until'] = (wanted) =>
    new Promise((resolve) => {
      const look = () => {
        const found = events.find(wanted);
        if (!found) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
    });
  must(await engine.open({ handle: OWN, architecture, source, files: filesOf(COURSE) }));
  return { engine, orders: ordersTo(engine), events, until };
}

type Of<Type extends EngineEvent['type']> = Extract<EngineEvent, { type: Type }>;

export const isReport = (event: EngineEvent): event is Of<'report'> => event.type === 'report';
export const isMessage = (event: EngineEvent): event is Of<'message'> => event.type === 'message';
/** Waits until the network has all its weights. */
export const isWhole = (event: EngineEvent): event is Of<'network'> =>
  event.type === 'network' && event.complete;

/** The bytes of a sample image. */
export async function sample(id: string): Promise<Uint8Array> {
  const response = await fetch(`/images/samples/${id}.bin`);
  return new Uint8Array(await response.arrayBuffer());
}
