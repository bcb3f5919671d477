import type { Layer } from '@/lib/layers/types';
import type { Shape } from '@/lib/tensor/tensor';
import { REFERENCE, type Architecture } from './architecture';

/** The patch of the picture that one value of a stage depends on. */
export interface ReceptiveField {
  /** Side in pixels. */
  readonly size: number;
  /** How many pixels further the field of the next cell lies. */
  readonly stride: number;
  /** Where the field of cell 0 begins; negative where padding lets it reach outside. */
  readonly start: number;
}

/** One stage of the data flow: a layer with all that follows from its place in the architecture. */
export interface Stage {
  readonly id: string;
  /** Counted from 1. */
  readonly number: number;
  /** What a heading calls it: "First convolution". */
  readonly title: string;
  readonly layer: Layer;
  readonly input: Shape;
  readonly output: Shape;
  readonly weights: { readonly kernel: readonly number[]; readonly bias: readonly number[] } | null;
  readonly parameters: number;
  readonly multiplyAdds: number;
  /** Null once a layer sees the whole picture (dense and after). */
  readonly receptiveField: ReceptiveField | null;
}

export interface Pipeline {
  readonly architecture: Architecture;
  readonly stages: readonly Stage[];
  readonly parameters: number;
  readonly multiplyAdds: number;
}
