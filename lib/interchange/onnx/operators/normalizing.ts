/** The normalization of the image directly after the input: Div or Mul, then Sub and Div, as PyTorch's transforms do it. */
import { rescales } from '@/lib/kinds/normalize/preparations';
import { rulesOf } from '@/lib/kinds/registry';
import words from '@/words/interchange-onnx';
import { realNumbers } from '../file/tensors';
import type { Draft } from '../graph/draft';
import type { Flow } from '../graph/flow';
import type { Operation } from '../graph/operation';
import { refuse } from '../refusal';
import { alongChannels, channelsIn, expectFlowFirst, isNumber, metBy, type Operator } from './operator';

/** Numbers are stored in single precision: 0.485 as 0.4850000143. */
const shortest = (single: number): number => Number(single.toPrecision(7));

/** The stored numbers, one for each channel, or one where all are the same. @throws Refusal where there are others. */
function perChannel(operation: Operation, flow: Flow): readonly number[] {
  const at = alongChannels(operation, flow, metBy(operation));
  const numbers = Array.from({ length: channelsIn(flow) }, (_, channel) => shortest(at(channel)));
  return numbers.every((one) => one === numbers[0]) ? numbers.slice(0, 1) : numbers;
}

/** Subtracts each channel's mean, after the division of the image. */
export const subtraction: Operator = (operation, flow, draft) => {
  expectFlowFirst(operation);
  const { layer } = draft.last;
  if (!rescales(layer) || layer.means || layer.deviations) refuse(words.scaling({ place: operation.place }));
  draft.replaceLast({ layer: { ...layer, means: perChannel(operation, flow) }, weights: null });
  return flow;
};

/** Divides by one number larger than 0, directly after the input. */
function scale(operation: Operation, flow: Flow, draft: Draft, divisorOf: (n: number) => number): Flow {
  const stored = metBy(operation);
  if (!rulesOf(draft.last.layer).isSource || !isNumber(stored, (n) => n > 0 && Number.isFinite(1 / n)))
    refuse(words.scaling({ place: operation.place }));
  const divisor = shortest(divisorOf(realNumbers(stored).at(0)));
  const shape = draft.append(
    operation.node.name,
    (id) => ({ id, kind: 'normalize', divisor }),
    null,
    flow.shape,
  );
  return { ...flow, shape };
}

/** Mul with one number. */
export const multiplication: Operator = (operation, flow, draft) =>
  scale(operation, flow, draft, (n) => 1 / n);

/** Div by one number, or, after the image was divided, by each channel's deviation; the divisor comes second. */
export const division: Operator = (operation, flow, draft) => {
  expectFlowFirst(operation);
  const { layer } = draft.last;
  if (!rescales(layer) || layer.deviations) return scale(operation, flow, draft, (n) => n);
  const deviations = perChannel(operation, flow);
  if (!deviations.every((one) => one !== 0 && Number.isFinite(one)))
    refuse(words.scaling({ place: operation.place }));
  draft.replaceLast({ layer: { ...layer, deviations }, weights: null });
  return flow;
};
