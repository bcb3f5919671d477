import { formatNumber, formatShape } from '@/lib/format/format';
import { withFilters } from '@/lib/kinds/parts/filters';
import type { Pipeline } from '@/lib/network/pipeline';
import type { Trace } from '@/lib/network/trace';
import { gradCam, saliency, summed } from '@/lib/provenance/attribution';
import type { StageGradient } from '@/lib/provenance/backward';
import type { Bill } from '@/lib/provenance/bill';
import { logitsOf } from '@/lib/provenance/difference';
import { ok, type Result } from '@/lib/result';
import { withCopyOf } from '@/lib/store/explore/copy';
import { slideCover } from '@/lib/store/explore/occlusion';
import { asMap, type MapShape } from '@/lib/tensor/tensor';
import { coverFor, coverPlaces } from '@/lib/what-if/occlusion';
import words from '@/words/see';

/** The result of a method: one number for each place of a plane over the image. */
export interface Found {
  readonly values: Float32Array;
  readonly height: number;
  readonly width: number;
  /** A number on its exactness, or a parameter of the measurement. */
  readonly note?: string;
}

export interface Panel {
  readonly name: string;
  readonly meaning: string;
  readonly caveat: string;
  readonly kind: 'sequential' | 'diverging';
  /** Null until it is computed. */
  readonly found: Found | null;
}

/** What one backward pass gives: the gradients of the logit, and the exact contributions where the network has them. */
export interface Passed {
  readonly gradients: readonly Pick<StageGradient, 'stage' | 'output'>[] | null;
  readonly bill: Bill | null;
}

/** The methods that need only one backward pass. */
export function computed(
  pipeline: Pipeline,
  { gradients, bill }: Passed,
  trace: Trace | null,
): readonly Panel[] {
  const [height, width, colours] = asMap(pipeline.architecture.input);
  const pixels = (values: Float32Array, note?: string): Found => ({ values, height, width, note });
  const first = bill?.accounts[0];
  const convolutions = withFilters(pipeline.stages);
  return [
    {
      name: words.saliency(),
      meaning: words.saliencyMeaning(),
      caveat: words.saliencyCaveat(),
      kind: 'sequential',
      found: gradients ? pixels(saliency(gradients[0])) : null,
    },
    {
      name: words.bill(),
      meaning: words.billMeaning(),
      caveat: words.billCaveat(),
      kind: 'diverging',
      found: first
        ? pixels(
            summed(first.contributions, colours),
            words.billNote({ pixels: formatNumber(first.values), biases: formatNumber(first.biases) }),
          )
        : null,
    },
    ...convolutions.map((stage): Panel => {
      const gradient = gradients?.find((one) => one.stage.id === stage.id);
      const traced = trace?.stages.find((one) => one.stage === stage.id);
      const [rows, columns] = asMap(stage.output);
      return {
        name: words.gradCam({ stage: stage.id }),
        meaning: words.gradCamMeaning({ stage: stage.id }),
        caveat: words.gradCamCaveat(),
        kind: 'sequential',
        found:
          gradient && traced ? { values: gradCam(gradient, traced), height: rows, width: columns } : null,
      };
    }),
  ];
}

/** A method that needs many runs of the engine, and therefore starts by a button. */
export interface Asked extends Omit<Panel, 'found' | 'meaning'> {
  /** The same for images of this shape. */
  meaning(shape: MapShape): string;
  readonly button: string;
  ask(question: MethodQuestion, onPart: (share: number) => void): Promise<Result<Found>>;
}

export interface MethodQuestion {
  readonly pipeline: Pipeline;
  readonly trace: Trace;
  readonly unit: number;
}

const STEPS = 48;

const bytesOf = ({ stages }: Trace): Uint8Array => Uint8Array.from(stages[0].values);

export const ASKED: readonly Asked[] = [
  {
    name: words.occlusion(),
    meaning(shape) {
      const { size } = coverFor(shape);
      return words.occlusionMeaning({ size: formatShape([size, size]) });
    },
    caveat: words.occlusionCaveat(),
    kind: 'diverging',
    button: words.slide(),
    async ask({ pipeline, trace, unit }, onPart) {
      const shape = asMap(pipeline.architecture.input);
      const cover = coverFor(shape);
      const pixels = bytesOf(trace);
      const slid = await withCopyOf(pipeline.architecture, trace, ({ engine, copy }) => {
        const predict = (covered: Uint8Array, count: number) => engine.predict(copy, covered, count);
        return slideCover({ pipeline, pixels, unit, cover, predict }, onPart);
      });
      if (!slid.ok) return slid;
      const [height, width] = shape;
      const whole = trace.stages[trace.stages.length - 1].values[unit];
      return ok({
        values: slid.value.map((left) => whole - left),
        height: coverPlaces(height, cover),
        width: coverPlaces(width, cover),
      });
    },
  },
  {
    name: words.integrated(),
    meaning: () => words.integratedMeaning({ steps: STEPS }),
    caveat: words.integratedCaveat(),
    kind: 'diverging',
    button: words.walk(),
    async ask({ pipeline, trace, unit }, onPart) {
      return withCopyOf(pipeline.architecture, trace, async ({ engine, copy }) => {
        onPart(0);
        const pixels = bytesOf(trace);
        const shares = await engine.examine(copy, { name: 'integrated', pixels, unit, steps: STEPS });
        if (!shares.ok) return shares;
        const black = await engine.trace(copy, new Uint8Array(pixels.length));
        if (!black.ok) return black;
        const [height, width, colours] = asMap(pipeline.architecture.input);
        const from = black.value.stages[black.value.stages.length - 1].before?.[unit] ?? 0;
        const sum = shares.value.reduce((all, one) => all + one, 0);
        return ok({
          values: summed(shares.value, colours),
          height,
          width,
          note: words.integratedNote({
            sum: formatNumber(sum),
            rise: formatNumber(logitsOf(trace)[unit] - from),
          }),
        });
      });
    },
  },
];
