/** Examinations of a network beyond its prediction for an image, and their findings. */
import type { WeightPlace } from '@/lib/kinds/types';
import type { NetworkState } from '@/lib/network/run';
import type { TrainingSettings } from '@/lib/network/settings';
import type { Pixels } from '@/lib/network/trace';

export type SetName = 'training' | 'heldOut';
/** Also the images that nothing is chosen by, where a set has some. */
export type MeasuredSet = SetName | 'test';

/** The arguments of each question, by its name. */
export interface Questions {
  /** Loss and accuracy over a whole set. */
  readonly evaluation: { readonly set: MeasuredSet };
  /** How strongly a stage responds to each image of a set. */
  readonly survey: { readonly set: MeasuredSet; readonly stage: string };
  /** What each value of an image contributes to a logit, along the path from a black image. */
  readonly integrated: { readonly pixels: Pixels; readonly unit: number; readonly steps: number };
  /**
   * The training step that would come next, broken down on a copy of the network: of the paused or stored run
   * or, without one or from a recorded epoch, the first of a run with these settings.
   */
  readonly step: { readonly settings: TrainingSettings };
  /** One weight of the step that was broken down last. */
  readonly stepWeight: { readonly stage: string; readonly place: WeightPlace };
}

/** The finding of each question, by its name. */
export interface Findings {
  readonly evaluation: Evaluation;
  readonly survey: Survey;
  readonly integrated: Float32Array;
  readonly step: StepReport;
  readonly stepWeight: StepWeight;
}

export type QuestionName = keyof Questions;
export type QuestionOf<Name extends QuestionName> = { readonly name: Name } & Questions[Name];
export type ExaminerQuestion = { [Name in QuestionName]: QuestionOf<Name> }[QuestionName];

export interface FindingOf<Name extends QuestionName> {
  readonly name: Name;
  readonly found: Findings[Name];
}
export type Finding = { [Name in QuestionName]: FindingOf<Name> }[QuestionName];

/** Whether a finding belongs to the question of this name. */
export const answers = <Name extends QuestionName>(
  name: Name,
  finding: { readonly name: QuestionName; readonly found: unknown },
): finding is FindingOf<Name> => finding.name === name;

/** Loss and accuracy over the training, the validation or the test images. */
export interface Evaluation {
  readonly loss: number;
  readonly accuracy: number;
  readonly count: number;
  /** The most probable class of each image. */
  readonly answers: readonly number[];
}

/** How strongly each channel or unit of a stage responds to each image of a set. */
export interface Survey {
  readonly stage: string;
  readonly images: number;
  readonly channels: number;
  /** The largest value, [images, channels]. */
  readonly values: Float32Array;
  /** Where on the map it is, row by row, the first of equals; 0 in a vector. */
  readonly places: Int32Array;
}

/** One image of the step's batch. */
export interface StepImage {
  /** Its index in the training set. */
  readonly place: number;
  /** The class that it is trained as. */
  readonly label: number;
  /** Raw bytes, as used in this step: shifted, mirrored or tinted where the settings say so. */
  readonly pixels: Uint8Array;
  /** What the network predicted before the step. */
  readonly probabilities: Float32Array;
}

/** The next training step, taken on a copy of the network. */
export interface StepReport {
  readonly settings: TrainingSettings;
  /** The learning rate of its epoch. */
  readonly rate: number;
  /** The network before the step. */
  readonly network: NetworkState;
  /** How many steps the optimizer has taken; 0 where it starts fresh. */
  readonly remembered: number;
  /** Whether a run takes this very step next; otherwise it is the first step of a run from these weights. */
  readonly ofRun: boolean;
  /** The mean over the batch, before the step. */
  readonly loss: number;
  readonly images: readonly StepImage[];
}

/** One weight in that step. Planes are image after image, row after row. */
export interface StepWeight {
  readonly before: number;
  readonly after: number;
  /** The gradient of the loss with respect to it, as training computes it. */
  readonly gradient: number;
  /** The optimizer's state for it before the step, by the optimizer's names; 0 where it starts fresh. */
  readonly remembered: Readonly<Record<string, number>>;
  /** The layer's input on the weight's own channel, [images, places]; null for a bias, which has no input. */
  readonly inputs: Float32Array | null;
  /**
   * The gradient of the loss with respect to the layer's sums on the weight's own filter or unit, [images,
   * places].
   */
  readonly slopes: Float32Array;
}
