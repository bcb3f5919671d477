import { describe, expect, it } from 'vitest';
import { GLOSSARIES, otherWordOf, termOf } from '@/components/glossary/glossary';
// @ts-expect-error plain JavaScript, because the bundler loads it by its path
import remarkTerms from '@/components/glossary/remark-terms.mjs';
import { referencePipeline } from '@/lib/course/reference';
import { LANGUAGES } from '@/lib/site/languages';

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly name?: string;
  readonly attributes?: readonly { readonly value: string }[];
  readonly children?: Node[];
}

const text = (value: string): Node => ({ type: 'text', value });
const node = (type: string, ...children: Node[]): Node => ({ type, children });
const explainIn = (path: string, ...children: Node[]): Node[] => {
  const tree = { type: 'root', children };
  remarkTerms()(tree, { path });
  return tree.children;
};
const explain = (...children: Node[]) => explainIn('/site/content/stages/03-conv1.mdx', ...children);
const explainGerman = (...children: Node[]) => explainIn('/site/content/de/stages/03-conv1.mdx', ...children);
/** A tree in one line, with terms in brackets together with their ids. */
const textOf = (nodes: readonly Node[]): string =>
  nodes
    .map(({ name, attributes, children, value }) =>
      name === 'Term'
        ? `[${attributes?.[0].value}:${textOf(children ?? [])}]`
        : (value ?? textOf(children ?? [])),
    )
    .join('');

describe.each(LANGUAGES)('the glossary in %s', (locale) => {
  const glossary = GLOSSARIES[locale];

  it('has every word and form once, in alphabetical order, and links to existing lessons', () => {
    const forms = glossary
      .flatMap(({ term, forms: others }) => [term, ...others])
      .map((form) => form.toLowerCase());
    expect(new Set(forms).size).toBe(forms.length);
    const terms = glossary.map(({ term }) => term);
    expect(terms).toEqual([...terms].sort(new Intl.Collator(locale).compare));
    const stages = referencePipeline.stages.map(({ id }) => id);
    for (const { stage, term } of glossary) if (stage) expect(stages, term).toContain(stage);
    expect(glossary.length).toBeGreaterThanOrEqual(30);
  });
});

describe('the other language’s word for a term', () => {
  it('stands beside it, unless it is the same word', () => {
    expect(otherWordOf(termOf('convolution'))).toEqual({ language: 'de', word: 'Faltung' });
    expect(otherWordOf(termOf('kernel'))).toBeNull();
  });

  it('is not repeated where the definition names it', () => {
    const term = { ...termOf('convolution'), says: 'In German it is a Faltung.' };
    expect(otherWordOf(term)).toBeNull();
  });
});

describe('terms in prose', () => {
  it('are explained at their first occurrence', () => {
    const nodes = explain(
      node('paragraph', text('A kernel has weights. Kernels are small.')),
      node('paragraph', text('Another kernel.')),
    );
    expect(textOf(nodes)).toBe('A [kernel:kernel] has [weight:weights]. Kernels are small.Another kernel.');
  });

  it('are matched as the longest that fits, and as whole words', () => {
    expect(textOf(explain(node('paragraph', text('Feature maps, unity, a sub-class.'))))).toBe(
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
    expect(textOf(nodes)).toBe('The kernela kernelkernel[kernel:kernel]');
  });

  it('are found across a line break', () => {
    expect(textOf(explain(node('paragraph', text('Its receptive\nfield is small.'))))).toBe(
      'Its [receptive-field:receptive\nfield] is small.',
    );
  });

  it('are tied to the full stop that follows, even when they are emphasised', () => {
    const nodes = explain(
      node('paragraph', text('See the kernel. And '), node('strong', text('weights')), text(', and a bias')),
    );
    const spans = nodes[0].children?.filter(({ name }) => name === 'span') ?? [];
    expect(spans.map((span) => textOf([span]))).toEqual(['[kernel:kernel].', '[weight:weights],']);
    expect(textOf(nodes)).toBe('See the [kernel:kernel]. And [weight:weights], and a [bias:bias]');
  });

  it('are looked up in the glossary of the text’s language, in every grammatical case', () => {
    const nodes = explainGerman(
      node('paragraph', text('Alle Kanäle der dichten Schicht, mit ihren Gewichten. Ein Gewicht.')),
    );
    expect(textOf(nodes)).toBe(
      'Alle [channel:Kanäle] der [dense-layer:dichten Schicht], mit ihren [weight:Gewichten]. Ein Gewicht.',
    );
    expect(textOf(explainGerman(node('paragraph', text('Another weight, two channels.'))))).toBe(
      'Another weight, two channels.',
    );
  });

  it('are whole words in German too, whichever letters stand beside them', () => {
    expect(
      textOf(explainGerman(node('paragraph', text('Farbkanäle, Überfilter, Filterübung, Batchgröße.')))),
    ).toBe('Farbkanäle, Überfilter, Filterübung, Batchgröße.');
  });

  it('are left alone in a symbol of a formula, which is a button', () => {
    const symbol = { type: 'mdxJsxFlowElement', name: 'Sym', children: [text('a weight')] };
    expect(textOf(explain(symbol, node('paragraph', text('a weight'))))).toBe('a weighta [weight:weight]');
  });
});
