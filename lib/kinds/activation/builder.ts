import { LEAK } from '../parts/activation';
import type { BuilderRules } from '../parts/builder';
import { choice, slope } from '../parts/setting';
import type { Activation, ActivationLayer } from '../types';

const CURVES: readonly Activation[] = ['linear', 'relu', 'leakyRelu', 'sigmoid', 'tanh', 'softmax'];

export const builder: BuilderRules<ActivationLayer> = {
  fresh: { id: 'activation', kind: 'activation', activation: 'relu' },
  settings: [
    choice('activation', CURVES),
    {
      ...slope,
      applies: ({ activation }) => activation === 'leakyRelu',
      text: (layer) => String(layer.slope ?? LEAK),
    },
  ],
};
