import { least, mean, minIndex } from 'd3-array';
import { formatCount, formatNumber, formatPercent } from '@/lib/format/format';
import { againstRest, type OneAgainstRest, ratesOf } from '@/lib/metrics/classification';
import { choice } from '../options';
import type { Random, Writers } from '../question';
import { forNumber, oneOf, whole } from './maker';

const two = (value: number): string => formatNumber(value, 2);

/** Held-out losses that fall to their least and rise again, and training losses that go on falling. */
function anyRun(random: Random) {
  const turn = whole(2, 5, random);
  const heldOut: number[] = [];
  const training: number[] = [];
  let [inside, outside] = [2.3, 2.3];
  for (let epoch = 1; epoch <= 7; epoch++) {
    inside *= 0.55 + random() * 0.15;
    outside += epoch <= turn ? -(0.15 + random() * 0.2) : 0.05 + random() * 0.15;
    training.push(Math.round(inside * 100) / 100);
    heldOut.push(Math.round(outside * 100) / 100);
  }
  return { training, heldOut };
}

/** A class against the rest, as counts. */
function anyCounts(random: Random) {
  const hits = whole(4, 18, random);
  const [falseAlarms, misses] = [whole(2, 12, random), whole(2, 12, random)];
  const rejections = whole(60, 120, random);
  const labels = [
    ...Array.from({ length: hits + misses }, () => 1),
    ...Array.from({ length: falseAlarms + rejections }, () => 0),
  ];
  const called = (at: number) => at < hits || (at >= hits + misses && at < hits + misses + falseAlarms);
  return againstRest(labels, 1, called);
}

const told = (parts: OneAgainstRest): string =>
  `Of all pictures, ${parts.hits.length} cats are called cats, ${parts.misses.length} cats are called something else, ${parts.falseAlarms.length} others are called cats, and ${parts.rejections.length} others are not.`;

