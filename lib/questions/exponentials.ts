import { formatNumber } from '@/lib/format/format';

/** exp(x) and exp(−x), which a question about a sigmoid or tanh gives: nobody is to need a calculator. */
export const exponentials = (x: number): { readonly plus: string; readonly minus: string } => ({
  plus: formatNumber(Math.exp(x)),
  minus: formatNumber(Math.exp(-x)),
});
