import type { DrawingProps } from '@/components/kinds/drawing-props';
import { Patch } from './Patch';

/** What lies under the kernel, with the kernel on it. */
export function ConvDrawing({ explanation, layer, maps, ...others }: DrawingProps) {
  if (layer.kind !== 'conv2d' || !maps) return null;
  return <Patch {...others} maps={maps} terms={explanation.terms} side={layer.kernel} />;
}
