import type { MDXContent } from 'mdx/types';
import * as v from 'valibot';
import { TEXTS } from '@/lib/site/texts';
import { minutesOf } from '@/lib/site/walk/count';
import { workOfPage } from '@/lib/site/walk/reading';
import { LOCALE } from '@/words/locale';
import { MODES, type ModeId } from './mode-ids';

const FrontMatter = v.strictObject({
  mode: v.picklist(MODES),
  title: v.pipe(v.string(), v.nonEmpty()),
  /** One sentence on what the learner does in it. */
  summary: v.pipe(v.string(), v.nonEmpty()),
  /** Its purpose. */
  aim: v.pipe(v.string(), v.nonEmpty()),
  /** What a learner can do after it, as the end of "After it you can". */
  after: v.pipe(v.string(), v.nonEmpty()),
});

export interface ModeFacts extends Readonly<v.InferOutput<typeof FrontMatter>> {
  /** To read and do it, counted from its text. */
  readonly minutes: number;
}

export interface Mode extends ModeFacts {
  /** Its text, from the project's root. */
  readonly file: string;
  readonly Body: MDXContent;
}

/**
 * One way to learn, in the language of the build.
 * @throws Error naming the file, at build time, when its front matter is invalid.
 */
export async function loadMode(id: ModeId): Promise<Mode> {
  const file = `${TEXTS[LOCALE]}/modes/${id}.mdx`;
  // Two imports with literal prefixes, so that the bundler finds the texts.
  const module =
    LOCALE === 'de'
      ? await import(`@/content/de/modes/${id}.mdx`)
      : await import(`@/content/modes/${id}.mdx`);
  const facts = v.safeParse(FrontMatter, module.frontmatter);
  if (!facts.success) throw new Error(`${file}: ${v.summarize(facts.issues)}`);
  if (facts.output.mode !== id) throw new Error(`${file} is about ${facts.output.mode}`);
  const { whole } = await workOfPage(`/modes/${id}/`, LOCALE);
  return { ...facts.output, minutes: minutesOf(whole), file, Body: module.default };
}

export const loadModes = (): Promise<readonly Mode[]> => Promise.all(MODES.map(loadMode));
