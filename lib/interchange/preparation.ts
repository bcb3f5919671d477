/** The question that a file leaves open: how images are prepared for its network. */
import {
  measuredPreparation,
  PREPARATIONS,
  type Prepared,
  preparingLayer,
  rescales,
  type UsualPreparation,
} from '@/lib/kinds/normalize/preparations';
import { rulesOf } from '@/lib/kinds/registry';
import type { Architecture } from '@/lib/network/architecture';
import type { OpenedNetwork } from './opened';

export type { UsualPreparation };

/** A usual way, or one with means and deviations that the learner enters. */
export type PreparationName = UsualPreparation | 'custom';

/** A way of preparing images, and the network with the layer that does it. */
export interface Preparation<N extends PreparationName = PreparationName> {
  readonly name: N;
  readonly architecture: Architecture;
}

/** What a proposal follows from: a layer of the file, what its first layer measured, or its format alone. */
export type Reason = 'rescales' | 'measured' | 'onnx' | 'usual';

export interface Proposal {
  readonly name: UsualPreparation;
  readonly reason: Reason;
}

/** The layers of a network that come before its first weights. */
function front({ layers }: Architecture, weights: OpenedNetwork['weights']) {
  const first = layers.findIndex(({ id }) => Object.hasOwn(weights, id));
  return { before: layers.slice(0, first), first: weights[layers[first]?.id] };
}

/** A name that no layer has. */
function freeId({ layers }: Architecture): string {
  const taken = new Set(layers.map(({ id }) => id));
  for (let at = 1; ; at++) {
    const id = at === 1 ? 'normalize' : `normalize${at}`;
    if (!taken.has(id)) return id;
  }
}

/** The network with the layer that prepares its images right behind its input; bytes that stay as they are need none. */
export function preparedBy(layer: Prepared | undefined, architecture: Architecture): Architecture {
  if (!layer) return architecture;
  const { layers } = architecture;
  const at = layers.findIndex((one) => rulesOf(one).isSource) + 1;
  const named = { id: freeId(architecture), ...layer };
  return { ...architecture, layers: [...layers.slice(0, at), named, ...layers.slice(at)] };
}

/** The usual ways of preparing images that there are for a network. */
export function preparationsOf(architecture: Architecture): readonly Preparation<UsualPreparation>[] {
  return PREPARATIONS.flatMap((name) => {
    const found = preparingLayer(name, architecture.input[2]);
    return found ? [{ name, architecture: preparedBy(found.layer, architecture) }] : [];
  });
}

const BYTE = 255;

/** The means and deviations that are usual for this many channels, of values from 0 to 1. */
export function usualNumbers(channels: number): Readonly<Record<'means' | 'deviations', readonly number[]>> {
  const { means = [0.5], deviations = [0.5] } = preparingLayer('standard', channels)?.layer ?? {};
  return { means, deviations };
}

/** The network with images prepared by these means and deviations: one of each for all channels, or for each. */
export const preparedByNumbers = (
  means: readonly number[],
  deviations: readonly number[],
  architecture: Architecture,
): Preparation => ({
  name: 'custom',
  architecture: preparedBy({ kind: 'normalize', divisor: BYTE, means, deviations }, architecture),
});

/** The way that the file makes most likely. */
export function proposalFor({ architecture, weights, format }: OpenedNetwork): Proposal {
  const { before, first } = front(architecture, weights);
  // A network that was saved here has its preparation among its layers.
  if (before.some(rescales) || format === 'safetensors') return { name: 'bytes', reason: 'rescales' };
  const measured = first && measuredPreparation(first);
  const known = (name: UsualPreparation) => preparingLayer(name, architecture.input[2]) !== null;
  if (measured && known(measured)) return { name: measured, reason: 'measured' };
  // Most ONNX files are exported from PyTorch, whose networks expect images of mean 0 and deviation 1.
  if (format === 'onnx' && known('standard')) return { name: 'standard', reason: 'onnx' };
  return { name: 'unit', reason: 'usual' };
}
