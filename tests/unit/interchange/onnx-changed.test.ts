/** Random graphs with settings, nodes or lengths changed: what is not refused still answers what the graph does. */
import { randomLcg } from 'd3-random';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readOnnx } from '@/lib/interchange/onnx/read';
import { expectAlike, explainedOutput } from './support/explained';
import { fileOf } from './support/files';
import { channelsLast } from './support/onnx-chain';
import { type GraphSpec, type NodeSpec, onnxFile, type Setting, type TensorSpec } from './support/onnx-file';
import { evaluateGraph } from './support/onnx-plain';
import { anyChain } from './support/onnx-steps';

type Random = (below: number) => number;

const picked = <T>(all: readonly T[], random: Random): T => all[random(all.length)];
const oneOf = <T>(all: readonly T[], random: Random, change: (one: T) => T): T[] => {
  const at = random(all.length);
  return all.map((one, n) => (n === at ? change(one) : one));
};

const numbers = (list: readonly number[], random: Random): number[] =>
  oneOf(list, random, (n) => picked([n + 1, n - 1, 0, 1, 2, -1], random));

function setting(one: Setting, random: Random): Setting {
  if ('ints' in one) return { ints: numbers(one.ints, random) };
  if ('int' in one) return { int: picked([0, 1, 2, -1], random) };
  return one;
}

function node(one: NodeSpec, random: Random): NodeSpec {
  const settings = Object.entries(one.settings ?? {});
  if (settings.length === 0)
    return { ...one, operator: picked(['Relu', 'Tanh', 'Flatten', 'Softmax'], random) };
  const name = picked(settings, random)[0];
  return {
    ...one,
    settings: Object.fromEntries(settings.map(([key, s]) => [key, key === name ? setting(s, random) : s])),
  };
}

/** A list of whole numbers, such as lengths or padding, with one of them another. */
function stored(one: TensorSpec, random: Random): TensorSpec {
  return one.type === 'int64' ? { ...one, values: numbers(one.values, random) } : one;
}

/** The graph with one node left out, and what comes into it going on instead. */
function without(graph: GraphSpec, random: Random): GraphSpec {
  const gone = picked(graph.nodes, random);
  const instead = (name: string) => (name === gone.outputs[0] ? gone.inputs[0] : name);
  return {
    ...graph,
    nodes: graph.nodes
      .filter((one) => one !== gone)
      .map((one) => ({ ...one, inputs: one.inputs.map(instead) })),
    outputs: graph.outputs.map((one) => ({ ...one, name: instead(one.name) })),
  };
}

/** The graph with two nodes of the chain in each other's place. */
function swapped(graph: GraphSpec, random: Random): GraphSpec {
  const at = random(Math.max(graph.nodes.length - 1, 1));
  const [one, other] = [graph.nodes[at], graph.nodes[at + 1] ?? graph.nodes[at]];
  const as = (node: NodeSpec, place: NodeSpec): NodeSpec => ({
    ...node,
    inputs: [place.inputs[0], ...node.inputs.slice(1)],
    outputs: place.outputs,
  });
  return {
    ...graph,
    nodes: graph.nodes.map((node, n) => (n === at ? as(other, one) : n === at + 1 ? as(one, other) : node)),
  };
}

const WAYS: readonly ((graph: GraphSpec, random: Random) => GraphSpec)[] = [
  (graph, random) => ({ ...graph, nodes: oneOf(graph.nodes, random, (one) => node(one, random)) }),
  (graph, random) => ({ ...graph, stored: graph.stored.map((one) => stored(one, random)) }),
  without,
  swapped,
];

test('a changed graph is refused, or answered as it stands', { timeout: 300_000 }, async () => {
  const seed = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  let read = 0;
  const property = fc.asyncProperty(anyChain, seed, async ({ chain, last }, drawn) => {
    const source = randomLcg(drawn);
    const random: Random = (below) => Math.floor(source() * below);
    const graph = picked(WAYS, random)(chain.graph(), random);
    const result = await readOnnx([fileOf('any.onnx', onnxFile(graph))]);
    if (!result.ok) return;
    const { architecture, weights, addsSoftmax } = result.value;
    // Without its convolution a graph no longer says which axis of the image is which.
    fc.pre(architecture.input[0] === chain.image.dims[last ? 1 : 2]);
    read++;
    const { values, before } = explainedOutput(architecture, weights, channelsLast(chain.image, last));
    expectAlike(addsSoftmax ? before : values, evaluateGraph(graph, chain.image).values);
  });
  await fc.assert(property, { numRuns: 600 });
  expect(read).toBeGreaterThan(150);
});
