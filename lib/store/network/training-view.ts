import type { TrainingEvent } from '@/lib/network/run';
import type { TrainingView } from './network';

/** The training view after one more word from the trainer. */
export function withTrainingEvent(view: TrainingView, event: TrainingEvent): TrainingView {
  switch (event.type) {
    case 'batch':
      return { ...view, phase: 'running', batches: [...view.batches, event] };
    case 'epoch':
      return {
        ...view,
        epochs: [...view.epochs.filter(({ epoch }) => epoch < event.record.epoch), event.record],
      };
    case 'wentBack': {
      const { epoch: last, step: steps } = event.network;
      return {
        ...view,
        batches: view.batches.filter(({ step }) => step <= steps),
        epochs: view.epochs.filter(({ epoch }) => epoch <= last),
      };
    }
    case 'failed':
      return { ...view, phase: 'failed', problem: event.problem };
    default:
      return { ...view, phase: event.type };
  }
}
