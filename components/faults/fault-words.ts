import type { Suspicion } from '@/lib/faults/faults';

/** What is suspected, as an answer, and why it shows as it does. */
export const FAULT_WORDS: Readonly<Record<Suspicion, { readonly name: string; readonly why: string }>> = {
  labels: {
    name: 'The labels are shuffled',
    why: 'What the network is told has nothing to do with what it sees. It can only learn by heart, slowly, and on held-out pictures it guesses. Gradients and weights look healthy: nothing is wrong with the network.',
  },
  zeros: {
    name: 'All first weights are 0',
    why: 'With all weights 0 no gradient gets past the last layer, because going back it is multiplied by those weights. Only the last biases move, so every picture gets the same answer.',
  },
  rate: {
    name: 'The learning rate is 100 times too large',
    why: 'The first steps overshoot so far that the loss leaps to thousands. The weights end where hardly any unit fires; then there is no gradient to come back with.',
  },
  linear: {
    name: 'The ReLUs are missing',
    why: 'Curves alone do not tell: it learns. But its feature maps go below 0, which a ReLU never lets through, and layers without a bend between them are together only one linear layer.',
  },
  range: {
    name: 'The pixels go in as 0 to 255',
    why: 'Inputs 255 times as large make sums and gradients far too large in the first layer. The loss begins in the thousands, and held-out pictures stay near guessing.',
  },
  order: {
    name: 'The pictures are not shuffled',
    why: 'Pictures come class after class. The network learns to answer the class that it is just shown, forgets it over the next one, and is wrong in step after step.',
  },
  missing: {
    name: 'One class is missing from training',
    why: 'What was never taught is never answered: in the matrix the column of that class is empty, and all its held-out pictures stand under other classes.',
  },
  few: {
    name: 'There is far too little data',
    why: 'A few pictures, met again and again, are soon known by heart. Training looks splendid, and held-out pictures are known hardly better than at the start.',
  },
  none: {
    name: 'Nothing is broken',
    why: 'Both losses fall, each class is answered, every layer has a gradient. Held-out accuracy is modest because the run is small, not because it is ill.',
  },
};
