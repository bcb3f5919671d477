/** Trains a network on a few images, from the frozen photographs' network or from scratch, as a page does. */
import { expose } from 'comlink';
import { createEngine } from '@/lib/engine/client/client';
import { runToEnd } from '@/lib/engine/client/run-to-end';
import type { Architecture } from '@/lib/network/architecture';
import { OWN } from '@/lib/network/handle';
import type { EpochRecord } from '@/lib/network/run';
import type { TrainingSettings } from '@/lib/network/settings';
import type { ImageAddresses } from '@/lib/network/subject';
import { must } from '@/lib/result';
import { transferredWeights } from '@/lib/store/subject/train-on-set';

/** What the lab is to train. */
export interface TransferRun {
  readonly architecture: Architecture;
  readonly settings: TrainingSettings;
  readonly images: ImageAddresses;
}

async function train({ architecture, settings, images }: TransferRun): Promise<readonly EpochRecord[]> {
  const brought = settings.initialisation === 'opened' ? must(await transferredWeights(architecture)) : null;
  const engine = createEngine({ base: '', keeps: false });
  const files = { images, shipped: null, ...(brought && { brought }) };
  const source = brought ? { weights: brought } : { initial: settings.seed };
  must(await engine.open({ handle: OWN, architecture, source, subject: 'transfer', files }));
  const { how, problem, log } = must(await runToEnd(engine, settings));
  engine.dispose();
  if (how !== 'finished' || !log) throw new Error(problem?.sentence ?? 'the run left no log');
  return log.epochs;
}

expose({ train });
