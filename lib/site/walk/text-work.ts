import { countWords, type Work } from './count';
import { COMPONENT_SECONDS } from './tasks';

const FRONT_MATTER = /^---\n[\s\S]*?\n---\n/;
/** The lines of the front matter that the page shows. */
const SHOWN = /^(?:title|summary|aim|after): *(.*)$/gm;
const SOURCES = /^## (?:Sources|Quellen)$/m;
const COMPONENT = /<([A-Z]\w*)([^>]*?)\/?>/g;
/** What is not read as words: tags, the addresses of links, markup. */
const MARKUP = /<\/?[A-Za-z][^>]*>|\]\([^)]*\)|[*_#[\]`$\\{}]/g;

/** Where the walk's part of a lesson ends. */
const REST = /<Rest\b/;

/**
 * What a text in MDX asks of its reader: its words, without its sources, which are looked up and not read, and what its
 * components ask for.
 * @throws Error on a component whose duration is not known.
 */
function workOf(text: string): Work {
  let [tasks, seconds] = [0, 0];
  const prose = text.replace(COMPONENT, (_, name: string) => {
    const own = COMPONENT_SECONDS[name];
    if (own === undefined) throw new Error(`lib/site/walk/tasks.ts: how long does <${name}> take?`);
    if (own === 0) return ' 1 ';
    tasks++;
    seconds += own;
    return ' ';
  });
  return { words: countWords(prose.replaceAll(MARKUP, ' ')), tasks, seconds };
}

/** What a text asks for as a whole, and in the part that belongs to the walk; null where it has none. */
export interface TextWork {
  readonly whole: Work;
  readonly walk: Work | null;
}

/** What a lesson or a way to learn asks of its reader. */
export function textWork(text: string): TextWork {
  const matter = FRONT_MATTER.exec(text)?.[0] ?? '';
  const head = [...matter.matchAll(SHOWN)].map(([, line]) => line).join('\n\n');
  const body = text.slice(matter.length).split(SOURCES)[0];
  const end = body.search(REST);
  const withHead = (part: string) => workOf(`${head}\n\n${part}`);
  return { whole: withHead(body), walk: end < 0 ? null : withHead(body.slice(0, end)) };
}
