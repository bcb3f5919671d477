import { SLOPES } from '@/components/kinds/slopes';
import { formatCount } from '@/lib/format/format';
import type { Pipeline, Stage } from '@/lib/network/pipeline';
import words from '@/words/backward';

/** Where the gradient to what a stage answers comes from: one sentence about the stage after it. */
export function slopeWords(stage: Stage, { stages }: Pipeline): string {
  const next = stages[stage.number];
  if (!next) return words.ofLoss();
  return SLOPES[next.layer.kind](next);
}

/** What a ReLU does to it on the way to the stage's own sums; empty where there is none. */
export function reluWords({ layer }: Stage, stopped: number): string {
  if (!('activation' in layer) || layer.activation !== 'relu') return '';
  return words.relu({ places: formatCount(stopped) });
}
