/** What needs all lessons of the course at once: the order of their terms, and that no template fills them. */

/** A lesson by its file. */
export interface LessonText {
  readonly file: string;
  readonly text: string;
}

/** How many lessons may have the same sections at their end, in the same order. */
const ALIKE = 2;
/** How many sections are compared, besides the sources. */
const LAST = 3;

/** Lessons that end alike: their order follows what each stage has to say, not a template. */
export function templateFaults(lessons: readonly LessonText[]): readonly string[] {
  const ends = lessons.map(({ file, text }) => {
    const sections = [...text.matchAll(/^## (.*)$/gm)].map(([, title]) => title);
    return { file, end: sections.slice(-LAST - 1, -1).join(', ') };
  });
  return ends.flatMap(({ file, end }, at) =>
    ends.slice(0, at).filter((other) => other.end === end).length >= ALIKE
      ? [`${file}: More than ${ALIKE} lessons end with “${end}”.`]
      : [],
  );
}

/** A term of the glossary. */
export interface KnownTerm {
  /** All forms in which it stands in a text, in small letters. */
  readonly forms: readonly string[];
  /** The stage whose lesson explains it; null where it is explained by the glossary alone. */
  readonly stage: string | null;
}

interface Place {
  readonly lesson: number;
  readonly at: number;
}

/** The terms that a text sets in bold or italics, outside of its puzzle’s question: those it defines are among them. */
const setApart = (text: string): readonly { readonly term: string; readonly at: number }[] =>
  [...text.matchAll(/(\*{1,2})([^*\n?.]{3,40})\1/g)].map(({ 1: mark, 2: term, index }) => ({
    term: term.toLowerCase(),
    at: index + mark.length,
  }));

const prose = (text: string): string =>
  text
    // Offsets stay: what is left out becomes as many spaces.
    .replace(/^---[\s\S]*?\n---/, (matter) => matter.replaceAll(/[^\n]/g, ' '))
    .replace(/^## (Sources|Quellen)$[\s\S]*/m, '')
    .replaceAll(/<[A-Za-z/][^>]*>|\]\([^)]*\)|^#+ .*$/gm, (tag) => tag.replaceAll(/[^\n]/g, ' '));

const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length;

/** Where a term is first set apart. */
function definitionOf({ forms }: KnownTerm, texts: readonly LessonText[]): Place | null {
  for (const [lesson, { text }] of texts.entries()) {
    const found = setApart(text).find(
      ({ term }) => forms.includes(term) || forms.includes(term.replace(/s$/, '')),
    );
    if (found) return { lesson, at: found.at };
  }
  return null;
}

/** Where a term stands first, in one of its forms. */
function firstUseOf(
  { forms }: KnownTerm,
  texts: readonly LessonText[],
): (Place & { readonly word: string }) | null {
  const words = new RegExp(
    `(?<![\\p{L}-])(?:${[...forms].sort((a, b) => b.length - a.length).join('|')})s?(?![\\p{L}-])`,
    'iu',
  );
  for (const [lesson, { text }] of texts.entries()) {
    const found = words.exec(text);
    if (found) return { lesson, at: found.index, word: found[0] };
  }
  return null;
}

/** A text without the longer terms that contain one: “feature map” is no use of “feature”. */
function without(longer: readonly string[], text: string): string {
  return longer.reduce(
    (left, term) => left.replaceAll(new RegExp(term, 'giu'), (found) => ' '.repeat(found.length)),
    text,
  );
}

/** The forms of other terms that contain a form of this one. */
const longerThan = ({ forms }: KnownTerm, known: readonly KnownTerm[]): readonly string[] =>
  known
    .filter((other) => other.forms !== forms)
    .flatMap((other) =>
      other.forms.filter((long) => forms.some((one) => long.length > one.length && long.includes(one))),
    );

/**
 * Terms that stand in a lesson before the one that defines them, or in it before their definition; and terms whose explanation
 * the glossary sends to a lesson, that no lesson defines. Others are explained where they stand, by the glossary.
 */
export function orderFaults(lessons: readonly LessonText[], known: readonly KnownTerm[]): readonly string[] {
  const texts = lessons.map(({ file, text }) => ({ file, text: prose(text) }));
  return known.flatMap((term) => {
    const longer = longerThan(term, known);
    const own = texts.map(({ file, text }) => ({ file, text: without(longer, text) }));
    const [definition, use] = [definitionOf(term, texts), firstUseOf(term, own)];
    if (!use) return [];
    const place = `${texts[use.lesson].file}:${lineAt(texts[use.lesson].text, use.at)}: “${use.word}”`;
    if (!definition)
      return term.stage
        ? [`${place} is defined in no lesson, though the glossary says in that on ${term.stage}.`]
        : [];
    const before =
      use.lesson < definition.lesson || (use.lesson === definition.lesson && use.at < definition.at);
    return before ? [`${place} is defined only in ${texts[definition.lesson].file}.`] : [];
  });
}
