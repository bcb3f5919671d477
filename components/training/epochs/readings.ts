import { REFERENCE_FACTS } from '@/lib/course/facts';
import { HELD_OUT_COUNT } from '@/lib/course/picture-sets';
import { CLASSES } from '@/lib/course/reference';
import type { EpochPoint, RunFacts } from '@/lib/run/curve';
import { type Observation, observe } from '@/lib/run/observations';

const FACTS: RunFacts = { classes: CLASSES.length, heldOutPictures: HELD_OUT_COUNT };

/** One epoch of a run with what is to be said about it. */
export interface Read<P extends EpochPoint = EpochPoint> {
  readonly point: P;
  readonly observation: Observation;
}

/** One epoch of both runs; either may have ended, or begun, elsewhere. */
export interface Reading {
  readonly epoch: number;
  readonly textbook: Read | null;
  readonly measured: Read | null;
}

const readAll = (points: readonly EpochPoint[]): Map<number, Read> => {
  const observations = observe(points, FACTS);
  return new Map(points.map((point, at) => [point.epoch, { point, observation: observations[at] }]));
};

export const TEXTBOOK: readonly EpochPoint[] = REFERENCE_FACTS.trainingTrace;
const textbookRead = readAll(TEXTBOOK);

/** The textbook's trace and a measured run, epoch by epoch. */
export function readingsOf(measured: readonly EpochPoint[]): Reading[] {
  const read = readAll(measured);
  const epochs = [...new Set([...textbookRead.keys(), ...read.keys()])].sort((a, b) => a - b);
  return epochs.map((epoch) => ({
    epoch,
    textbook: textbookRead.get(epoch) ?? null,
    measured: read.get(epoch) ?? null,
  }));
}
