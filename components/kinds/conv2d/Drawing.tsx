import type { DrawingProps } from '@/components/kinds/drawing-props';
import { sidesOf } from '@/lib/kinds/parts/sides';
import { Patch } from './Patch';

/** The values under the kernel, with the kernel on them. */
export function ConvDrawing({ explanation, layer, maps, ...others }: DrawingProps) {
  if (layer.kind !== 'conv2d' || !maps) return null;
  return <Patch {...others} maps={maps} terms={explanation.terms} columns={sidesOf(layer.kernel)[1]} />;
}
