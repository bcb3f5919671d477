/**
 * The ways to learn the same network, in the order in which they are offered; each has a file in
 * `content/modes`.
 */
export const MODES = [
  'trace',
  'why',
  'concept',
  'deep-dive',
  'try-it',
  'challenge',
  'experiment',
  'metrics',
  'recall',
] as const;
export type ModeId = (typeof MODES)[number];
