import type { ComponentType } from 'react';
import * as v from 'valibot';
import { referencePipeline } from '@/lib/pipeline/reference';

const FrontMatter = v.strictObject({
  /** The stage the lesson is about. */
  stage: v.picklist(referencePipeline.stages.map(({ id }) => id)),
  title: v.pipe(v.string(), v.nonEmpty()),
  /** Minutes to read and try it. */
  minutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10)),
  /** One sentence on what happens in this stage. */
  summary: v.pipe(v.string(), v.nonEmpty()),
  /** What a learner can do after it. */
  aim: v.pipe(v.string(), v.nonEmpty()),
});

export type LessonFacts = Readonly<v.InferOutput<typeof FrontMatter>>;

export interface Lesson extends LessonFacts {
  readonly Body: ComponentType;
}

/** "03-conv1": lessons lie in the order of the stages. */
const fileOf = (id: string): string => {
  const at = referencePipeline.stages.findIndex((stage) => stage.id === id);
  return `${String(at + 1).padStart(2, '0')}-${id}`;
};

/**
 * The lesson on a stage.
 * @throws Error naming the file, at build time, when its front matter is wrong.
 */
export async function loadLesson(id: string): Promise<Lesson> {
  const file = fileOf(id);
  const module = await import(`@/content/stages/${file}.mdx`);
  const facts = v.safeParse(FrontMatter, module.frontmatter);
  if (!facts.success) throw new Error(`content/stages/${file}.mdx: ${v.summarize(facts.issues)}`);
  if (facts.output.stage !== id) throw new Error(`content/stages/${file}.mdx is about ${facts.output.stage}`);
  return { ...facts.output, Body: module.default };
}
