/** Differences between a translated text and its source, worded for the translator. */
import { attribute, type ContentFault, fault, flat, isJsx, lineOf, type Node, readText } from './tree';

/** Lines of the front matter that are the same in every language. */
const SAME = ['stage', 'kind', 'mode', 'minutes'];
/** Attributes that decide what a component shows. */
const DECIDES = [
  'of',
  'is',
  'unless',
  'id',
  'claim',
  'figure',
  'at',
  'value',
  'epochs',
  'activation',
  'look',
];

/** A part of a text that must be in its translation, at the same position, and the node it was read from. */
interface Part {
  readonly markup: string;
  readonly node: Node;
}

/**
 * The faults of a translation: a different stage, kind, mode or number of minutes, different components or the same in a different
 * order, different headings. A text that can't be read has none here; `contentFaults` reports it.
 */
export function translationFaults(original: string, translation: string): readonly ContentFault[] {
  const from = readText(original);
  const to = readText(translation);
  if ('fault' in from || 'fault' in to) return [];
  const [before, after] = [flat(from.root), flat(to.root)];
  const end = lineOf(after[after.length - 1]);
  return [
    ...frontMatterFaults(before, after),
    ...orderFaults('component', components(before), components(after), end),
    ...orderFaults('heading', headings(before), headings(after), end),
  ];
}

/** The lines "key: value" at the head of a text. */
function frontMatter(nodes: readonly Node[]): ReadonlyMap<string, string> {
  const lines = nodes.find(({ type }) => type === 'yaml')?.value ?? '';
  return new Map([...lines.matchAll(/^(\w+): *(.*)$/gm)].map(([, key, value]) => [key, value]));
}

function frontMatterFaults(before: readonly Node[], after: readonly Node[]): readonly ContentFault[] {
  const own = frontMatter(after);
  return [...frontMatter(before)].flatMap(([key, value]) => {
    const here = own.get(key);
    if (here === undefined) return [{ line: 1, sentence: `The front matter lacks “${key}”.` }];
    return SAME.includes(key) && here !== value
      ? [
          {
            line: 1,
            sentence: `The front matter says “${key}: ${here}”, the English text “${key}: ${value}”.`,
          },
        ]
      : [];
  });
}

const components = (nodes: readonly Node[]): readonly Part[] =>
  nodes.filter(isJsx).map((node) => {
    const props = DECIDES.flatMap((name) => {
      const value = attribute(node, name);
      return value === null ? [] : ` ${name}="${value}"`;
    });
    return { markup: `<${node.name}${props.join('')}>`, node };
  });

const headings = (nodes: readonly Node[]): readonly Part[] =>
  nodes
    .filter(({ type }) => type === 'heading')
    .map((node) => ({ markup: `a heading of level ${node.depth}`, node }));

/** The first part that differs, is missing or is one too many; anything after it would only repeat the fault. */
function orderFaults(
  what: string,
  before: readonly Part[],
  after: readonly Part[],
  end: number,
): readonly ContentFault[] {
  const at = before.findIndex(({ markup }, n) => markup !== after[n]?.markup);
  if (at === -1) {
    const more = after[before.length];
    return more ? [fault(more.node, `The English text has no such ${what} here: ${more.markup}.`)] : [];
  }
  const here = after[at];
  const wanted = `The English text has ${before[at].markup} as its ${what} number ${at + 1}`;
  return here
    ? [fault(here.node, `${wanted}, this one ${here.markup}.`)]
    : [{ line: end, sentence: `${wanted}, this one ends before.` }];
}
