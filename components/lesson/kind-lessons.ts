import type { MDXContent } from 'mdx/types';
import * as v from 'valibot';
import type { Pipeline, Stage } from '@/lib/network/pipeline';

/** The front matter of a lesson on a kind of layer. */
const KindFrontMatter = v.strictObject({
  /** The file's name, which is the kind's in lib/kinds; "output" for the last layer. */
  kind: v.pipe(v.string(), v.nonEmpty()),
  /** Minutes to read and try it. */
  minutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10)),
  /** One sentence on what such a layer does. */
  summary: v.pipe(v.string(), v.nonEmpty()),
  /** What a learner can do after it. */
  aim: v.pipe(v.string(), v.nonEmpty()),
});

export interface LoadedLesson extends Readonly<v.InferOutput<typeof KindFrontMatter>> {
  readonly Body: MDXContent;
}

/** "batchNormalization" is "batch-normalization". */
export const lessonOfKind = (kind: string): string =>
  kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The lesson's name: that of the last layer, whose units stand for the classes, is apart from that of its kind. */
export const lessonOf = ({ number, layer }: Stage, { stages }: Pipeline): string =>
  number === stages.length ? 'output' : lessonOfKind(layer.kind);

/**
 * A lesson on a kind of layer, in the language of the build: one file of script each.
 * @throws Error naming the text, when its front matter is invalid.
 */
export async function loadKindLesson(name: string): Promise<LoadedLesson> {
  // Two imports with literal prefixes, so that the bundler finds the texts; it leaves out those of the other language, as
  // it knows this value and not the one in `@/words/locale`.
  const module =
    process.env.NEXT_PUBLIC_LOCALE === 'de'
      ? await import(`@/content/de/kinds/${name}.mdx`)
      : await import(`@/content/kinds/${name}.mdx`);
  const facts = v.safeParse(KindFrontMatter, module.frontmatter);
  if (!facts.success) throw new Error(`kinds/${name}.mdx: ${v.summarize(facts.issues)}`);
  return { ...facts.output, Body: module.default };
}
