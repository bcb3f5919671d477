import { describe, expect, it } from 'vitest';
import { pairFaults } from '@/scripts/check/content/check';
import { glossaryFaults } from '@/scripts/check/content/glossary';
import { translationFaults } from '@/scripts/check/content/translation';

const ENGLISH = `---
stage: conv1
title: Small kernels
minutes: 5
---

There are <Fact of="conv1" is="channels" /> maps of <Fact of="conv1" is="out" />.

## See it

<StageFigure id="conv1" />

### A part

## In code

<CodeLines of="conv1" />
`;

const GERMAN = `---
stage: conv1
title: Kleine Kernel
minutes: 5
---

Es gibt <Fact of="conv1" is="channels" /> Maps der
Form <Fact of="conv1" is="out" />.

## Sieh es dir an

<StageFigure id="conv1" />

### Ein Teil

## Im Code

<CodeLines of="conv1" />
`;

const faultLines = (german: string) =>
  translationFaults(ENGLISH, german).map(({ line, sentence }) => `${line}: ${sentence}`);

describe('a translation', () => {
  it('may use different words and line breaks', () => {
    expect(faultLines(GERMAN)).toEqual([]);
  });

  it.each([
    [
      'a different stage',
      ['stage: conv1', 'stage: conv2'],
      /^1: .*“stage: conv2”, the English text “stage: conv1”/,
    ],
    ['other minutes', ['minutes: 5', 'minutes: 6'], /^1: .*“minutes: 6”, the English text “minutes: 5”/],
    ['no title', ['title: Kleine Kernel\n', ''], /^1: The front matter lacks “title”/],
    [
      'a different fact',
      ['is="channels"', 'is="weights"'],
      /^7: .*is="channels"> as its component number 1, this one/,
    ],
    [
      'a different figure',
      ['id="conv1"', 'id="conv2"'],
      /^12: .*<StageFigure id="conv1">.*<StageFigure id="conv2">/,
    ],
    [
      'one component too few',
      ['\n<CodeLines of="conv1" />\n', ''],
      /^16: .*<CodeLines of="conv1"> as its component number 4, this one ends before/,
    ],
    [
      'one component too many',
      ['## Im Code', '<Check of="conv1" />\n\n## Im Code'],
      /^16: .*as its component number 4, this one <Check/,
    ],
    [
      'a component after the last',
      ['<CodeLines of="conv1" />\n', '<CodeLines of="conv1" />\n\n<Check of="conv1" />\n'],
      /^20: The English text has no such component here: <Check of="conv1">/,
    ],
    [
      'a heading too few',
      ['## Im Code\n', ''],
      /^17: .*level 2 as its heading number 3, this one ends before/,
    ],
    ['a heading too many', ['## Im Code', '## Noch etwas\n\n## Im Code'], /^18: .*no such heading here/],
    [
      'a heading of a different level',
      ['### Ein Teil', '## Ein Teil'],
      /^14: .*level 3 as its heading number 2.*level 2/,
    ],
  ])('is faulty with %s', (_what, [from, to], sentence) => {
    expect(GERMAN).toContain(from);
    const faults = faultLines(GERMAN.replace(from, to));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(sentence);
  });

  it('is faulty with components in a different order', () => {
    const turned = GERMAN.replace(
      /(<Fact .*? \/>) Maps der\nForm (<Fact .*? \/>)/,
      'Maps der Form $2, $1 Stück',
    );
    expect(faultLines(turned)).toHaveLength(1);
    expect(faultLines(turned)[0]).toMatch(/^7: The English text has <Fact of="conv1" is="channels">/);
  });
});

describe('a folder of translations', () => {
  it('has one for each text, and none without a text', () => {
    // The ways to learn are not translations of the lessons, so every file lacks its counterpart.
    const faults = pairFaults('content/stages', 'content/modes');
    expect(faults).toContain(
      'content/modes/03-conv1.mdx: The translation of content/stages/03-conv1.mdx is missing.',
    );
    expect(faults).toContain('content/modes/trace.mdx: There is no content/stages/trace.mdx to translate.');
    expect(pairFaults('content/stages', 'content/nowhere')).toHaveLength(9);
  });
});

describe('a translated glossary', () => {
  const english = [
    { id: 'kernel', stage: 'conv1' },
    { id: 'batch', stage: null },
  ];

  it('has the same terms, in an order of its own', () => {
    expect(glossaryFaults(english, [...english].reverse())).toEqual([]);
  });

  it('is faulty where a term is missing, unknown, or leads elsewhere', () => {
    expect(
      glossaryFaults(english, [
        { id: 'kernel', stage: 'conv2' },
        { id: 'bath', stage: null },
      ]),
    ).toEqual([
      'The term “kernel” leads to conv2, the English one to conv1.',
      'The term “batch” is missing.',
      'The English glossary has no term “bath”.',
    ]);
  });
});
