import { kerasOptions, PYTORCH_ACTIVATION, scriptOptions } from '../parts/code';
import type { DenseLayer, WriteCode } from '../types';

export const code: WriteCode<DenseLayer> = ({ units, activation, bias }, input) => {
  const options = { activation: activation === 'linear' ? undefined : activation };
  const unbiased = bias === false ? false : undefined;
  return {
    keras: `layers.Dense(${units}${kerasOptions({ ...options, use_bias: unbiased })})`,
    tensorflowjs: `tf.layers.dense({ units: ${units}${scriptOptions({ ...options, useBias: unbiased })} })`,
    pytorch: `nn.Linear(${input[0]}, ${units}${bias === false ? ', bias=False' : ''})${PYTORCH_ACTIVATION[activation]}`,
  };
};