/** Reading what was measured. */
export const MADE_UP_READINGS: Writers<null> = {
  best: (_about, _pipeline, random) => {
    const { heldOut } = anyRun(random);
    const best = minIndex(heldOut) + 1;
    const others = [heldOut.length, 1, best + 1, best - 1, best + 2].filter(
      (epoch) => epoch >= 1 && epoch <= heldOut.length,
    );
    return {
      text: `The held-out loss after epochs 1 to ${heldOut.length} is ${heldOut.map(two).join(', ')}. Which epoch’s weights are best kept?`,
      right: choice(
        `epoch ${best}`,
        `There it is lowest: ${two(heldOut[best - 1])}. After it the network learns the training pictures by heart.`,
      ),
      wrong: others.map((epoch) =>
        choice(
          `epoch ${epoch}`,
          epoch === heldOut.length
            ? 'The last is not the best: what counts is what holds for pictures it never saw.'
            : `There it is ${two(heldOut[epoch - 1])}, which epoch ${best} beats.`,
        ),
      ),
    };
  },
  gap: (_about, _pipeline, random) => {
    const { training, heldOut } = anyRun(random);
    const epoch = whole(4, 7, random);
    const [inside, outside] = [training[epoch - 1], heldOut[epoch - 1]];
    return forNumber(
      `After epoch ${epoch} the loss on the training pictures is ${two(inside)} and on the held-out ones ${two(outside)}. How large is the gap that overfitting shows by?`,
      two,
      outside - inside,
      `${two(outside)} − ${two(inside)} = ${two(outside - inside)}: the more a network learns by heart, the larger it grows.`,
      [
        [outside + inside, 'A gap is a difference, not a sum.'],
        [outside, 'That is the held-out loss itself.'],
        [inside, 'That is the training loss itself.'],
        [mean([inside, outside]) ?? 0, 'That is their mean.'],
      ],
    );
  },
  accuracy: (_about, _pipeline, random) => {
    const parts = anyCounts(random);
    const [right, all] = [
      parts.hits.length + parts.rejections.length,
      Object.values(parts).reduce((sum, own) => sum + own.length, 0),
    ];
    const { precision, recall } = ratesOf(parts);
    return forNumber(
      `${told(parts)} What share of these answers is right?`,
      formatPercent,
      right / all,
      `(${parts.hits.length} + ${parts.rejections.length}) ÷ ${all} = ${formatNumber(right / all, 3)}: hits, and others that were rightly not called cats.`,
      [
        [parts.hits.length / all, 'Calling a dog no cat is right as well.'],
        [precision, 'That is the precision: of those called cats, the share that is.'],
        [recall, 'That is the recall: of the cats, the share that was found.'],
        [1 - right / all, 'That is the share of wrong answers.'],
      ],
    );
  },
  precision: (_about, _pipeline, random) => rateQuestion('precision', random),
  recall: (_about, _pipeline, random) => rateQuestion('recall', random),
  harmonic: (_about, _pipeline, random) => {
    const parts = anyCounts(random);
    const { precision, recall, f1 } = ratesOf(parts);
    const [a, b, c] = [parts.hits.length, parts.falseAlarms.length, parts.misses.length];
    return forNumber(
      `A classifier has ${a} hits, ${b} false alarms and ${c} misses. What is its F1?`,
      formatPercent,
      f1,
      `2 × ${a} ÷ (2 × ${a} + ${b} + ${c}) = ${formatNumber(f1, 3)}, the harmonic mean of precision and recall.`,
      [
        [precision, 'That is the precision alone.'],
        [recall, 'That is the recall alone.'],
        [
          (precision + recall) / 2,
          'That is the plain mean. The harmonic one is closer to the lower of the two.',
        ],
        [a / (a + b + c), 'Hits count twice: once for precision, once for recall.'],
      ],
    );
  },
  chance: (_about, _pipeline, random) => {
    const classes = oneOf([2, 4, 5, 8, 20, 25], random);
    const pictures = classes * oneOf([10, 20, 40], random);
    return forNumber(
      `There are ${formatCount(pictures)} pictures of ${classes} classes, as many of each. How many does pure guessing get right on average?`,
      formatCount,
      mean(Array.from({ length: classes }, () => pictures / classes)) ?? 0,
      `One in ${classes}: ${pictures} ÷ ${classes} = ${pictures / classes}.`,
      [
        [pictures / 2, 'Guessing is right half the time only with two classes.'],
        [classes, 'That is how many classes there are.'],
        [pictures - pictures / classes, 'That is how many it gets wrong.'],
        [0, 'Even guessing is right now and then.'],
        [least([pictures, classes * classes]) ?? 0, 'The pictures are shared out among the classes once.'],
      ],
    );
  },
};

function rateQuestion(which: 'precision' | 'recall', random: Random) {
  const parts = anyCounts(random);
  const { precision, recall, f1 } = ratesOf(parts);
  const [hits, others] = [
    parts.hits.length,
    which === 'precision' ? parts.falseAlarms.length : parts.misses.length,
  ];
  const value = which === 'precision' ? precision : recall;
  const all = Object.values(parts).reduce((sum, own) => sum + own.length, 0);
  return forNumber(
    `${told(parts)} What is the ${which} for cats?`,
    formatPercent,
    value,
    `${hits} ÷ (${hits} + ${others}) = ${formatNumber(value, 3)}: ${which === 'precision' ? 'of those called cats, the share that is' : 'of the cats, the share that was found'}.`,
    [
      [
        which === 'precision' ? recall : precision,
        `That is the ${which === 'precision' ? 'recall: of the cats, the share that was found' : 'precision: of those called cats, the share that is'}.`,
      ],
      [(hits + parts.rejections.length) / all, 'That is the accuracy over all pictures.'],
      [f1, 'That is F1, the harmonic mean of precision and recall.'],
      [hits / all, 'That divides by all pictures.'],
    ],
  );
}
