import { COLOURS } from '@/components/figures/source';
import type { Pipeline } from '@/lib/pipeline/pipeline';
import type { Step } from '@/lib/provenance/way';

/** A value's name, as the way taken lists it: "conv2, row 11, column 18, map 41". Unknown stages keep their id. */
export function stepWords({ stage: id, cell }: Step, { stages, architecture }: Pipeline): string {
  const layer = stages.find((stage) => stage.id === id)?.layer;
  if (cell.length === 1) {
    if (id === stages.at(-1)?.id) return `${id}, ${architecture.classes[cell[0]] ?? cell[0]}`;
    return `${id}, ${layer?.kind === 'dense' ? 'unit' : 'index'} ${cell[0]}`;
  }
  const [row, column, channel] = cell;
  const picture = layer?.kind === 'input' || layer?.kind === 'normalize';
  const map = (picture && COLOURS[channel]) || `map ${channel}`;
  return `${id}, row ${row}, column ${column}, ${map}`;
}
