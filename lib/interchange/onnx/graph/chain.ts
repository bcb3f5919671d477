/** Follows the images through a graph, node by node, and puts our layers together on the way. */
import words from '@/words/interchange-onnx';
import type { Graph, GraphNode } from '../file/messages';
import { OPERATORS } from '../operators/table';
import { refuse } from '../refusal';
import { Draft } from './draft';
import { imagesInto, outputOf } from './images';
import { computed, lengthsOf } from './lengths';
import { Operation, type Surroundings, type Value } from './operation';

/** A node with its number in the file, counted from 1. */
interface Numbered {
  readonly node: GraphNode;
  readonly number: number;
}

/** The nodes that the output is made of. A file has them in an order in which each comes after those it needs. */
function nodesBehind(output: string, { nodes }: Graph): readonly Numbered[] {
  const needed = new Set([output]);
  const behind = nodes
    .map((node, at): Numbered => ({ node, number: at + 1 }))
    .toReversed()
    .filter(({ node }) => {
      const isNeeded = node.outputs.some((name) => name !== '' && needed.has(name));
      if (isNeeded) for (const name of node.inputs) needed.add(name);
      return isNeeded;
    });
  return behind.toReversed();
}

function refuseUnknown(operation: Operation): never {
  const operators = [...OPERATORS.keys()].join(', ');
  refuse(words.unknownOperator({ place: operation.place, operators }), operation.node.domain);
}

/** For a node that computes with stored numbers alone what PyTorch and tf2onnx compute before they write a file. */
function refuseComputation(operation: Operation): never {
  if (!OPERATORS.has(operation.node.operator)) refuseUnknown(operation);
  refuse(words.constants({ place: operation.place }));
}

/** What the names of a graph stand for, as far as it has been followed. */
class Values {
  private readonly values = new Map<string, Value>();
  /** Values that went into a node already: a second one would be a branch. */
  private readonly used = new Set<string>();

  constructor(
    private readonly graph: Graph,
    private readonly surroundings: Surroundings,
  ) {}

  set(name: string, value: Value): void {
    // Names are given once. Another node with the same would change what those before it meant.
    if (name === '' || this.values.has(name) || this.graph.stored.has(name))
      refuse(words.damaged(), `“${name}” is given twice`);
    this.values.set(name, value);
  }

  get(name: string): Value | null {
    const tensor = this.graph.stored.get(name);
    return tensor ? { type: 'stored', tensor } : (this.values.get(name) ?? null);
  }

  /** A node with what comes into it. @throws Refusal where that is nowhere before it. */
  into({ node, number }: Numbered): Operation {
    const inputs = node.inputs.map((name) => (name === '' ? null : this.get(name)));
    const operation = new Operation(node, number, inputs, this.surroundings);
    const missing = node.inputs.find((name, at) => name !== '' && inputs[at] === null);
    if (missing !== undefined) refuse(words.missing({ place: operation.place, name: missing.slice(0, 60) }));
    return operation;
  }

  /** Notes that what flows goes into a node. @throws Refusal where it went into another before. */
  use(operation: Operation): void {
    for (const [at, value] of operation.inputs.entries()) {
      if (value?.type !== 'flow') continue;
      const name = operation.node.inputs[at];
      if (this.used.has(name)) refuse(words.splits({ place: operation.place }));
      this.used.add(name);
    }
  }
}

/** What one node makes of what comes into it. */
function follow(operation: Operation, values: Values, draft: Draft): Value {
  const { operator, domain } = operation.node;
  if (domain !== '') refuseUnknown(operation);
  const flows = operation.inputs.flatMap((value) => (value?.type === 'flow' ? [value.flow] : []));
  if (flows.length === 0) return computed(operation) ?? refuseComputation(operation);
  if (operator === 'Shape') return lengthsOf(operation, flows[0]);
  if (flows.length > 1) refuse(words.joins({ place: operation.place }));
  const read = OPERATORS.get(operator) ?? refuseUnknown(operation);
  values.use(operation);
  if (draft.isClosed) refuse(words.logarithms({ place: operation.place }));
  return { type: 'flow', flow: read(operation, flows[0], draft) };
}

/**
 * The layers of a graph that is one chain from its input to its output. `most`: how many numbers its weights may have.
 * @throws Refusal where it is no such chain, or does what our layers don't.
 */
export function followed(graph: Graph, version: number, most: number): Draft {
  const output = outputOf(graph);
  const nodes = nodesBehind(output.name, graph);
  const images = imagesInto(
    graph,
    nodes.map(({ node }) => node),
  );
  const draft = new Draft(images.maps, most);
  const surroundings = { version, nodes: graph.nodes.length, batch: images.batch };
  const values = new Values(graph, surroundings);
  values.set(images.name, { type: 'flow', flow: images.flow });
  for (const numbered of nodes) {
    const operation = values.into(numbered);
    values.set(numbered.node.outputs[0] ?? '', follow(operation, values, draft));
  }
  if (values.get(output.name)?.type !== 'flow') refuse(words.noWay({ name: output.name.slice(0, 60) }));
  return draft;
}
