import { FIRST_SAMPLES, type Subject } from '@/lib/network/subject';
import type { ReadyNetwork } from './opened-networks';

/** The subject of a network that was opened from a file: there are images to look at, and none to train on. */
export function openedSubject(id: string, { architecture, weights }: ReadyNetwork): Subject {
  const { classes, input } = architecture;
  return {
    id,
    architecture,
    dataSet: {
      id,
      classes,
      // They are called as the file or the learner calls them.
      names: {},
      shape: input,
      counts: { training: 0, heldOut: 0 },
      images: null,
      samples: { ...FIRST_SAMPLES, form: 'png' },
      first: { id: 'cat-1', label: 'cat' },
    },
    weights: { given: weights },
    run: null,
    shipped: null,
  };
}
