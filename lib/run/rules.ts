import type { Rule } from './rule';
import { bestHeldOut, gapOpens, gapWidens, heldOutRising, heldOutTurns } from './rules-held-out';
import { fastFall, levelling, milestone, nothingLeft, plateau, setback, slowing, steady } from './rules-pace';
import { diverged, goodStart, nearChance, noNumber, roughStart, slowStart, untrained } from './rules-start';

/**
 * All rules, the most telling first. What breaks a run comes before what shows the network learning by heart,
 * and that before the pace of the fall. The last one always speaks.
 */
export const RULES: readonly Rule[] = [
  noNumber,
  untrained,
  diverged,
  nearChance,
  roughStart,
  slowStart,
  goodStart,
  heldOutTurns,
  heldOutRising,
  gapOpens,
  fastFall,
  gapWidens,
  bestHeldOut,
  setback,
  nothingLeft,
  milestone,
  plateau,
  levelling,
  slowing,
  steady,
];
