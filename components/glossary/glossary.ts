import * as v from 'valibot';
import german from '@/content/de/glossary/terms.json';
import english from '@/content/glossary/terms.json';
import { TEXTS } from '@/lib/site/texts';
import { LOCALE } from '@/words/locale';

const Terms = v.array(
  v.strictObject({
    id: v.pipe(v.string(), v.regex(/^[a-z-]+$/)),
    term: v.pipe(v.string(), v.nonEmpty()),
    /** Other forms in the texts: plurals, cases, other spellings. */
    forms: v.array(v.string()),
    /** The definition, in one to three sentences. */
    says: v.pipe(v.string(), v.regex(/\.$/)),
    /** The stage whose lesson explains more; null where there is none. */
    stage: v.nullable(v.string()),
  }),
);

export type Term = Readonly<v.InferOutput<typeof Terms>[number]>;

/** @throws Error naming the file, at build time, when its list is invalid. */
function read(locale: keyof typeof TEXTS, list: unknown): readonly Term[] {
  const terms = v.safeParse(Terms, list);
  if (!terms.success) throw new Error(`${TEXTS[locale]}/glossary/terms.json: ${v.summarize(terms.issues)}`);
  return terms.output;
}

/** The field's terms in each language, in alphabetical order. */
export const GLOSSARIES: Readonly<Record<keyof typeof TEXTS, readonly Term[]>> = {
  en: read('en', english),
  de: read('de', german),
};

/** The field's terms in the language of the build. */
export const GLOSSARY: readonly Term[] = GLOSSARIES[LOCALE];

const OTHER: keyof typeof TEXTS = LOCALE === 'de' ? 'en' : 'de';

interface OtherWord {
  readonly language: string;
  readonly word: string;
}

/** What a term is called in the other language; null where it is the same word, or where its definition names it. */
export function otherWordOf({ id, term, says }: Term): OtherWord | null {
  const word = GLOSSARIES[OTHER].find((one) => one.id === id)?.term;
  const known = `${term} ${says}`.toLowerCase();
  return word && !known.includes(word.toLowerCase()) ? { language: OTHER, word } : null;
}

/** @throws Error when there is no such term. */
export function termOf(id: string): Term {
  const found = GLOSSARY.find((term) => term.id === id);
  if (!found) throw new Error(`The glossary has no term “${id}”`);
  return found;
}
