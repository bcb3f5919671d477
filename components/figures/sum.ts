import { formatNumber } from '@/lib/format/format';
import type { Ask } from '@/lib/kinds/questions/asks';
import type { Activation } from '@/lib/kinds/types';
import type { TracedExplanation } from '@/lib/provenance/explain';
import words from '@/words/sum';
import type { Part } from './parts/Arithmetic';

/** A number that is added, with its name. */
export interface Addend {
  readonly value: number;
  readonly note: string;
}

/** A sum formatted so that it adds up on the screen. */
export interface WrittenSum {
  readonly decimals: number;
  /** The difference between the printed addends and the printed total; 0 in most sums. */
  readonly rounding: number;
}

const FEWEST = 4;
const MOST = 6;

const whole = (value: number, decimals: number) => Math.round(value * 10 ** decimals);

/**
 * The fewest decimals, from 4 to 6, with which the printed addends add up to the printed total. Where none do
 * (the engine adds thousands of products in single precision), 4, and the difference is printed as one more
 * addend.
 */
export function writtenSum(addends: readonly number[], total: number): WrittenSum {
  const difference = (decimals: number) =>
    addends.reduce((left, addend) => left - whole(addend, decimals), whole(total, decimals));
  for (let decimals = FEWEST; decimals <= MOST; decimals++) {
    if (difference(decimals) === 0) return { decimals, rounding: 0 };
  }
  return { decimals: FEWEST, rounding: difference(FEWEST) / 10 ** FEWEST };
}

type Sum = Pick<TracedExplanation, 'before' | 'value'>;

/** A value's sum and its activation as an equation, in the engine's own numbers. */
export function sumParts(addends: readonly Addend[], { before, value }: Sum, activation: Activation): Part[] {
  const { decimals, rounding } = writtenSum(
    addends.map((addend) => addend.value),
    before,
  );
  const write = (number: number) => formatNumber(number, decimals);
  const written = rounding === 0 ? addends : [...addends, { value: rounding, note: words.rounding() }];
  const relu = activation === 'relu';
  // A logit is not the result yet: the question is about what softmax makes of it.
  const veil: Ask | undefined = activation === 'softmax' ? undefined : 'value';
  return [
    ...written.flatMap((addend, at): Part[] => [
      ...(at > 0 ? ['+'] : []),
      { text: write(addend.value), note: addend.note },
    ]),
    '=',
    {
      text: write(before),
      note: relu ? words.before() : activation === 'softmax' ? words.logit() : words.value(),
      followed: !relu,
      veil,
    },
    ...(relu
      ? [
          '→',
          { text: words.max({ value: write(before) }), note: 'ReLU', veil },
          '=',
          { text: write(value), note: words.value(), followed: true, veil },
        ]
      : []),
  ];
}
