/** A share for a bar: NaN has no length, and the maximum is 1. */
export const barShare = (share: number | undefined): number =>
  share === undefined || Number.isNaN(share) ? 0 : Math.max(0, Math.min(1, share));

/** The same as a CSS length: "25%". */
export const barLength = (share: number | undefined): string => `${barShare(share) * 100}%`;

/** The same as the style of a bar as wide as its track, which the browser can move without a new layout. */
export const barFill = (share: number | undefined) => ({ transform: `scaleX(${barShare(share)})` });
