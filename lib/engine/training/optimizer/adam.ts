import * as tf from '@tensorflow/tfjs-core';
import { type AdamNumbers, APPLY_ADAM } from '@/lib/engine/kernels/apply-adam';

/** Adam's state for a variable: running means of its gradient and of the gradient's square. */
interface Moments {
  readonly first: tf.Tensor;
  readonly second: tf.Tensor;
}

const BETA1 = 0.9;
const BETA2 = 0.999;
const EPSILON = 1e-7;

/** A power of a number in single precision, rounded as in step-by-step multiplication. */
function power(base: number, exponent: number): number {
  const factor = Math.fround(base);
  let product = 1;
  for (let at = 0; at < exponent; at++) product = Math.fround(product * factor);
  return product;
}

/**
 * Adam (Kingma and Ba 2015, arXiv:1412.6980), bit for bit the same as the library's, but in one pass where
 * the backend has a kernel for it; and its state can be given to another instance, which then continues bit
 * for bit as well.
 */
export class Adam extends tf.Optimizer {
  static readonly className = 'AdamInOnePass';
  private readonly moments = new Map<string, Moments>();

  constructor(private readonly learningRate: number) {
    super();
  }

  applyGradients(gradients: tf.NamedTensorMap | readonly { name: string; tensor: tf.Tensor }[]): void {
    const named = Array.isArray(gradients)
      ? gradients.map(({ name, tensor }): [string, tf.Tensor] => [name, tensor])
      : Object.entries(gradients);
    this.incrementIterations();
    const numbers: AdamNumbers = {
      decay1: BETA1,
      decay2: BETA2,
      fresh1: 1 - BETA1,
      fresh2: 1 - BETA2,
      share1: Math.fround(1 - power(BETA1, this.iterations)),
      share2: Math.fround(1 - power(BETA2, this.iterations)),
      epsilon: EPSILON,
      rate: this.learningRate,
    };
    for (const [name, gradient] of named) this.move(name, gradient, numbers);
  }

  private move(name: string, gradient: tf.Tensor, numbers: AdamNumbers): void {
    const variable = tf.engine().registeredVariables[name];
    const [first, second] = tf.tidy(() => {
      const before = this.moments.get(name) ?? {
        first: tf.zerosLike(variable),
        second: tf.zerosLike(variable),
      };
      const [value, ...moments] = moved(variable, gradient, before, numbers);
      variable.assign(value);
      return moments;
    });
    tf.dispose({ ...this.moments.get(name) });
    this.moments.set(name, { first: tf.keep(first), second: tf.keep(second) });
  }

  override dispose(): void {
    for (const { first, second } of this.moments.values()) tf.dispose([first, second]);
    this.moments.clear();
  }

  /**
   * Copies of its whole state: the number of steps, then all first and all second moments. The caller
   * disposes of them.
   */
  override async getWeights(): Promise<{ name: string; tensor: tf.Tensor }[]> {
    const entries = [...this.moments];
    return [
      await this.saveIterations(),
      ...entries.map(([name, { first }]) => ({ name: `${name}/m`, tensor: tf.clone(first) })),
      ...entries.map(([name, { second }]) => ({ name: `${name}/v`, tensor: tf.clone(second) })),
    ];
  }

  override async setWeights(weights: { name: string; tensor: tf.Tensor }[]): Promise<void> {
    const moments = await this.extractIterations(weights);
    this.dispose();
    const half = moments.length / 2;
    for (const [at, { name, tensor }] of moments.slice(0, half).entries())
      this.moments.set(name.replace(/\/m$/, ''), {
        first: tf.keep(tf.clone(tensor)),
        second: tf.keep(tf.clone(moments[half + at].tensor)),
      });
  }

  getConfig() {
    return { learningRate: this.learningRate };
  }
}

/** The new value and moments of one tensor. */
function moved(
  value: tf.Tensor,
  gradient: tf.Tensor,
  { first, second }: Moments,
  numbers: AdamNumbers,
): readonly tf.Tensor[] {
  if (tf.getKernel(APPLY_ADAM, tf.getBackend()))
    return tf.engine().runKernel<tf.Tensor[]>(APPLY_ADAM, { value, gradient, first, second }, { ...numbers });
  const { decay1, decay2, fresh1, fresh2, share1, share2, epsilon, rate } = numbers;
  const newFirst = tf.add(tf.mul(first, decay1), tf.mul(gradient, fresh1));
  const newSecond = tf.add(tf.mul(second, decay2), tf.mul(tf.square(gradient), fresh2));
  const spread = tf.add(tf.sqrt(tf.div(newSecond, share2)), epsilon);
  const newValue = tf.add(tf.mul(tf.div(tf.div(newFirst, share1), spread), -rate), value);
  return [newValue, newFirst, newSecond];
}
