import { sidesOf } from '@/lib/kinds/parts/sides';
import words from '@/words/interchange-onnx';
import type { Draft } from '../graph/draft';
import type { Flow } from '../graph/flow';
import { refuse } from '../refusal';
import { expectFlowFirst, mapsInto, type Operator, shapedAs } from './operator';
import { type Windows, windowsOf } from './windows';

/** Lays zeros around the maps where windows need it and no padding of ours does it. Answers what comes in then. */
export function padded(draft: Draft, flow: Flow, { padding, around }: Windows): Flow {
  if (padding !== null) return flow;
  const shape = draft.append(null, (id) => ({ id, kind: 'zeroPadding', ...around }), null, flow.shape);
  return { ...flow, shape };
}

/** Conv. Kernels come as filters × channels × height × width and leave as height × width × channels × filters. */
export const convolution: Operator = (operation, flow, draft) => {
  expectFlowFirst(operation);
  const maps = mapsInto(operation, flow);
  const kernel = operation.stored(1);
  const groups = operation.int('group', 1);
  if (groups !== 1) refuse(words.groups({ place: operation.place, groups }));
  const [filters = 0, , ...sides] = kernel.dims;
  const windows = windowsOf(operation, maps, sides);
  const [tall, wide] = sidesOf(windows.size);
  const channels = maps[2];
  const at = shapedAs(operation, kernel, [filters, channels, tall, wide]);
  const bias = operation.has(2) ? shapedAs(operation, operation.stored(2), [filters]) : null;
  const cells = tall * wide;
  const weights = {
    kernel: draft.parameter([tall, wide, channels, filters], (place) => {
      const filter = place % filters;
      const channel = Math.floor(place / filters) % channels;
      return at((filter * channels + channel) * cells + Math.floor(place / (filters * channels)));
    }),
    ...(bias && { bias: draft.parameter([filters], bias) }),
  };
  const inside = padded(draft, flow, windows);
  const shape = draft.append(
    operation.node.name,
    (id) => ({
      id,
      kind: 'conv2d',
      filters,
      kernel: windows.size,
      stride: windows.stride,
      padding: windows.padding ?? 'valid',
      activation: 'linear',
      ...(!bias && { bias: false }),
    }),
    weights,
    inside.shape,
  );
  return { ...flow, shape, nonNegative: false };
};
