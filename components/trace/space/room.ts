import { FULL_ROOM } from '@/lib/provenance/space/layout';

/** Gigabytes of a device, and how many values are drawn on one with no more: textures share its memory with the network. */
const SCARCE = [
  { memory: 1, room: 1_500_000 },
  { memory: 2, room: 4_000_000 },
] as const;

/** Gigabytes of memory, as far as the browser says it: it rounds, and many don't say anything. */
export const deviceMemory = (): number =>
  (navigator as Navigator & { readonly deviceMemory?: number }).deviceMemory ?? Number.POSITIVE_INFINITY;

/** How many values are drawn in space on this device. */
export const roomHere = (): number =>
  SCARCE.find(({ memory }) => deviceMemory() <= memory)?.room ?? FULL_ROOM;
