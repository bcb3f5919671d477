import { lastRow, nextIndex, oddsOfFirst, silentMaps, zeroInputs } from './of-answers';
import { brightestChannel, oneByte, strongerKernel, windowWinner } from './of-images';
import type { PuzzleWriter } from './puzzle';

/** What a lesson may ask before it explains: each is about the stage of the lesson, in any network that has one like it. */
export const PUZZLES = {
  brightestChannel,
  oneByte,
  strongerKernel,
  windowWinner,
  silentMaps,
  lastRow,
  nextIndex,
  zeroInputs,
  oddsOfFirst,
} satisfies Record<string, PuzzleWriter>;

export type PuzzleName = keyof typeof PUZZLES;
