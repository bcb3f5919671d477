import { formatCount } from '@/lib/format/format';
import words from '@/words/explained';
import type { Activation } from '../types';

/** A value of a layer with weights in words: how many products are summed, and which activation follows. */
export const sumInWords = (products: number, activation: Activation): string =>
  words.sumOf({ products: formatCount(products), activation });
