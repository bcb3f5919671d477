import type { Weights } from '@/lib/kinds/types';

/** The weights of the layers that have any, by stage id. */
export type WeightSet = Readonly<Record<string, Weights>>;

/** Kernels of a recorded epoch that are kept exactly, by stage id: those of the convolutions and of small dense layers. */
export type KernelSet = Readonly<Record<string, Weights['kernel']>>;
