/**
 * A remark plugin: of each term of the glossary, the first place where it stands in a page's prose explains itself.
 * Headings, links and code are left alone. Plain JavaScript, because the bundler loads it by its path.
 */
import { readFileSync } from 'node:fs';

const TERMS = JSON.parse(readFileSync(new URL('../../content/glossary/terms.json', import.meta.url), 'utf8'));
const LEFT_ALONE = new Set(['heading', 'link', 'linkReference', 'inlineCode', 'code', 'yaml', 'mdxjsEsm']);
/** What they hold stands in a button, which holds no other one. */
const BUTTONS = new Set(['Sym']);

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const forms = TERMS.flatMap(({ id, term, forms: others }) => [term, ...others].map((form) => ({ id, form })));
/** The longest first: "feature map" rather than "map". */
const ANY = new RegExp(
  `(?<![\\w-])(?:${forms
    .map(({ form }) => form)
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|')})(?![\\w-])`,
  'gi',
);
const idOf = new Map(forms.map(({ id, form }) => [form.toLowerCase(), id]));

/** Splits a text at terms that were not met before. */
function explained(text, met) {
  const parts = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(ANY)) {
    const id = idOf.get(found.toLowerCase());
    if (met.has(id)) continue;
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

function walk(node, met) {
  if (!node.children || LEFT_ALONE.has(node.type) || BUTTONS.has(node.name)) return;
  node.children = node.children.flatMap((child) => {
    if (child.type === 'text') return explained(child.value, met);
    walk(child, met);
    return [child];
  });
}

export default function remarkTerms() {
  return (tree) => walk(tree, new Set());
}
