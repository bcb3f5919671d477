import type { EpochHandle } from '@/lib/network/handle';
import type { ClassOfEach } from '@/lib/network/run';
import type { TrainingSettings } from '@/lib/network/settings';
import { fail, ok, type Result } from '@/lib/result';
import { readSettings, settingsText } from '@/lib/run/settings';
import words from '@/words/engine-training';
import type { WeightSource } from '../protocol';
import { NO_NETWORK } from '../worker/networks';
import { leave } from './fork';
import type { Host } from './host';
import type { Images } from './images/images';
import { oneClass } from './images/trained-set';
import { Run } from './run';

/**
 * A learner's own images may have been relabelled, moved or deleted since the run was paused; of the course's there were
 * once no test images to follow, and different ones to train on.
 */
const isSameLabels = (now: ClassOfEach, then: ClassOfEach): boolean =>
  (['training', 'heldOut', 'test'] as const).every((part) => now[part]?.join() === then[part]?.join());

/** A requested run: these settings, from their initial weights or from a recorded epoch. */
export interface RequestedRun {
  readonly settings: TrainingSettings;
  readonly from: EpochHandle | null;
}

/**
 * A run at its start, with the network at its initial weights; or the stored run, if that can be resumed and
 * no other one is requested. Null when the request was superseded. If a run can't start, the network is not
 * changed.
 */
export async function beginRun(
  host: Host,
  images: Images,
  { settings, from }: RequestedRun,
  wanted: () => boolean,
): Promise<Result<Run> | null> {
  const { network } = host;
  const loaded = await images.load();
  if (!wanted()) return null;
  if (!loaded.ok) return loaded;
  const { model, log, resumable, state } = network;
  if (!model) return NO_NETWORK;
  const { classes, input } = model.pipeline.architecture;
  // The form has bounded them; a stored run may be from before.
  const on = {
    images: loaded.value.training.count,
    classes: classes.length,
    shape: input,
    stored: true,
  } as const;
  const read = readSettings(settingsText(settings), on);
  if (!read.settings) return fail(Object.values(read.problems).join(' '));
  if (oneClass(loaded.value.training.labels)) return fail(words.oneClass());
  const { training, heldOut, test = heldOut } = loaded.value;
  if (![training, heldOut, test].every(({ labels }) => labels.every((label) => label < classes.length)))
    return fail(words.otherClasses({ classes: classes.length }));
  const learning = model.pipeline.stages.filter(({ weights }) => weights !== null);
  if (learning.every(({ id }) => read.settings?.frozen?.includes(id))) return fail(words.allFrozen());
  if (!from && log && resumable) {
    const run = await Run.goOn(model, log, resumable, state.step, loaded.value);
    const free = isSameLabels(run.labels, log.labels) ? await host.goesOn(model) : fail(words.otherLabels());
    if (free.ok) return ok(run);
    run.dispose();
    return free;
  }
  const beginning = from && (await leave(host, from, read.settings));
  if (beginning && !beginning.ok) return beginning;
  if (!wanted()) return null;
  const fork = beginning?.value ?? null;
  const { seed, initialisation: scheme } = read.settings;
  const opened = scheme === 'opened' ? network.opened : null;
  if (scheme === 'opened' && !opened && !fork) return fail(words.notOpened());
  const source: WeightSource = fork
    ? { weights: fork.weights }
    : { initial: seed, scheme, ...(opened && { instead: opened }) };
  const set = await network.load(model.pipeline.architecture, source);
  if (!set.ok) return set;
  await host.began();
  const { model: begun, lastFull } = network;
  if (!begun || !lastFull || !wanted()) return null;
  return ok(await Run.begin(begun, read.settings, loaded.value, { weights: lastFull.weights, fork }));
}
