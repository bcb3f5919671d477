import * as v from 'valibot';
import { call, cells, common } from '@/lib/kinds/parts/layer-call';

/** The call that creates this layer in “Try it”. */
export const layerCall = call(
  'zeroPadding2d',
  'zeroPadding',
  v.strictObject({ padding: v.optional(cells, 1), ...common }),
  ({ padding: [top, bottom, left, right] }, id) => ({
    id,
    kind: 'zeroPadding',
    top,
    bottom,
    left,
    right,
  }),
);
