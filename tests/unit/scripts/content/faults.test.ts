import { describe, expect, it } from 'vitest';
import { checkContent } from '@/scripts/check/content/check';
import { contentFaults, type Known } from '@/scripts/check/content/faults';

const KNOWN: Known = {
  components: ['StageFigure', 'Fact', 'Count'],
  stages: ['conv1', 'pool1'],
  pages: ['/', '/glossary/', '/stages/conv1/'],
  isFile: (address) => address === '/images/cat.png',
};
const faultLines = (text: string) =>
  contentFaults(text, KNOWN).map(({ line, sentence }) => `${line}: ${sentence}`);

const GOOD = `---
title: A title
---

## A section

See [the glossary](/glossary/#kernel), [a part](#a-section) or [a paper](https://example.org/paper).

<StageFigure id="conv1" />

### A part

<Count /> images, ![A cat](/images/cat.png), and $w_{i,j}$.

$$
\\sym{z}{z} = \\frac{a}{b}
$$

## Another section
`;

describe('a text without faults', () => {
  it('is every text of the site', () => {
    const { files, faults } = checkContent();
    expect(faults).toEqual([]);
    expect(files).toBeGreaterThan(10);
  });

  it('may use everything that exists', () => {
    expect(faultLines(GOOD)).toEqual([]);
  });
});

describe('faults are reported with their line', () => {
  it.each([
    ['an unknown component', 'Text.\n\n<Figure id="conv1" />', /^3: There is no component <Figure>/],
    [
      'an unknown component inside a sentence',
      'Text and <Fakt of="conv1" />.',
      /^1: There is no component <Fakt>/,
    ],
    ['an unknown stage', 'Text.\n\n<StageFigure id="conv9" />', /^3: .*names the stage “conv9”/],
    ['a broken link', '## One\n\nSee [it](/nowhere/).', /^3: The link to \/nowhere\/ leads nowhere\.$/],
    ['a link without its last slash', 'See [it](/glossary).', /^1: .*Write \/glossary\/\.$/],
    ['a link in JSX', 'See <a href="/nowhere/">it</a>.', /^1: The link to \/nowhere\//],
    ['a missing image', '![A dog](/images/dog.png)', /^1: There is no image \/images\/dog\.png/],
    ['an image without alternative text', 'Text.\n\n![](/images/cat.png)', /^3: This image says nothing/],
    ['a figure without text', '<figure>\n  Text.\n</figure>', /^1: This image says nothing/],
    ['a skipped level', '## One\n\n#### Two', /^3: A heading of level 4 follows one of level 2/],
    ['a first level skipped', '### One', /^1: A heading of level 3 follows one of level 1/],
    ['a title of its own', '# One', /^1: The title comes from the front matter/],
    ['a formula that KaTeX can’t read', '## One\n\n$$\n\\frac{a\n$$', /^3: This formula can’t be read: /],
    ['a formula in a sentence', 'So $\\nothing{x}$.', /^1: This formula .* \\nothing/],
    ['what can’t be read', 'Text.\n\n<StageFigure id="conv1">', /^3: This can’t be read: /],
  ])('%s', (_what, text, sentence) => {
    const faults = faultLines(text);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(sentence);
  });

  it('are all reported, in the order of the lines', () => {
    expect(faultLines('# One\n\n<Figure />\n\n[it](/nowhere/)').map((fault) => fault.slice(0, 1))).toEqual([
      '1',
      '3',
      '5',
    ]);
  });
});
