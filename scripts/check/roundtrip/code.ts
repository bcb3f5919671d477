/** Whether the TensorFlow.js code that is taken home computes what this site's engine computes. */
import { filesOf, type TakenHome } from '@/lib/interchange/write/bundle';
import { FILES } from '@/lib/interchange/write/names';
import { answerDifference, valueDifference } from './compare';
import type { RunPrinted } from './in-browser';
import type { Answer } from './python';

/** Of a stage's largest value: TensorFlow.js's plain backend adds in another order. */
const MOST = 1e-6;

/** What this site's engine computes of an image, and of the same kind of image in bytes. */
export interface Meant {
  readonly stages: TakenHome['stages'];
  readonly values: Float32Array;
  readonly bytes: Float32Array;
  /** The probabilities for the bytes. */
  readonly answer: ArrayLike<number>;
}

type Outputs = readonly (readonly number[])[];

/** The worst stage's difference; all layers of the code are stages, in the same order. */
function compareStages(stages: TakenHome['stages'], outputs: Outputs): Answer {
  if (outputs.length !== stages.length)
    return { ok: false, text: `${outputs.length} layers instead of ${stages.length}` };
  const differences = stages.map(({ stage, values }, at) => ({
    stage,
    most: (at === stages.length - 1 ? answerDifference : valueDifference)(values, outputs[at]),
  }));
  const worst = differences.reduce((one, other) => (one.most >= other.most ? one : other));
  // NaN, where a layer has another number of values, is no difference that may pass.
  const odd = differences.find(({ most }) => !(most <= MOST));
  const { stage, most } = odd ?? worst;
  return { ok: !odd, text: `${stages.length} layers, worst ${most.toExponential(1)} in ${stage}` };
}

/** Runs the code; answers what was compared, and how it came out. */
export async function runInBrowser(
  home: TakenHome,
  { stages, values, bytes, answer }: Meant,
  run: RunPrinted,
): Promise<readonly (readonly [what: string, answer: Answer])[]> {
  const asked = {
    code: `/${FILES.scriptCode}`,
    model: `/${FILES.layersModel}`,
    shape: home.pipeline.architecture.input,
    values: [...values],
    bytes: [...bytes],
  };
  try {
    const { built, opened, predicted } = await run(filesOf(home), asked);
    const off = answerDifference(answer, predicted);
    return [
      [`${FILES.scriptCode} in Chromium`, compareStages(stages, built)],
      ['tf.loadLayersModel in Chromium', compareStages(stages, opened)],
      ["the code's predict", { ok: off <= MOST, text: `worst ${off.toExponential(1)}` }],
    ];
  } catch (error) {
    return [[`${FILES.scriptCode} in Chromium`, { ok: false, text: String(error) }]];
  }
}
