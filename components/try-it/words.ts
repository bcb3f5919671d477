/** What the results of “Try it” are told in. */
import { TRAINING_COUNT } from '@/lib/data/picture-sets';
import { formatCount, formatPercent, formatShape } from '@/lib/format/format';
import { rulesOf } from '@/lib/layers/registry';
import type { Pipeline } from '@/lib/pipeline/pipeline';
import type { Aspect, LayerChange } from '@/lib/try-it/changes';
import type { Fault } from '@/lib/try-it/draft';

export const EDITOR_LABEL = 'The network as lines of TensorFlow.js';
export const EDITOR_HINT =
  'Tab leaves the editor. Control and space offer what can be written; F8 goes to a mistake.';
export const ON_ITS_WAY = 'Your network is on its way. The code runs as soon as it is there.';
export const LAST_THAT_WORKED = 'What follows is still the network of the last code that worked.';

export const faultWords = ({ sentence, line }: Fault): string =>
  line === null ? sentence : `Line ${line}: ${sentence}`;

/** The whole network in a sentence, and how many parameters it has beside the learner's own. */
export function networkWords(now: Pipeline, original: Pipeline): string {
  const more = now.parameters - original.parameters;
  const whole = `It runs: ${now.stages.length} layers, ${formatCount(now.parameters)} parameters`;
  if (more === 0) return `${whole}, as many as your network.`;
  return `${whole}, ${formatCount(Math.abs(more))} ${more > 0 ? 'more' : 'fewer'} than your network.`;
}

const WAS: Readonly<Record<Aspect, (was: NonNullable<LayerChange['was']>) => string>> = {
  operation: ({ layer }) => `it was ${rulesOf(layer).operation(layer)}`,
  output: ({ output }) => `its output was ${formatShape(output)}`,
  parameters: ({ parameters }) => `it had ${formatCount(parameters)} parameters`,
  multiplyAdds: ({ multiplyAdds }) => `it took ${formatCount(multiplyAdds)} multiply-adds`,
};

/** What has changed about a layer, beside the learner's own network. */
export function changeWords({ was, other }: LayerChange): string {
  if (!was) return 'new';
  return other.length === 0 ? 'as in your network' : other.map((aspect) => WAS[aspect](was)).join('; ');
}

export const goneWords = (ids: readonly string[]): string =>
  `Of your network ${ids.join(', ')} ${ids.length === 1 ? 'is' : 'are'} gone.`;

/** Where the weights come from, in a sentence. */
export function weightWords(kept: readonly string[], fresh: readonly string[], trained: boolean): string {
  if (trained) return 'All weights were trained just now, from new ones, for one epoch.';
  if (fresh.length === 0) return 'All weights are those of your network.';
  const begins = `${fresh.join(', ')} ${fresh.length === 1 ? 'begins' : 'begin'} with new weights, which have learned nothing yet: what follows after them means little before it is trained.`;
  return kept.length === 0
    ? begins
    : `${kept.join(', ')} ${kept.length === 1 ? 'keeps' : 'keep'} the weights of your network, as their shapes still fit. ${begins}`;
}

export const TRAIN_WORDS = `Trains all of it from new weights on ${formatCount(TRAINING_COUNT)} pictures, beside your own network, which stays as it is.`;

export const trainedWords = (loss: number, accuracy: number, heldOut: number): string =>
  `After one epoch: loss ${loss.toFixed(3)}, ${formatPercent(accuracy)} right on the way, and ${formatPercent(heldOut)} of the held-out pictures.`;
