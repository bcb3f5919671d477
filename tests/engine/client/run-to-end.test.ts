import { range } from 'd3-array';
import { afterEach, expect, test } from 'vitest';
import type { EngineClient } from '@/lib/engine/client/client';
import { Hold } from '@/lib/engine/client/hold';
import { type EndedRun, type Lead, runToEnd } from '@/lib/engine/client/run-to-end';
import { OWN } from '@/lib/network/handle';
import type { TrainingSettings } from '@/lib/network/settings';
import { must } from '@/lib/result';
import { EXPLOSIVE, SETTINGS, SMALL } from '../support/small';
import { startEngine, workers } from '../support/worker-kit';

/** Four steps an epoch. */
const RUN: TrainingSettings = { ...SETTINGS, images: 40, batchSize: 10, epochs: 3 };
/** Twenty: a worker that trains ahead of what the page has seen of it is still in the same epoch. */
const LONG: TrainingSettings = { ...RUN, images: 200 };
const PATIENCE_MS = 120_000;

const engines: EngineClient[] = [];
afterEach(() => {
  for (const engine of engines.splice(0)) engine.dispose();
});

async function ended(settings: TrainingSettings, lead: Lead = {}, architecture = SMALL): Promise<EndedRun> {
  const { engine } = await startEngine({ initial: settings.seed }, architecture);
  engines.push(engine);
  return must(await runToEnd({ engine, handle: OWN }, settings, lead));
}

test('a run from an epoch of the past branches off there', async () => {
  const { engine } = await startEngine({ initial: RUN.seed }, SMALL);
  engines.push(engine);
  must(await runToEnd({ engine, handle: OWN }, RUN));
  const { how, log, batches } = must(
    await runToEnd({ engine, handle: { run: 'own', epoch: 1 } }, { ...RUN, learningRate: 0.001 }),
  );
  expect(how).toBe('finished');
  expect(log?.parent).toMatchObject({ epoch: 1, settings: RUN });
  expect(batches.map(({ epoch }) => epoch)).toEqual([2, 2, 2, 2, 3, 3, 3, 3]);
});

/** All that a run's seed must repeat: everything except the time it took. */
const repeated = ({ batches, log }: EndedRun) => ({
  steps: batches.map(({ step, loss }) => [step, loss]),
  epochs: log?.epochs.map(({ milliseconds, ...record }) => record),
});

test(
  'a run ends the same when its worker dies on the way, and when it was paused',
  async () => {
    const whole = await ended(LONG);
    expect(whole).toMatchObject({ how: 'finished', problem: null, network: { epoch: 3, step: 60 } });
    expect(whole.batches.map(({ step }) => step)).toEqual(range(1, 61));

    let deaths = 0;
    const onBatch: Lead['onBatch'] = ({ step }) => {
      // In the second epoch: the run goes back to the end of the first.
      if (step === 22 && deaths++ === 0) workers.at(-1)?.terminate();
    };
    expect(repeated(await ended(LONG, { onBatch }))).toEqual(repeated(whole));
    expect(deaths).toBe(2);

    const hold = new Hold();
    let holds = 0;
    const interrupted = await ended(LONG, {
      hold,
      onBatch: ({ step }) => {
        if (step !== 22 || holds++ > 0) return;
        hold.set(true);
        setTimeout(() => hold.set(false), 300);
      },
    });
    expect(holds).toBe(1);
    expect(repeated(interrupted)).toEqual(repeated(whole));
  },
  PATIENCE_MS,
);

test(
  'a run that is abandoned or diverges says so and keeps what it had',
  async () => {
    const end = new AbortController();
    const stopped = await ended(RUN, {
      signal: end.signal,
      onEpoch: ({ epoch }) => epoch === 1 && end.abort(),
    });
    expect(stopped.how).toBe('stopped');
    expect(stopped.log?.epochs.map(({ epoch }) => epoch)).toEqual([0, 1]);
    expect(await ended(RUN, { signal: end.signal })).toMatchObject({ how: 'stopped', batches: [] });

    const settings: TrainingSettings = { ...RUN, optimizer: 'momentum', learningRate: 1, epochs: 20 };
    const diverged = await ended(settings, {}, EXPLOSIVE);
    expect(diverged.how).toBe('diverged');
    expect(diverged.problem?.sentence).toMatch(/no finite number/);
    expect(diverged.log?.epochs[0].epoch).toBe(0);
  },
  PATIENCE_MS,
);
