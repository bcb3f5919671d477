/** The facts about the course and its network that are given instead of computed. */
import * as v from 'valibot';
import facts from './facts.json' with { type: 'json' };

const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const shape = v.array(count);

const Facts = v.object({
  topic: v.string(),
  /** The duration of the walk. */
  minutes: count,
  /** The size of the training set; the batch in the shapes below. */
  images: count,
  /** Input and output shapes, batch first. */
  stages: v.array(v.object({ id: v.string(), input: shape, output: shape })),
  /** Parameters of the stages that have any, by id. */
  parameters: v.record(v.string(), count),
  totalParameters: count,
  /** The layers of the prediction trace, by stage id. */
  predictionTrace: v.array(v.string()),
  /** Typical training numbers from a textbook; shown as its claim, never as a measurement. */
  trainingTrace: v.array(v.object({ epoch: count, loss: v.number(), accuracy: share })),
  /** Questions in a round of the quiz. */
  quizQuestions: count,
  learningModes: count,
});

export type ReferenceFacts = v.InferOutput<typeof Facts>;

/** The facts of the reference network, which `npm run check:shapes` compares with the computed ones. */
export const REFERENCE_FACTS: ReferenceFacts = v.parse(Facts, facts);
