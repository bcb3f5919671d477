import type { EpochPoint, RunFacts } from '@/lib/run/curve';
import { type Observation, observe } from '@/lib/run/observations';

/** One epoch of a run with its observation. */
export interface Read<P extends EpochPoint = EpochPoint> {
  readonly point: P;
  readonly observation: Observation;
}

/** One epoch of both runs; either may have started or ended at a different one. */
export interface Reading {
  readonly epoch: number;
  readonly textbook: Read | null;
  readonly measured: Read | null;
}

const readAll = (points: readonly EpochPoint[], facts: RunFacts): Map<number, Read> => {
  const observations = observe(points, facts);
  return new Map(points.map((point, at) => [point.epoch, { point, observation: observations[at] }]));
};

/** The textbook's trace and a measured run, epoch by epoch. */
export function readingsOf(
  textbook: readonly EpochPoint[],
  measured: readonly EpochPoint[],
  facts: RunFacts,
): Reading[] {
  const textbookRead = readAll(textbook, facts);
  const read = readAll(measured, facts);
  const epochs = [...new Set([...textbookRead.keys(), ...read.keys()])].sort((a, b) => a - b);
  return epochs.map((epoch) => ({
    epoch,
    textbook: textbookRead.get(epoch) ?? null,
    measured: read.get(epoch) ?? null,
  }));
}
