import * as v from 'valibot';
import { call, common } from '@/lib/kinds/parts/layer-call';
import { SCALE } from '../parts/layer-call-words';

/** What a scale divides by: 1 / 255 means 255, though 1 over it comes out a little larger. */
function divisorOf(scale: number): number {
  const divisor = 1 / scale;
  const whole = Math.round(divisor);
  return Math.abs(divisor - whole) < 1e-9 * divisor ? whole : divisor;
}

/** The call that makes such a layer in “Try it”. */
export const layerCall = call(
  'rescaling',
  'normalize',
  v.strictObject({ scale: v.pipe(v.number(SCALE), v.gtValue(0, SCALE), v.maxValue(1, SCALE)), ...common }),
  ({ scale }, id) => ({ id, kind: 'normalize', divisor: divisorOf(scale) }),
);
