import type { Term } from '@/lib/kinds/types';

/** With so few input channels every product is written out at once. */
export const FEW = 4;

/** The terms of each input channel; a kernel's terms come place by place, with the channels inside. */
export const byChannel = (terms: readonly Term[], channels: number): Term[][] =>
  Array.from({ length: channels }, (_, channel) => terms.filter((_term, at) => at % channels === channel));
