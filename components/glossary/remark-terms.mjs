/**
 * A remark plugin: turns the first occurrence of each glossary term in a page's prose into an explained term,
 * in the language of the text. Headings, emphasized words, links and code are left unchanged. Plain JavaScript, because the
 * bundler loads it by its path.
 */
import { readFileSync } from 'node:fs';

const LEFT_ALONE = new Set([
  'heading',
  // Titles of papers and books, and words of another language.
  'emphasis',
  'link',
  'linkReference',
  'inlineCode',
  'code',
  'yaml',
  'mdxjsEsm',
]);
/** Their content is inside a button, which must not contain another one. */
const BUTTONS = new Set(['Sym']);

/** What contains a term but is something else: it is read as one, and not explained. */
const OTHERS = ['spam filter', 'spam filters'];

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** A form in its lookup spelling: lower case, on one line. */
const plain = (form) => form.toLowerCase().replace(/\s+/g, ' ');

/** A pattern that finds the forms of a glossary, and the term of each form. */
function vocabulary(file) {
  const terms = JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'));
  const forms = terms.flatMap(({ id, term, forms: others }) =>
    [term, ...others].map((form) => ({ id, form })),
  );
  // The longest first: "feature map" before "map". A line may end within a term.
  const any = [...OTHERS, ...forms.map(({ form }) => form)]
    .sort((a, b) => b.length - a.length)
    .map((form) => escaped(form).replaceAll(' ', '\\s+'))
    .join('|');
  return {
    any: new RegExp(`(?<![\\p{L}\\p{N}_-])(?:${any})(?![\\p{L}\\p{N}_-])`, 'giu'),
    idOf: new Map(forms.map(({ id, form }) => [plain(form), id])),
  };
}

const ENGLISH = vocabulary('../../content/glossary/terms.json');
const GERMAN = vocabulary('../../content/de/glossary/terms.json');
const vocabularyOf = (path) => (/[\\/]content[\\/]de[\\/]/.test(path ?? '') ? GERMAN : ENGLISH);

/** Splits a text at terms that did not occur before. */
function explained(text, { any, idOf }, met) {
  const parts = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(any)) {
    const id = idOf.get(plain(found));
    if (id === undefined || met.has(id)) continue;
    met.add(id);
    if (index > from) parts.push({ type: 'text', value: text.slice(from, index) });
    parts.push({
      type: 'mdxJsxTextElement',
      name: 'Term',
      attributes: [{ type: 'mdxJsxAttribute', name: 'id', value: id }],
      children: [{ type: 'text', value: found }],
    });
    from = index + found.length;
  }
  if (from < text.length) parts.push({ type: 'text', value: text.slice(from) });
  return parts;
}

const endsInTerm = (node) => node?.name === 'Term' || (node?.children && endsInTerm(node.children.at(-1)));

/**
 * A term is a button, and a line may break after a button even before a full stop: the two are kept together.
 */
function tied(nodes) {
  const parts = [];
  for (const node of nodes) {
    const stop = node.type === 'text' && endsInTerm(parts.at(-1)) && /^[.,;:!?)“”’]+/.exec(node.value)?.[0];
    if (!stop) {
      parts.push(node);
      continue;
    }
    parts.push({
      type: 'mdxJsxTextElement',
      name: 'span',
      attributes: [{ type: 'mdxJsxAttribute', name: 'className', value: 'tied' }],
      children: [parts.pop(), { type: 'text', value: stop }],
    });
    parts.push({ type: 'text', value: node.value.slice(stop.length) });
  }
  return parts;
}

function walk(node, words, met) {
  if (!node.children || LEFT_ALONE.has(node.type) || BUTTONS.has(node.name)) return;
  const children = node.children.flatMap((child) => {
    if (child.type === 'text') return explained(child.value, words, met);
    walk(child, words, met);
    return [child];
  });
  node.children = tied(children);
}

export default function remarkTerms() {
  return (tree, file) => walk(tree, vocabularyOf(file?.path), new Set());
}
