import * as v from 'valibot';
import { call, common, count } from '@/lib/kinds/parts/layer-call';
import { SHAPE } from '../parts/layer-call-words';

/** The call that creates this layer in “Try it”. */
export const layerCall = call(
  'inputLayer',
  'input',
  v.strictObject({ ...common, inputShape: v.pipe(v.array(count, SHAPE), v.length(3, SHAPE)) }),
  (_options, id) => ({ id, kind: 'input' }),
);
