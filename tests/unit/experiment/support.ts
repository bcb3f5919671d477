import type { EpochFigures, FinishedRun, Plan } from '@/lib/experiment/plan';

export const PLAN: Plan = {
  factor: 'learningRate',
  variants: ['0.0001', '0.001', '0.01'],
  repeats: 3,
  judge: 'heldOutAccuracy',
  settings: { optimizer: 'adam', learningRate: 0.001, batchSize: 10, epochs: 1, seed: 7, images: 40 },
  guess: null,
};

const figures = (epoch: number, accuracy: number): EpochFigures => ({
  epoch,
  loss: 2 - accuracy,
  accuracy,
  heldOutLoss: 2 - accuracy,
  heldOutAccuracy: accuracy,
});

/** Runs of one epoch that end at these validation accuracies: `ends[variant][seed]`; null for a run that failed. */
export const runsWith = (plan: Plan, ends: readonly (readonly (number | null)[])[]): readonly FinishedRun[] =>
  ends.flatMap((of, variant) =>
    of.map((end, at) => ({
      variant,
      seed: plan.settings.seed + at,
      epochs: [figures(0, 0.1), ...(end === null ? [] : [figures(1, end)])],
      broke: end === null ? 'At step 2 the loss is no finite number any more.' : null,
      milliseconds: 100,
    })),
  );
