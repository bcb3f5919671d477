import type { OnOpen } from '@/components/values/opening';
import type { Layer, Weights } from '@/lib/kinds/types';
import type { Pipeline, Stage } from '@/lib/network/pipeline';
import type { StageTrace } from '@/lib/network/trace';
import type { TracedExplanation } from '@/lib/provenance/explain';
import type { Result } from '@/lib/result';
import type { Cell } from '@/lib/tensor/tensor';

/** The arithmetic of a cell of the stage, in the engine's own numbers; null until there is a trace. */
export type ExplainAt = (cell: Cell) => Result<TracedExplanation> | null;

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
  readonly explainAt: ExplainAt;
  /** The learner's choice, mirrored in the address. It may not fit the stage. */
  readonly channel: number | null;
  readonly cell: Cell | null;
  onChannel(channel: number): void;
  onCell(cell: Cell | null): void;
  /** Opens the arithmetic of a value: one of this stage, or one that it reads. */
  readonly onOpen: OnOpen;
}
