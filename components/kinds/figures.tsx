import dynamic from 'next/dynamic';
import type { ComponentType } from 'react';
import type { FigureProps } from '@/components/figures/figure-props';
import { again } from '@/components/parts/again';
import type { DenseLayer, LayerKind, LayerOf } from '@/lib/kinds/types';

// A lesson shows one kind of stage, so each figure is loaded only where it is shown.
const DenseFigure = dynamic(again(() => import('./dense/Figure').then((module) => module.DenseFigure)));
const OutputFigure = dynamic(
  again(() => import('./dense/OutputFigure').then((module) => module.OutputFigure)),
);

const FIGURES: { readonly [K in LayerKind]: ComponentType<FigureProps<LayerOf<K>>> } = {
  input: dynamic(again(() => import('./input/Figure').then((module) => module.InputFigure))),
  normalize: dynamic(again(() => import('./normalize/Figure').then((module) => module.NormalizeFigure))),
  conv2d: dynamic(again(() => import('./conv2d/Figure').then((module) => module.ConvFigure))),
  maxPool: dynamic(again(() => import('./max-pool/Figure').then((module) => module.PoolFigure))),
  averagePool: dynamic(
    again(() => import('./average-pool/Figure').then((module) => module.AveragePoolFigure)),
  ),
  globalAveragePool: dynamic(
    again(() => import('./global-average-pool/Figure').then((module) => module.GlobalAveragePoolFigure)),
  ),
  activation: dynamic(again(() => import('./activation/Figure').then((module) => module.ActivationFigure))),
  batchNormalization: dynamic(
    again(() => import('./batch-normalization/Figure').then((module) => module.BatchNormalizationFigure)),
  ),
  dropout: dynamic(again(() => import('./dropout/Figure').then((module) => module.DropoutFigure))),
  zeroPadding: dynamic(
    again(() => import('./zero-padding/Figure').then((module) => module.ZeroPaddingFigure)),
  ),
  flatten: dynamic(again(() => import('./flatten/Figure').then((module) => module.FlattenFigure))),
  dense: (props: FigureProps<DenseLayer>) =>
    props.layer.activation === 'softmax' ? <OutputFigure {...props} /> : <DenseFigure {...props} />,
};

/** The figure of a layer of this kind, typed for that layer. */
export const figureOf = <K extends LayerKind>(
  layer: LayerOf<K> & { readonly kind: K },
): ComponentType<FigureProps<LayerOf<K>>> => FIGURES[layer.kind];
