import type { CSSProperties } from 'react';

/** The width of a readable plane where there is room, in rem. */
export const PLANE_SIDE = 24;

/** The custom properties of a plane's frame: its size in values, and its largest width in rem. */
export const planeStyle = (height: number, width: number, side: number) =>
  ({ '--columns': width, '--rows': height, '--side': side }) as CSSProperties;
