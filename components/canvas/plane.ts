import type { CSSProperties } from 'react';

/** How wide a plane that is read stands on the page where there is room, in rem. */
export const PLANE_SIDE = 24;

/** What the styles of a plane's frame need to know: its sizes in values, and how wide it may be, in rem. */
export const planeStyle = (height: number, width: number, side: number) =>
  ({ '--columns': width, '--rows': height, '--side': side }) as CSSProperties;
