import { describe, expect, it } from 'vitest';
import { wordFaults } from '@/scripts/check/content/words';

const inEnglish = (text: string) =>
  wordFaults(text, 'en').map(({ line, sentence }) => `${line}: ${sentence}`);

describe('words to avoid', () => {
  it('are reported with their line and a better word', () => {
    expect(inEnglish('An image.\nThis picture is small.')).toEqual([
      '2: Instead of “picture”, write: image.',
    ]);
  });

  it.each([
    ['a key of a message', '  "picture": "An image"'],
    ['code', 'Read `picture.png`.'],
    ['an address', 'See [the image](/images/cat.png).'],
    ['an attribute', '<Figure of="picture" />'],
    ['a longer word', 'The picturesque wiper.'],
  ])('are not looked for in %s', (_where, text) => {
    expect(inEnglish(text)).toEqual([]);
  });

  it('say which images are not trained on', () => {
    expect(inEnglish('Accuracy on validation images.')).toEqual([]);
    expect(inEnglish('Accuracy on held-out images.')).toHaveLength(1);
    expect(inEnglish('Images that are held out.')).toHaveLength(1);
  });

  it('say that a network predicts', () => {
    expect(inEnglish('The network answers “cat”.')).toEqual([
      '1: Instead of “network answers”, write: networks predict.',
    ]);
    expect(wordFaults('Das Netz antwortet „Katze“.', 'de')).toHaveLength(1);
  });

  it('differ by language', () => {
    expect(wordFaults('Die Trefferquote steigt.', 'de')).toHaveLength(1);
    expect(wordFaults('Der Recall (Trefferquote) steigt.', 'de')).toEqual([]);
    expect(wordFaults('Die Trefferquote steigt.', 'en')).toEqual([]);
  });
});
