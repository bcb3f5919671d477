import type { Pipeline, Stage } from '@/lib/network/pipeline';
import { subjectStore } from './subject';

/**
 * The stage that a text names by its id in the network that the site is built with. Another network's, where it has none of
 * that id, is the one of the same kind and number, such as its second convolution, or the last of them; null where it has
 * no such layer.
 */
export function stageNamed({ stages }: Pipeline, id: string): Stage | null {
  const own = stages.find((stage) => stage.id === id);
  if (own) return own;
  const built = subjectStore.getInitialState().pipeline.stages;
  const named = built.find((stage) => stage.id === id);
  const alike = (all: readonly Stage[]) => all.filter(({ layer }) => layer.kind === named?.layer.kind);
  const nth = named ? alike(built).indexOf(named) : -1;
  const last = named === built.at(-1) ? stages.at(-1) : undefined;
  return alike(stages)[nth] ?? alike(stages).at(-1) ?? last ?? null;
}
