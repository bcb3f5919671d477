import dynamic from 'next/dynamic';
import type { ComponentType } from 'react';
import type { FigureProps } from '@/components/figures/figure-props';
import { again } from '@/components/parts/again';
import type { DenseLayer, LayerKind, LayerOf } from '@/lib/kinds/types';

const loads = new Map<string, () => Promise<unknown>>();

/** For `dynamic`: a figure's script, under a name by which it can be fetched ahead. */
function named<Props extends object>(name: string, load: () => Promise<ComponentType<Props>>) {
  loads.set(name, load);
  return again(load);
}

/** The activation by which the output layer is known, whose figure shows classes. */
const OUTPUT: DenseLayer['activation'] = 'softmax';

// A lesson shows one kind of stage, so each figure is loaded only where it is shown.
const DenseFigure = dynamic(
  named('dense', () => import('./dense/Figure').then((module) => module.DenseFigure)),
);
const OutputFigure = dynamic(
  named('output', () => import('./dense/OutputFigure').then((module) => module.OutputFigure)),
);

const FIGURES: { readonly [K in LayerKind]: ComponentType<FigureProps<LayerOf<K>>> } = {
  input: dynamic(named('input', () => import('./input/Figure').then((module) => module.InputFigure))),
  normalize: dynamic(
    named('normalize', () => import('./normalize/Figure').then((module) => module.NormalizeFigure)),
  ),
  conv2d: dynamic(named('conv2d', () => import('./conv2d/Figure').then((module) => module.ConvFigure))),
  maxPool: dynamic(named('maxPool', () => import('./max-pool/Figure').then((module) => module.PoolFigure))),
  averagePool: dynamic(
    named('averagePool', () => import('./average-pool/Figure').then((module) => module.AveragePoolFigure)),
  ),
  globalAveragePool: dynamic(
    named('globalAveragePool', () =>
      import('./global-average-pool/Figure').then((module) => module.GlobalAveragePoolFigure),
    ),
  ),
  activation: dynamic(
    named('activation', () => import('./activation/Figure').then((module) => module.ActivationFigure)),
  ),
  batchNormalization: dynamic(
    named('batchNormalization', () =>
      import('./batch-normalization/Figure').then((module) => module.BatchNormalizationFigure),
    ),
  ),
  dropout: dynamic(named('dropout', () => import('./dropout/Figure').then((module) => module.DropoutFigure))),
  zeroPadding: dynamic(
    named('zeroPadding', () => import('./zero-padding/Figure').then((module) => module.ZeroPaddingFigure)),
  ),
  flatten: dynamic(named('flatten', () => import('./flatten/Figure').then((module) => module.FlattenFigure))),
  dense: (props: FigureProps<DenseLayer>) =>
    props.layer.activation === OUTPUT ? <OutputFigure {...props} /> : <DenseFigure {...props} />,
};

/** Fetches the script of a layer's figure, so that it appears at once when it is asked for. */
export function fetchFigure(layer: LayerOf<LayerKind>): void {
  const name = layer.kind === 'dense' && layer.activation === OUTPUT ? 'output' : layer.kind;
  // Where it can't be fetched, that is said once it is asked for.
  loads
    .get(name)?.()
    .catch(() => undefined);
}

/** The figure of a layer of this kind, typed for that layer. */
export const figureOf = <K extends LayerKind>(
  layer: LayerOf<K> & { readonly kind: K },
): ComponentType<FigureProps<LayerOf<K>>> => FIGURES[layer.kind];
