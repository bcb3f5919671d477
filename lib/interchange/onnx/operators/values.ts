import { isMap } from '@/lib/tensor/tensor';
import words from '@/words/interchange-onnx';
import { realNumbers } from '../file/tensors';
import { axisAt, orderOf } from '../graph/flow';
import type { Operation } from '../graph/operation';
import { refuse } from '../refusal';
import { channelsIn, expectFlowFirst, listed, namedAxes, type Operator, shapedAs } from './operator';

/** Identity, and others that change nothing. */
export const unchanged: Operator = (_operation, flow) => flow;

/** Whether a stored truth value comes in at a place. */
const isTrue = (operation: Operation, at: number): boolean =>
  operation.has(at) && operation.stored(at).raw?.[0] === 1;

/** Dropout, of which a trained network needs nothing. From version 12 on its share comes in as a value. */
export const dropout: Operator = (operation, flow, draft) => {
  expectFlowFirst(operation);
  if (isTrue(operation, 2)) refuse(words.training({ place: operation.place }));
  const share = operation.has(1) ? realNumbers(operation.stored(1)).at(0) : operation.float('ratio', 0.5);
  if (!(share > 0 && share < 1)) return flow;
  const rounded = Number(share.toPrecision(6));
  draft.append(operation.node.name, (id) => ({ id, kind: 'dropout', share: rounded }), null, flow.shape);
  return flow;
};

/** Whether a batch normalization measures its batch, as in training; each version says so in its own way. */
function isTraining(operation: Operation): boolean {
  if (operation.version < 7) return operation.int('is_test', 0) === 0;
  if (operation.version < 14) return operation.node.outputs.filter(Boolean).length > 1;
  return operation.int('training_mode', 0) !== 0;
}

/** BatchNormalization over the channels, which are the second axis. */
export const batchNormalization: Operator = (operation, flow, draft) => {
  expectFlowFirst(operation);
  if (isTraining(operation)) refuse(words.training({ place: operation.place }));
  if (flow.axes[1] !== 'channels' || operation.int('spatial', 1) === 0)
    refuse(words.normalizedAxis({ place: operation.place, values: namedAxes(flow.axes) }));
  const channels = channelsIn(flow);
  const stored = [1, 2, 3, 4].map((at) => shapedAs(operation, operation.stored(at), [channels]));
  const order = orderOf(flow);
  const [gamma, beta, movingMean, movingVariance] = stored.map((at) =>
    draft.parameter([channels], (channel) => at(order ? order[channel] : channel)),
  );
  const epsilon = operation.float('epsilon', 1e-5);
  const momentum = operation.float('momentum', 0.9);
  if (!movingVariance.values.every((variance) => variance + epsilon > 0))
    refuse(words.variance({ place: operation.place }));
  draft.append(
    operation.node.name,
    (id) => ({
      id,
      kind: 'batchNormalization',
      epsilon,
      // Without meaning for a trained network, and 1 would never have measured anything.
      momentum: momentum >= 0 && momentum < 1 ? momentum : 0.9,
    }),
    { gamma, beta, movingMean, movingVariance },
    flow.shape,
  );
  return { ...flow, nonNegative: false };
};

/** Cells that Pad lays around each axis, all before first, then all after; from version 18 on maybe of some axes only. */
function padsOf(operation: Operation, rank: number): readonly number[] {
  const cells = operation.version < 11 ? (operation.ints('pads') ?? []) : operation.numbers(1);
  if (!operation.has(3)) return cells;
  const axes = operation.numbers(3).map((axis) => axisAt(axis, rank));
  const pads = new Array<number>(2 * rank).fill(0);
  for (const [at, axis] of axes.entries()) {
    if (axis === null) return [];
    pads[axis] = cells[at];
    pads[axis + rank] = cells[at + axes.length];
  }
  return pads;
}

/** Pad with zeros, above, below, left and right. */
export const padding: Operator = (operation, flow, draft) => {
  expectFlowFirst(operation);
  const rank = flow.axes.length;
  const mode = operation.text('mode', 'constant');
  const late = operation.version >= 11;
  const filler =
    late && operation.has(2) ? realNumbers(operation.stored(2)).at(0) : operation.float('value', 0);
  const pads = padsOf(operation, rank);
  const isSpatial = (at: number) => flow.axes[at % rank] === 'height' || flow.axes[at % rank] === 'width';
  const fits =
    pads.length === 2 * rank &&
    pads.every((n, at) => n === 0 || (n > 0 && isSpatial(at) && isMap(flow.shape)));
  if (mode !== 'constant' || filler !== 0 || !fits)
    refuse(
      words.padding({
        place: operation.place,
        mode: mode.slice(0, 40),
        filler,
        pads: listed(pads),
        values: namedAxes(flow.axes),
      }),
    );
  if (pads.every((n) => n === 0)) return flow;
  const [row, column] = [flow.axes.indexOf('height'), flow.axes.indexOf('width')];
  const around = { top: pads[row], bottom: pads[row + rank], left: pads[column], right: pads[column + rank] };
  const shape = draft.append(
    operation.node.name,
    (id) => ({ id, kind: 'zeroPadding', ...around }),
    null,
    flow.shape,
  );
  return { ...flow, shape };
};
