import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { nanosecondsOf, PART_BYTES, simdOf } from './simd/simd';
import { type KernelCall, registerNew, valuesOf } from './wasm-kernel';

/**
 * The name of this kernel. The library has none like it: its Adam consists of a dozen passes over all
 * weights.
 */
export const APPLY_ADAM = 'ApplyAdam';

/** All of the same shape. */
interface Inputs {
  readonly value: TensorInfo;
  readonly gradient: TensorInfo;
  readonly first: TensorInfo;
  readonly second: TensorInfo;
}

/** The numbers of a step. They are rounded to single precision. */
export type AdamNumbers = {
  /** The share of the first and the second moment that stays. */
  readonly decay1: number;
  readonly decay2: number;
  /** The share of the gradient and its square that is added: 1 minus the above. */
  readonly fresh1: number;
  readonly fresh2: number;
  /** The bias corrections of the moments: 1 minus the decay to the power of the step. */
  readonly share1: number;
  readonly share2: number;
  readonly epsilon: number;
  readonly rate: number;
};

const LANES = 4;

/** A number in single precision, as the whole number that its bits are. */
const bitsOf = (value: number): number => new Int32Array(Float32Array.of(value).buffer)[0];

/**
 * One step of Adam (Kingma and Ba 2015, arXiv:1412.6980), in one pass: the new value, first and second
 * moment.
 */
function applyAdam({ inputs, attrs, backend }: KernelCall<Inputs, AdamNumbers>): TensorInfo[] {
  const { value, gradient, first, second } = inputs;
  const answers = [value, first, second].map(({ shape }) => backend.makeOutput(shape, 'float32'));
  const all = [value, gradient, first, second, ...answers];
  const done = moveFours(backend, all, attrs);
  moveRest(
    all.map((info) => valuesOf(backend, info)),
    attrs,
    done,
  );
  return answers;
}

/** The numbers in groups of four. Returns how many it has processed: none where the browser has no SIMD. */
function moveFours(backend: BackendWasm, all: readonly TensorInfo[], numbers: AdamNumbers): number {
  const count = valuesOf(backend, all[0]).length;
  const fours = count - (count % LANES);
  const simd = fours > 0 ? simdOf(backend) : null;
  if (!simd) return 0;
  const bytes = fours * Float32Array.BYTES_PER_ELEMENT;
  const { decay1, fresh1, decay2, fresh2, share1, share2, epsilon, rate } = numbers;
  simd.share(
    'moveAdam',
    Math.ceil(bytes / PART_BYTES),
    [
      PART_BYTES,
      ...all.map(({ dataId }) => backend.getMemoryOffset(dataId)),
      bytes,
      ...[decay1, fresh1, decay2, fresh2, share1, share2, epsilon, -rate].map(bitsOf),
    ],
    nanosecondsOf.passed(2 * fours),
  );
  return fours;
}

/** The same for the numbers from `begin` on, rounded to single precision after each operation. */
function moveRest(
  [value, gradient, first, second, toValue, toFirst, toSecond]: readonly Float32Array[],
  numbers: AdamNumbers,
  begin: number,
): void {
  const f = Math.fround;
  const [decay1, fresh1, decay2, fresh2] = [
    f(numbers.decay1),
    f(numbers.fresh1),
    f(numbers.decay2),
    f(numbers.fresh2),
  ];
  const [share1, share2, epsilon, rate] = [
    f(numbers.share1),
    f(numbers.share2),
    f(numbers.epsilon),
    f(-numbers.rate),
  ];
  for (let at = begin; at < value.length; at++) {
    const g = gradient[at];
    toFirst[at] = f(first[at] * decay1) + f(g * fresh1);
    toSecond[at] = f(second[at] * decay2) + f(f(g * g) * fresh2);
    const spread = f(f(Math.sqrt(f(toSecond[at] / share2))) + epsilon);
    toValue[at] = f(f(f(toFirst[at] / share1) / spread) * rate) + value[at];
  }
}

export const registerApplyAdam = (): void => registerNew(APPLY_ADAM, applyAdam);
