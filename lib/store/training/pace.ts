import { hasSpareCore } from '@/lib/engine/backends/spare-core';

/** How often a training network is drawn, in milliseconds. */
interface Pace {
  /** Its steps: twenty times a second nobody reads a number. */
  readonly steps: number;
  /** Its maps of the chosen image: to trace the image and to draw all its maps takes about as long as a step. */
  readonly maps: number;
}

const BESIDE: Pace = { steps: 250, maps: 500 };
/** Half as often saves a twentieth of the run on two cores. */
const IN_TURN: Pace = { steps: 500, maps: 1000 };

/** Drawing comes out of the steps’ time where the engine needs every core. */
export const pace = (): Pace => (hasSpareCore() ? BESIDE : IN_TURN);
