import type { Term } from '@/lib/kinds/types';

/** With this few input channels every product is shown at once. */
export const FEW = 4;

/** The terms grouped by input channel; a kernel's terms come place by place, with the channels innermost. */
export const byChannel = (terms: readonly Term[], channels: number): Term[][] =>
  Array.from({ length: channels }, (_, channel) => terms.filter((_term, at) => at % channels === channel));
