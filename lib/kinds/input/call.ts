import * as v from 'valibot';
import { call, common, count } from '@/lib/kinds/layer-call';
import { SHAPE } from '../layer-call-words';

/** The call that makes such a layer in “Try it”. */
export const layerCall = call(
  'inputLayer',
  'input',
  v.strictObject({ ...common, inputShape: v.pipe(v.array(count, SHAPE), v.length(3, SHAPE)) }),
  (_options, id) => ({ id, kind: 'input' }),
);
