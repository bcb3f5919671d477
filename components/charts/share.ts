/** A share as a bar can show it: what is no number has no length, and nothing is longer than all. */
export const barShare = (share: number | undefined): number =>
  share === undefined || Number.isNaN(share) ? 0 : Math.max(0, Math.min(1, share));

/** The same as a length in CSS: "25%". */
export const barLength = (share: number | undefined): string => `${barShare(share) * 100}%`;
