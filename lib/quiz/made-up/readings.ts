import { mean, minIndex } from 'd3-array';
import { formatCount, formatNumber, formatPercent } from '@/lib/format/format';
import { againstRest, type OneAgainstRest, ratesOf } from '@/lib/metrics/classification';
import { forNumber, listed, oneOf, whole } from '@/lib/questions/maker';
import { choice } from '@/lib/questions/options';
import type { Random, Writers } from '@/lib/questions/question';
import words from '@/words/bank-made-up-readings';

const two = (value: number): string => formatNumber(value, 2);

/** Validation losses that fall to a minimum and rise again, and training losses that keep falling. */
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

const countsText = (parts: OneAgainstRest): string =>
  words.counts({
    hits: parts.hits.length,
    misses: parts.misses.length,
    falseAlarms: parts.falseAlarms.length,
    rejections: parts.rejections.length,
  });

/** Reading measurements. */
export const MADE_UP_READINGS: Writers<null> = {
  best: (_about, _pipeline, random) => {
    const { heldOut } = anyRun(random);
    const best = minIndex(heldOut) + 1;
    const others = [heldOut.length, 1, best + 1, best - 1, best + 2].filter(
      (epoch) => epoch >= 1 && epoch <= heldOut.length,
    );
    return {
      text: words.best({ epochs: heldOut.length, losses: listed(heldOut, two) }),
      right: choice(words.epoch({ epoch: best }), words.bestWhy({ loss: two(heldOut[best - 1]) })),
      wrong: others.map((epoch) =>
        choice(
          words.epoch({ epoch }),
          epoch === heldOut.length
            ? words.bestLast()
            : words.bestBeaten({ loss: two(heldOut[epoch - 1]), best }),
        ),
      ),
    };
  },
  gap: (_about, _pipeline, random) => {
    const { training, heldOut } = anyRun(random);
    const epoch = whole(4, 7, random);
    const [inside, outside] = [training[epoch - 1], heldOut[epoch - 1]];
    return forNumber(
      words.gap({ epoch, inside: two(inside), outside: two(outside) }),
      two,
      outside - inside,
      words.gapWhy({ outside: two(outside), inside: two(inside), gap: two(outside - inside) }),
      [
        [outside + inside, words.gapSum()],
        [outside, words.gapOutside()],
        [inside, words.gapInside()],
        [mean([inside, outside]) ?? 0, words.gapMean()],
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
      words.accuracy({ counts: countsText(parts) }),
      formatPercent,
      right / all,
      words.accuracyWhy({
        hits: parts.hits.length,
        rejections: parts.rejections.length,
        all,
        share: formatNumber(right / all, 3),
      }),
      [
        [parts.hits.length / all, words.accuracyHits()],
        [precision, words.isPrecision()],
        [recall, words.isRecall()],
        [1 - right / all, words.accuracyWrong()],
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
      words.harmonic({ hits: a, falseAlarms: b, misses: c }),
      formatPercent,
      f1,
      words.harmonicWhy({ hits: a, falseAlarms: b, misses: c, f1: formatNumber(f1, 3) }),
      [
        [precision, words.harmonicPrecision()],
        [recall, words.harmonicRecall()],
        [(precision + recall) / 2, words.harmonicMean()],
        [a / (a + b + c), words.harmonicOnce()],
      ],
    );
  },
  majority: (_about, _pipeline, random) => {
    const images = oneOf([50, 100, 200, 400], random);
    const rare = (images / 50) * whole(1, 10, random);
    return forNumber(
      words.majority({ images: formatCount(images), rare: formatCount(rare) }),
      formatPercent,
      (images - rare) / images,
      words.majorityWhy({ images, rare, share: formatNumber((images - rare) / images, 3) }),
      [
        [0.5, words.majorityHalf()],
        [rare / images, words.majorityCats()],
        [0, words.majorityNone()],
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
    words.rate({ counts: countsText(parts), which }),
    formatPercent,
    value,
    words.rateWhy({ hits, others, share: formatNumber(value, 3), which }),
    [
      [
        which === 'precision' ? recall : precision,
        which === 'precision' ? words.isRecall() : words.isPrecision(),
      ],
      [(hits + parts.rejections.length) / all, words.rateAccuracy()],
      [f1, words.rateF1()],
      [hits / all, words.rateAll()],
    ],
  );
}
