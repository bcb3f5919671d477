import * as v from 'valibot';
import { call, common, share } from '@/lib/kinds/parts/layer-call';

/** The call that creates this layer in “Try it”. */
export const layerCall = call(
  'dropout',
  'dropout',
  v.strictObject({ rate: share, ...common }),
  ({ rate }, id) => ({ id, kind: 'dropout', share: rate }),
);
