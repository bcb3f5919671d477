import * as v from 'valibot';
import { call, common } from '@/lib/kinds/parts/layer-call';

/** The call that creates this layer in “Try it”. */
export const layerCall = call('flatten', 'flatten', v.strictObject(common), (_options, id) => ({
  id,
  kind: 'flatten',
}));
