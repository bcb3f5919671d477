import type { MDXContent } from 'mdx/types';
import * as v from 'valibot';
import { referencePipeline } from '@/lib/course/reference';
import { TEXTS } from '@/lib/site/texts';
import { minutesOf } from '@/lib/site/walk/count';
import { workOfPage } from '@/lib/site/walk/reading';
import { LOCALE } from '@/words/locale';

const FrontMatter = v.strictObject({
  /** The stage the lesson is about. */
  stage: v.picklist(referencePipeline.stages.map(({ id }) => id)),
  title: v.pipe(v.string(), v.nonEmpty()),
  /** One sentence on what happens in this stage. */
  summary: v.pipe(v.string(), v.nonEmpty()),
  /** What a learner can do after it. */
  aim: v.pipe(v.string(), v.nonEmpty()),
});

/** The stages that have lessons, in order. */
export const LESSON_STAGES: readonly string[] = referencePipeline.stages.map(({ id }) => id);

export interface LessonFacts extends Readonly<v.InferOutput<typeof FrontMatter>> {
  /** To read and do all of it, counted from its text. */
  readonly minutes: number;
  /** The same for the part that belongs to the walk; null where the walk doesn’t pass it. */
  readonly onWalk: number | null;
}

export interface Lesson extends LessonFacts {
  /** Its text, from the project's root. */
  readonly file: string;
  readonly Body: MDXContent;
}

/** "03-conv1": lessons are numbered in the order of the stages. */
const fileOf = (id: string): string => {
  return `${String(LESSON_STAGES.indexOf(id) + 1).padStart(2, '0')}-${id}`;
};

/**
 * The lesson on a stage, in the language of the build.
 * @throws Error naming the file, at build time, when its front matter is invalid.
 */
export async function loadLesson(id: string): Promise<Lesson> {
  const name = fileOf(id);
  const file = `${TEXTS[LOCALE]}/stages/${name}.mdx`;
  // Two imports with literal prefixes, so that the bundler finds the texts.
  const module =
    LOCALE === 'de'
      ? await import(`@/content/de/stages/${name}.mdx`)
      : await import(`@/content/stages/${name}.mdx`);
  const facts = v.safeParse(FrontMatter, module.frontmatter);
  if (!facts.success) throw new Error(`${file}: ${v.summarize(facts.issues)}`);
  if (facts.output.stage !== id) throw new Error(`${file} is about ${facts.output.stage}`);
  const { whole, walk } = await workOfPage(`/stages/${id}/`, LOCALE);
  return {
    ...facts.output,
    minutes: minutesOf(whole),
    onWalk: walk && minutesOf(walk),
    file,
    Body: module.default,
  };
}
