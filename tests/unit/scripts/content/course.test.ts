import { describe, expect, it } from 'vitest';
import { orderFaults, templateFaults } from '@/scripts/check/content/course';
import { kindFaults, lessonFaults } from '@/scripts/check/content/lessons';

const lesson = ({
  puzzle = '<Puzzle of="conv1">Which?</Puzzle>',
  answer = '208',
  cites = '(Bridle 1990)',
  insight = 'One idea, of 0.5 kinds.',
} = {}) =>
  [
    '---',
    'stage: conv1',
    '---',
    '',
    puzzle,
    '',
    `There are <Fact of="conv1" is="channels" /> maps ${cites}, and 12,544 values (Guo et al. 2017; Lin et al. 2014).`,
    '',
    `<Insight>${insight}</Insight>`,
    '',
    `<Transfer answer="${answer}" because="It is.">`,
    '',
    'How many?',
    '',
    '</Transfer>',
    '',
    '## Sources',
    '',
    '- J. S. Bridle, *Softmax*, 1990, [x](https://x.org).',
    '- C. Guo et al., *Calibration*, 2017, [y](https://y.org).',
    '- M. Lin, Q. Chen, *Network in network*, 2014, [z](https://z.org).',
  ].join('\n');
const sentences = (text: string) => lessonFaults(text, 'en').map(({ sentence }) => sentence);

describe('a lesson of the course', () => {
  it('with puzzle, insight, transfer and three sources that are used has no faults', () => {
    expect(sentences(lesson())).toEqual([]);
  });

  it('without a puzzle is reported', () => {
    expect(sentences(lesson({ puzzle: '' }))).toEqual(['This lesson has no <Puzzle>.']);
  });

  it.each([
    ['in digits', '12544'],
    ['as a fact', '32'],
  ])('may not show the answer of its transfer question %s', (_, answer) => {
    expect(sentences(lesson({ answer }))).toEqual([expect.stringContaining('stands on the page')]);
  });

  it.each(['One idea. Another.', 'It says: *yes*! And no.', 'It says “so.” And no.'])(
    'has one insight in one sentence, not “%s”',
    (insight) => {
      expect(sentences(lesson({ insight }))).toEqual(['The insight of a lesson is one sentence.']);
    },
  );

  it('refers to each of its sources', () => {
    expect(sentences(lesson({ cites: '' }))).toEqual(['Nothing refers to Bridle 1990.']);
  });
});

describe('a lesson on a kind of layer', () => {
  const kind = (text: string) =>
    [text, '', '## Sources', '', '- C. Guo et al., *Calibration*, 2017, [y](https://y.org).'].join('\n');
  const found = (text: string) => kindFaults(text).map(({ sentence }) => sentence);

  it('has a source, and refers to each', () => {
    expect(found(kind('It is so named (Guo et al. 2017).'))).toEqual([]);
    expect(found(kind('It is so named.'))).toEqual(['Nothing refers to Guo 2017.']);
    expect(found('It is so named.')).toEqual(['This lesson lists no sources.']);
  });
});

describe('the order of sections', () => {
  const ending = (...titles: readonly string[]) => ({
    file: `${titles.join('')}.mdx`,
    text: ['What', ...titles, 'Sources'].map((title) => `## ${title}\n\nText.`).join('\n\n'),
  });

  it('may end alike in two lessons, not in three', () => {
    const [one, other] = [ending('A', 'B', 'C'), ending('A', 'C', 'B')];
    expect(templateFaults([one, one, other, other])).toEqual([]);
    expect(templateFaults([one, other, one, one])).toEqual([
      'ABC.mdx: More than 2 lessons end with “A, B, C”.',
    ]);
  });
});

describe('the order of terms', () => {
  const first = { file: 'a.mdx', text: 'A kernel slides.' };
  const second = {
    file: 'b.mdx',
    text: 'A **kernel** is a block of weights.\n\nA **pot** is not in the glossary.',
  };

  const kernel = { forms: ['kernel'], stage: 'conv1' };

  it('reports a term that stands before its definition, with its line', () => {
    expect(orderFaults([first, second], [kernel])).toEqual(['a.mdx:1: “kernel” is defined only in b.mdx.']);
  });

  it('is fine after it, and where no lesson defines the word', () => {
    expect(orderFaults([second, first], [kernel])).toEqual([]);
    expect(orderFaults([first], [{ ...kernel, stage: null }])).toEqual([]);
    expect(orderFaults([first], [{ forms: ['stride'], stage: 'pool1' }])).toEqual([]);
  });

  it('reports a term that the glossary sends to a lesson where none defines it', () => {
    expect(orderFaults([first], [kernel])).toEqual([
      'a.mdx:1: “kernel” is defined in no lesson, though the glossary says in that on conv1.',
    ]);
  });

  it('takes a longer term for no use of the one that it contains', () => {
    const known = [
      { forms: ['feature'], stage: null },
      { forms: ['feature map', 'feature maps'], stage: null },
    ];
    const text = '**Feature maps** come first. A **feature** is next.';
    expect(orderFaults([{ file: 'a.mdx', text }], known)).toEqual([]);
    expect(orderFaults([{ file: 'a.mdx', text: `A feature. ${text}` }], known)).toEqual([
      'a.mdx:1: “feature” is defined only in a.mdx.',
    ]);
  });

  it('knows all forms of a term, and definitions in italics', () => {
    const weight = { forms: ['gewicht', 'gewichte'], stage: null };
    const [uses, defines] = [
      { file: 'a.mdx', text: 'Die Gewichte sind viele.' },
      { file: 'b.mdx', text: 'Ein *Gewicht* ist eine Zahl.' },
    ];
    expect(orderFaults([defines, uses], [weight])).toEqual([]);
    expect(orderFaults([uses, defines], [weight])).toEqual(['a.mdx:1: “Gewichte” is defined only in b.mdx.']);
  });
});
