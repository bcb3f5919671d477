import * as v from 'valibot';
import list from '@/content/glossary/terms.json';

const Terms = v.array(
  v.strictObject({
    id: v.pipe(v.string(), v.regex(/^[a-z-]+$/)),
    term: v.pipe(v.string(), v.nonEmpty()),
    /** Other forms in which it appears: plurals, other spellings. */
    forms: v.array(v.string()),
    /** What it means, in a sentence or three. */
    says: v.pipe(v.string(), v.regex(/\.$/)),
    /** The stage whose lesson tells more; null where none does. */
    stage: v.nullable(v.string()),
  }),
);

export type Term = Readonly<v.InferOutput<typeof Terms>[number]>;

/**
 * The words of the field, in alphabetical order.
 * @throws ValiError, at build time, when the list in content/glossary is wrong.
 */
export const GLOSSARY: readonly Term[] = v.parse(Terms, list);

/** @throws Error when there is no such term. */
export function termOf(id: string): Term {
  const found = GLOSSARY.find((term) => term.id === id);
  if (!found) throw new Error(`content/glossary/terms.json has no term “${id}”`);
  return found;
}
