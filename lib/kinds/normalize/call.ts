import * as v from 'valibot';
import { call, common } from '@/lib/kinds/parts/layer-call';
import { SCALE } from '../parts/layer-call-words';

/** The divisor that a scale means: 255 for 1 / 255, although 1 over that double is slightly larger. */
function divisorOf(scale: number): number {
  const divisor = 1 / scale;
  const whole = Math.round(divisor);
  return Math.abs(divisor - whole) < 1e-9 * divisor ? whole : divisor;
}

/** The call that creates this layer in “Try it”. */
export const layerCall = call(
  'rescaling',
  'normalize',
  v.strictObject({ scale: v.pipe(v.number(SCALE), v.gtValue(0, SCALE), v.maxValue(1, SCALE)), ...common }),
  ({ scale }, id) => ({ id, kind: 'normalize', divisor: divisorOf(scale) }),
);
