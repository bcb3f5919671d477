/** What a lesson of the course has to have, beyond what every text has, worded for its author. */
import { factOf } from '@/components/mdx/facts/facts';
import { referencePipeline } from '@/lib/course/reference';
import { stageOf } from '@/lib/network/pipeline';
import type { Language } from '@/lib/site/languages';
import { attribute, type ContentFault, fault, flat, isJsx, type Node, readText } from './tree';

/** How many sources a lesson of the course has at least, and one on a kind of layer. */
const [SOURCES, OF_KIND] = [3, 1];

const named = (nodes: readonly Node[], name: string) =>
  nodes.filter((node) => isJsx(node) && node.name === name);

/** The faults of one lesson: no puzzle, an insight or a source that is missing or unused, an answer that is given away. */
export function lessonFaults(text: string, locale: Language): readonly ContentFault[] {
  const tree = readText(text);
  if ('fault' in tree) return [];
  const nodes = flat(tree.root);
  const { lines, sources, body } = divided(text);
  return [
    ...once(nodes, 'Puzzle'),
    ...once(nodes, 'Insight'),
    ...named(nodes, 'Insight').flatMap(insightFaults),
    ...once(nodes, 'Transfer'),
    ...named(nodes, 'Transfer').flatMap((node) => answerFaults(node, body, nodes, locale)),
    ...sourceFaults(lines, sources, body, SOURCES),
  ];
}

/** A text's lines, where its sources begin (−1: nowhere), and what stands before them. */
function divided(text: string) {
  const lines = text.split('\n');
  const sources = lines.findIndex((line) => /^## (Sources|Quellen)$/.test(line));
  return { lines, sources, body: lines.slice(0, sources < 0 ? undefined : sources).join('\n') };
}

function once(nodes: readonly Node[], name: string): readonly ContentFault[] {
  const found = named(nodes, name);
  if (found.length === 1) return [];
  if (found.length > 1) return [fault(found[1], `A lesson has one <${name}>.`)];
  return [{ line: 1, sentence: `This lesson has no <${name}>.` }];
}

/** A sentence that ends inside of the text, rather than at its end: “One. Two.” */
const NEXT_SENTENCE = /[.!?…][”“’»]?\s+\S/u;

function insightFaults(node: Node): readonly ContentFault[] {
  const text = flat(node)
    .map(({ value }) => value ?? '')
    .join('');
  return NEXT_SENTENCE.test(text) ? [fault(node, 'The insight of a lesson is one sentence.')] : [];
}

/** A number of a text in digits, as a language writes it: "12,544" or "12.544" are 12544. */
function numbersIn(prose: string, locale: Language): readonly number[] {
  const [group, point] = locale === 'de' ? ['.', ','] : [',', '.'];
  return (prose.match(/\d[\d.,]*\d|\d/g) ?? []).map((written) =>
    Number(written.replaceAll(group, '').replace(point, '.')),
  );
}

/** What stands on the page: its text without tags, and the facts that it shows. */
const shownNumbers = (body: string, nodes: readonly Node[], locale: Language): readonly number[] => [
  ...numbersIn(body.replaceAll(/<[A-Za-z][^>]*>/g, ' ').replaceAll(/\]\([^)]*\)/g, ' '), locale),
  ...named(nodes, 'Fact').flatMap((node) => {
    const stage = stageOf(referencePipeline, attribute(node, 'of') ?? '');
    return numbersIn(factOf(attribute(node, 'is') ?? '', stage, referencePipeline) ?? '', 'en');
  }),
];

function answerFaults(
  node: Node,
  body: string,
  nodes: readonly Node[],
  locale: Language,
): readonly ContentFault[] {
  const answer = Number(attribute(node, 'answer'));
  if (!Number.isFinite(answer)) return [fault(node, '<Transfer> needs an answer that is a number.')];
  return shownNumbers(body, nodes, locale).includes(answer)
    ? [fault(node, `The answer, ${answer}, stands on the page: nothing has to be carried over.`)]
    : [];
}

/** The faults of a lesson on a kind of layer: sources that are missing or unused. */
export function kindFaults(text: string): readonly ContentFault[] {
  const { lines, sources, body } = divided(text);
  return sourceFaults(lines, sources, body, OF_KIND);
}

/** Each source is referred to in the text, by its first author and its year. */
function sourceFaults(
  lines: readonly string[],
  at: number,
  body: string,
  least: number,
): readonly ContentFault[] {
  const end = lines.length;
  if (at < 0) return [{ line: end, sentence: 'This lesson lists no sources.' }];
  const entries = lines
    .slice(at + 1)
    .join('\n')
    .split(/^- /m)
    .slice(1);
  const unused = entries.flatMap((entry): readonly ContentFault[] => {
    const author = /([\p{Lu}][\p{L}’-]+),/u.exec(entry.replace(/ (et al\.|u\. a\.)/, ','))?.[1];
    const year = /\b(19|20)\d\d\b/.exec(entry)?.[0];
    const line = lines.findIndex((own) => own.startsWith(`- ${entry.slice(0, 20).split('\n')[0]}`)) + 1;
    if (!author || !year) return [{ line, sentence: 'A source has an author and a year.' }];
    const cited = new RegExp(`${author}[^()]{0,60}?\\(?${year}`, 'u').test(body.replaceAll(/\s+/g, ' '));
    return cited ? [] : [{ line, sentence: `Nothing refers to ${author} ${year}.` }];
  });
  return entries.length < least
    ? [
        { line: at + 1, sentence: `A lesson has ${least} sources or more, this one ${entries.length}.` },
        ...unused,
      ]
    : unused;
}
