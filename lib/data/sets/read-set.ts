/** Reads a data set from chosen files: first its form and what there is of it, then its images. */
import { formatBytes } from '@/lib/format/bytes';
import { fail, ok, type Problem, type Result } from '@/lib/result';
import type { ChosenFile } from '@/lib/site/chosen-files';
import { size } from '@/lib/tensor/tensor';
import words from '@/words/data-sets';
import { type Container, Refusal } from '../archives/container';
import { openContainer } from '../archives/open-container';
import { baseName, stemOf } from '../archives/paths';
import { cifarSet } from './cifar/cifar';
import { Draft } from './draft';
import { imagesSet } from './files/images-set';
import { idxSet } from './idx-set';
import { cardOfKnown } from './known/about';
import { recognised } from './known/recognise';
import type { LabelledSet, ReadOutcome, ReadProgress, SetChoice } from './labelled-set';
import { npzSet } from './npz';
import type { DecodeImage, SetPlan } from './plan';

/** All images of a set together: they are in memory, and once more where they are trained on. */
export const MOST_BYTES = 1e9;

/** What reading ends with besides what it yields. */
const problemOf = (error: unknown): Problem =>
  error instanceof Refusal ? error.problem : { sentence: words.broken(), detail: String(error) };

/** A recognised set, and whether its archive is cut off. */
export interface RecognisedSet {
  readonly plan: SetPlan;
  readonly problem: Problem | null;
}

/** Tells the form of a set by the names and the first bytes of its files; `folders` may be empty. Never throws. */
export async function recogniseSet(
  chosen: readonly ChosenFile[],
  folders: readonly string[] = [],
): Promise<Result<RecognisedSet>> {
  if (chosen.length === 0) return fail(words.nothing());
  try {
    const container = await openContainer(chosen, folders);
    return ok({ plan: await planOf(container, titleOf(chosen)), problem: container.problem });
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  }
}

/** A form that knows its files by their names is asked before one that takes what there is. */
async function planOf(container: Container, name: string): Promise<SetPlan> {
  return (
    (await npzSet(container, name)) ??
    (await cifarSet(container, name)) ??
    (await idxSet(container, name)) ??
    (await imagesSet(container, name))
  );
}

/** What chosen files are called together: by their folder, or by the only one. */
function titleOf(chosen: readonly ChosenFile[]): string {
  const [folder, ...rest] = chosen[0].name.split('/');
  if (rest.length > 0 && chosen.every(({ name }) => name.startsWith(`${folder}/`))) return folder;
  return chosen.length === 1
    ? stemOf(baseName(chosen[0].name))
    : words.severalFiles({ count: chosen.length });
}

/**
 * Reads the images of a recognised set, and yields how far it is. Never throws: what ends it, an aborted `signal` too, is the
 * outcome's problem, beside what was read until then.
 */
export async function* readSet(
  { plan, problem }: RecognisedSet,
  choice: SetChoice,
  decode: DecodeImage,
  signal: AbortSignal,
): AsyncGenerator<ReadProgress, ReadOutcome> {
  const needed = plan.count * size(choice.shape);
  if (needed > MOST_BYTES) {
    const { count } = plan;
    const sentence = words.tooMuch({ count, size: formatBytes(needed), most: formatBytes(MOST_BYTES) });
    return { set: null, problem: { sentence } };
  }
  let ended = problem;
  let draft: Draft | null = null;
  try {
    draft = new Draft(plan.count, choice.shape);
    yield { done: 0, total: plan.count };
    for await (const _ of plan.read(draft, choice, decode)) {
      if (signal.aborted) throw new Refusal(words.cancelled());
      yield { done: draft.done, total: plan.count };
    }
  } catch (error) {
    ended = draft ? problemOf(error) : { sentence: words.noMemory(), detail: String(error) };
  }
  const read = draft?.finish(plan.name, plan.form, plan.classes, plan.onlyUsed) ?? null;
  const set = read && described(read, plan, choice);
  return { set, problem: ended ?? (set ? null : noneOf(draft)) };
}

/** A set with what is known of it: by its files, or by what it is. */
function described(set: LabelledSet, plan: SetPlan, { fit }: SetChoice): LabelledSet {
  const known = plan.known ?? recognised(set);
  const card = plan.card ?? (known && cardOfKnown(known));
  return { ...set, fit, ...(card && { card }), ...(known && { known }) };
}

const noneOf = (draft: Draft | null): Problem => ({
  sentence: words.noneReadable({ reason: draft?.reasons()[0] ?? '' }).trim(),
});
