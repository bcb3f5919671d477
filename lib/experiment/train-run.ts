import type { EngineClient } from '@/lib/engine/client/client';
import { type Lead, runToEnd } from '@/lib/engine/client/run-to-end';
import { OWN } from '@/lib/network/handle';
import type { EpochRecord } from '@/lib/network/run';
import type { ImageSource } from '@/lib/network/subject';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/experiment-plan';
import type { Condition } from './factors';
import type { EpochFigures, FinishedRun, PlannedRun } from './plan';

const LOST = fail(words.lost());

const figuresOf = ({ epoch, loss, accuracy, heldOutLoss, heldOutAccuracy }: EpochRecord): EpochFigures => ({
  epoch,
  loss,
  accuracy,
  heldOutLoss,
  heldOutAccuracy,
});

/**
 * Trains one run from its seed to its end, on these images, and collects its figures. While it is held it pauses after the
 * current step and continues from there. A diverged run is a result; a broken engine is a failure.
 */
export async function trainRun(
  engine: EngineClient,
  planned: PlannedRun,
  { settings, architecture }: Condition,
  lead: Lead & Required<Pick<Lead, 'hold'>>,
  images: ImageSource | null,
): Promise<Result<FinishedRun>> {
  const opened = await engine.open({
    handle: OWN,
    architecture,
    source: { initial: settings.seed },
    files: { images, shipped: null },
  });
  if (!opened.ok) return opened;
  await lead.hold.clear();
  const ended = await runToEnd({ engine, handle: OWN }, settings, lead);
  if (!ended.ok) return ended;
  const { how, problem, log } = ended.value;
  if (how === 'stopped') return LOST;
  const records = log?.epochs ?? [];
  const milliseconds = records.reduce((sum, record) => sum + record.milliseconds, 0);
  return ok({ ...planned, epochs: records.map(figuresOf), broke: problem?.sentence ?? null, milliseconds });
}
