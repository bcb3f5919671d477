/** A small classifier as PyTorch writes it, and ways to change it. */
import type { GraphSpec, NodeSpec, Setting, TensorSpec } from './onnx-file';

const numbers = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, at) => Math.fround(Math.sin(at + 1)));

export const tensor = (
  name: string,
  dims: readonly number[],
  more: Partial<TensorSpec> = {},
): TensorSpec => ({
  name,
  dims,
  values: more.values ?? numbers(dims.reduce((all, n) => all * n, 1)),
  ...more,
});

/** Whole numbers. */
export const list = (name: string, values: readonly number[]): TensorSpec => ({
  name,
  dims: [values.length],
  values,
  type: 'int64',
});

/** Images of 3 × 8 × 8 to two logits: a convolution with ReLU, max pooling, flatten, a dense layer. */
export const CLASSIFIER: GraphSpec = {
  version: 13,
  nodes: [
    {
      operator: 'Conv',
      name: '/conv1/Conv',
      inputs: ['image', 'kernel', 'bias'],
      outputs: ['sums'],
      settings: { pads: { ints: [1, 1, 1, 1] } },
    },
    { operator: 'Relu', name: '/Relu', inputs: ['sums'], outputs: ['bent'] },
    {
      operator: 'MaxPool',
      name: '/pool/MaxPool',
      inputs: ['bent'],
      outputs: ['pooled'],
      settings: { kernel_shape: { ints: [2, 2] }, strides: { ints: [2, 2] } },
    },
    { operator: 'Flatten', name: '/Flatten', inputs: ['pooled'], outputs: ['flat'] },
    {
      operator: 'Gemm',
      name: '/fc/Gemm',
      inputs: ['flat', 'matrix', 'offset'],
      outputs: ['logits'],
      settings: { transB: { int: 1 } },
    },
  ],
  stored: [
    tensor('kernel', [4, 3, 3, 3]),
    tensor('bias', [4]),
    tensor('matrix', [2, 64]),
    tensor('offset', [2]),
  ],
  inputs: [{ name: 'image', dims: ['batch', 3, 8, 8] }],
  outputs: [{ name: 'logits', dims: ['batch', 2] }],
};

/** The same with a node of this operator changed. */
export function changed(operator: string, change: Partial<NodeSpec>, graph = CLASSIFIER): GraphSpec {
  return {
    ...graph,
    nodes: graph.nodes.map((node) => (node.operator === operator ? { ...node, ...change } : node)),
  };
}

/** The same with other settings of a node. */
export function set(
  operator: string,
  settings: Readonly<Record<string, Setting>>,
  graph = CLASSIFIER,
): GraphSpec {
  const node = graph.nodes.find((one) => one.operator === operator);
  return changed(operator, { settings: { ...node?.settings, ...settings } }, graph);
}

/** The same with a node in front of that of an operator; `others` are its further inputs. */
export function inserted(
  operator: string,
  node: Pick<NodeSpec, 'operator' | 'settings' | 'domain'>,
  others: readonly TensorSpec[] = [],
  graph = CLASSIFIER,
): GraphSpec {
  const output = `new${graph.nodes.length}`;
  const nodes = graph.nodes.flatMap((one): NodeSpec[] => {
    if (one.operator !== operator) return [one];
    const [input, ...rest] = one.inputs;
    const added = {
      ...node,
      name: 'added',
      inputs: [input, ...others.map(({ name }) => name)],
      outputs: [output],
    };
    return [added, { ...one, inputs: [output, ...rest] }];
  });
  return { ...graph, nodes, stored: [...graph.stored, ...others] };
}

/** The same with stored numbers in the place of others with the same name. */
export function storing(...tensors: readonly TensorSpec[]): GraphSpec {
  const names = tensors.map(({ name }) => name);
  const kept = CLASSIFIER.stored.filter(({ name }) => !names.includes(name));
  return { ...CLASSIFIER, stored: [...kept, ...tensors] };
}
