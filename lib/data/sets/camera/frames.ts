/** Frames from a camera, or drawings from a pad, class by class, until they are a data set. */
import { type MapShape, size } from '@/lib/tensor/tensor';
import words from '@/words/data-camera';
import type { LabelledSet, SetForm } from '../labelled-set';
import { burstSplits } from './burst-splits';

/** One frame of a class, as the set has it. `burst`: frames of one press of the button have the same number. */
export interface Frame {
  readonly pixels: Uint8Array;
  readonly burst: number;
}

export interface CapturedClass {
  /** Stays the same while classes come and go. */
  readonly id: number;
  readonly name: string;
  readonly frames: readonly Frame[];
}

/** The most frames of all classes together. */
export const MOST_FRAMES = 3000;

export const frameCount = (classes: readonly CapturedClass[]): number =>
  classes.reduce((sum, { frames }) => sum + frames.length, 0);

const isSame = (a: Frame, b: Frame): boolean =>
  a.burst === b.burst && a.pixels.every((value, at) => value === b.pixels[at]);

/** The class with one frame more, unless the camera has not seen anything new since the last one of the same burst. */
export function withFrame(one: CapturedClass, frame: Frame): CapturedClass {
  const last = one.frames.at(-1);
  return last && isSame(last, frame) ? one : { ...one, frames: [...one.frames, frame] };
}

/** The class without the frames of its last burst. */
export function withoutLastBurst(one: CapturedClass): CapturedClass {
  const last = one.frames.at(-1)?.burst;
  return { ...one, frames: one.frames.filter(({ burst }) => burst !== last) };
}

/** A name that two classes with frames have, whatever its capitals; null where all are different. */
export function sharedName(classes: readonly CapturedClass[]): string | null {
  const taken = new Set<string>();
  for (const { name, frames } of classes) {
    const key = name.trim().normalize('NFC').toLowerCase();
    if (frames.length === 0) continue;
    if (taken.has(key)) return name.trim();
    taken.add(key);
  }
  return null;
}

/** Whether any press of the button took more than one frame. */
const hasBursts = (classes: readonly CapturedClass[]): boolean =>
  classes.some(({ frames }) => frames.some(({ burst }, at) => at > 0 && burst === frames[at - 1].burst));

/**
 * The set of all frames, class by class; classes without frames are left out. Bursts are divided here, where their frames
 * are still known; what was taken one by one is divided as any set is, when it is trained on.
 */
export function capturedSet(
  name: string,
  classes: readonly CapturedClass[],
  shape: MapShape,
  form: SetForm = 'camera',
): LabelledSet {
  const used = classes.filter(({ frames }) => frames.length > 0);
  const bytes = size(shape);
  const count = frameCount(used);
  const pixels = new Uint8Array(count * bytes);
  const labels = new Uint16Array(count);
  const splits = new Uint8Array(count);
  const isDivided = hasBursts(used);
  let at = 0;
  for (const [label, { frames }] of used.entries()) {
    if (isDivided) splits.set(burstSplits(frames.map(({ burst }) => burst)), at);
    for (const frame of frames) {
      pixels.set(frame.pixels, at * bytes);
      labels[at++] = label;
    }
  }
  return {
    name,
    form,
    classes: used.map((one) => one.name.trim()),
    shape,
    count,
    pixels,
    labels,
    splits,
    notes: isDivided ? [words.bursts()] : [],
  };
}
