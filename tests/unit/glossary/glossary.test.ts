import { describe, expect, it } from 'vitest';
import { GLOSSARY } from '@/components/glossary/glossary';
// @ts-expect-error plain JavaScript, as the bundler loads it by its path
import remarkTerms from '@/components/glossary/remark-terms.mjs';
import { referencePipeline } from '@/lib/pipeline/reference';

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly name?: string;
  readonly attributes?: readonly { readonly value: string }[];
  readonly children?: Node[];
}

const text = (value: string): Node => ({ type: 'text', value });
const node = (type: string, ...children: Node[]): Node => ({ type, children });
const explain = (...children: Node[]): Node[] => {
  const tree = { type: 'root', children };
  remarkTerms()(tree);
  return tree.children;
};
/** A tree in one line, terms in brackets with their ids. */
const told = (nodes: readonly Node[]): string =>
  nodes
    .map(({ name, attributes, children, value }) =>
      name === 'Term'
        ? `[${attributes?.[0].value}:${told(children ?? [])}]`
        : (value ?? told(children ?? [])),
    )
    .join('');

describe('the glossary', () => {
  it('has every word and form once, in alphabetical order, and leads to lessons that are there', () => {
    const forms = GLOSSARY.flatMap(({ term, forms: others }) => [term, ...others]).map((form) =>
      form.toLowerCase(),
    );
    expect(new Set(forms).size).toBe(forms.length);
    const terms = GLOSSARY.map(({ term }) => term.toLowerCase());
    expect(terms).toEqual([...terms].sort());
    const stages = referencePipeline.stages.map(({ id }) => id);
    for (const { stage, term } of GLOSSARY) if (stage) expect(stages, term).toContain(stage);
    expect(GLOSSARY.length).toBeGreaterThanOrEqual(30);
  });
});

describe('terms in prose', () => {
  it('explain themselves where they first stand', () => {
    const nodes = explain(
      node('paragraph', text('A kernel has weights. Kernels are small.')),
      node('paragraph', text('Another kernel.')),
    );
    expect(told(nodes)).toBe('A [kernel:kernel] has [weight:weights]. Kernels are small.Another kernel.');
  });

  it('are the longest that fit, and whole words', () => {
    expect(told(explain(node('paragraph', text('Feature maps, unity, a sub-class.'))))).toBe(
      '[feature-map:Feature maps], unity, a sub-class.',
    );
  });

  it('are left alone in headings, links and code, and found inside emphasis', () => {
    const nodes = explain(
      node('heading', text('The kernel')),
      node(
        'paragraph',
        node('link', text('a kernel')),
        { type: 'inlineCode', value: 'kernel' },
        node('strong', text('kernel')),
      ),
    );
    expect(told(nodes)).toBe('The kernela kernelkernel[kernel:kernel]');
  });

  it('are left alone in a symbol of a formula, which is a button', () => {
    const symbol = { type: 'mdxJsxFlowElement', name: 'Sym', children: [text('a weight')] };
    expect(told(explain(symbol, node('paragraph', text('a weight'))))).toBe('a weighta [weight:weight]');
  });
});
