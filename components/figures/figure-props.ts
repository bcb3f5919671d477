import type { OnOpen } from '@/components/values/opening';
import type { Layer, Weights } from '@/lib/kinds/types';
import type { Pipeline, Stage } from '@/lib/network/pipeline';
import type { StageTrace, Trace } from '@/lib/network/trace';
import type { Cell } from '@/lib/tensor/tensor';

/** The props of every figure. A figure shows them and reports user input; it never calls the engine. */
export interface FigureProps<L extends Layer = Layer> {
  readonly layer: L;
  readonly stage: Stage;
  /** The stage's network: names of classes, shapes of earlier stages. */
  readonly pipeline: Pipeline;
  /** The stage's input and output for the chosen image; null until the first trace exists. */
  readonly input: StageTrace | null;
  readonly trace: StageTrace | null;
  /** The layer's weights; null for layers without, and until they are loaded. */
  readonly weights: Weights | null;
  /** All stages and weights, for the arithmetic of a value: see `useExplained`. */
  readonly whole: Trace | null;
  /** The learner's choice, mirrored in the address. It may not fit the stage. */
  readonly channel: number | null;
  readonly cell: Cell | null;
  onChannel(channel: number): void;
  onCell(cell: Cell | null): void;
  /** Opens the arithmetic of a value: one of this stage, or one that it reads. */
  readonly onOpen: OnOpen;
}
