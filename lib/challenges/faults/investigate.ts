import type { Case, Evidence } from '@/lib/challenges/faults/evidence';
import type { EngineClient } from '@/lib/engine/client/client';
import { type Lead, runToEnd } from '@/lib/engine/client/run-to-end';
import { OWN } from '@/lib/network/handle';
import type { SubjectFiles } from '@/lib/network/subject';
import type { Pixels } from '@/lib/network/trace';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/fault-evidence';

/** What a case is trained on, and the image that its network is shown afterwards. */
export interface CaseImages {
  readonly files: SubjectFiles;
  readonly pixels: Pixels;
}

/**
 * Trains a case to its end and collects the evidence. A run that diverges or is stopped yields evidence too.
 */
export async function investigate(
  engine: EngineClient,
  { settings, architecture }: Case,
  { pixels, files }: CaseImages,
  lead: Lead = {},
): Promise<Result<Evidence>> {
  const source = { initial: settings.seed };
  const opened = await engine.open({ handle: OWN, architecture, source, files });
  if (!opened.ok) return opened;
  const ended = await runToEnd({ engine, handle: OWN }, settings, lead);
  if (!ended.ok) return ended;
  const { log, batches } = ended.value;
  if (log === null) return fail(words.nothing());
  const trace = await engine.trace(OWN, pixels);
  return trace.ok ? ok({ log, batches, stages: trace.value.stages }) : trace;
}
