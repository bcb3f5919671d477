/** Activations: of the layer before where it can have them, else layers of their own. */
import { settingOf } from '@/lib/kinds/outside/builders';
import { activationOf } from '@/lib/kinds/parts/activation';
import type { Activation, Layer } from '@/lib/kinds/types';
import words from '@/words/interchange-onnx';
import type { Draft } from '../graph/draft';
import { axisAt, type Flow } from '../graph/flow';
import type { Operation } from '../graph/operation';
import { refuse } from '../refusal';
import { namedAxes, type Operator } from './operator';

/** The layer with an activation of its own; null where it has one already, or can't have this one. */
function withActivation(layer: Layer, activation: Activation): Layer | null {
  return activationOf(layer) === 'linear'
    ? (settingOf(layer, 'activation')?.write(activation) ?? null)
    : null;
}

/** Bends what the last layer answers: in that layer where it can, else in one of its own. */
function bend(operation: Operation, flow: Flow, draft: Draft, activation: Activation, slope?: number): void {
  const { layer, weights } = draft.last;
  const own = withActivation(layer, activation);
  if (own) draft.replaceLast({ layer: own, weights });
  else
    draft.append(
      operation.node.name,
      (id) => ({ id, kind: 'activation', activation, ...(slope !== undefined && { slope }) }),
      null,
      flow.shape,
    );
}

const curve =
  (activation: Activation, nonNegative: boolean): Operator =>
  (operation, flow, draft) => {
    bend(operation, flow, draft, activation);
    return { ...flow, nonNegative: nonNegative || flow.nonNegative };
  };

export const relu = curve('relu', true);
export const sigmoid = curve('sigmoid', true);
export const tanh = curve('tanh', false);

/** LeakyRelu. */
export const leakyRelu: Operator = (operation, flow, draft) => {
  bend(operation, flow, draft, 'leakyRelu', operation.float('alpha', 0.01));
  return flow;
};

/**
 * A softmax must go over the channels: before version 13 it took all axes from one on together, since then a single one.
 * @throws Refusal where it goes over others.
 */
function expectChannels(operation: Operation, { axes }: Flow): void {
  const whole = operation.version < 13;
  const axis = operation.int('axis', whole ? 1 : -1);
  const from = axisAt(axis, axes.length) ?? axes.length;
  const together = whole ? axes.slice(from) : axes.slice(from, from + 1);
  if (!together.includes('channels') || !together.every((one) => one === 'channels' || one === 'one'))
    refuse(words.softmaxAxis({ place: operation.place, axis, values: namedAxes(axes) }));
}

/** Softmax. */
export const softmax: Operator = (operation, flow, draft) => {
  expectChannels(operation, flow);
  bend(operation, flow, draft, 'softmax');
  return { ...flow, nonNegative: true };
};

/**
 * LogSoftmax, with which many networks from PyTorch end. Softmax makes of these logarithms the same probabilities as of
 * the logits, so nothing is appended, and nothing may follow.
 */
export const logSoftmax: Operator = (operation, flow, draft) => {
  expectChannels(operation, flow);
  draft.close();
  return flow;
};
