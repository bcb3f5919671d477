import type { Layer } from '@/lib/layers/types';

/** What a figure may ask for before it shows it. */
export type Ask = 'value' | 'winner' | 'index' | 'shape';

const ASKS: Readonly<Record<Layer['kind'], readonly [Ask, ...Ask[]]>> = {
  input: ['value'],
  normalize: ['value'],
  conv2d: ['value', 'shape'],
  maxPool: ['winner', 'value', 'shape'],
  flatten: ['index', 'shape'],
  dense: ['value'],
};

/** What the figure of such a layer asks for, the likeliest first. */
export const asksOf = ({ kind }: Layer): readonly [Ask, ...Ask[]] => ASKS[kind];
