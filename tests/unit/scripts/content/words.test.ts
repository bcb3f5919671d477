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
      '1: Instead of “network answers”, write: networks predict, layers output.',
    ]);
    expect(wordFaults('Das Netz antwortet „Katze“.', 'de')).toHaveLength(1);
  });

  it.each([
    ['It takes this cat for a cat.', 1],
    ['The value of this cat.', 0],
    ['To hold an epoch, press it.', 1],
    ['The held epoch.', 1],
    ['Leave your run at epoch 3.', 1],
    ['Take the next step apart.', 1],
    ['How often each image is met', 1],
    ['What is so.', 1],
    ['This one is so large.', 0],
    ['So many weights', 1],
    ['It lets go of it.', 1],
    ['The film is told of it.', 1],
    ['Layers say little.', 1],
    ['  "cards": "Take cards",', 1],
    ['  "keep": "Remember"', 1],
    ['Remember that a kernel slides.', 0],
    ['First weights are random.', 1],
  ])('are those of the house’s list: “%s”', (text, faults) => {
    expect(inEnglish(text)).toHaveLength(faults);
  });

  it.each([
    'Der Weg zurück',
    'die zurückgehaltenen Bilder',
    'Die gehaltene Epoche',
    'Was einen Filter erregt',
  ])('are those of its German section: “%s”', (text) => {
    expect(wordFaults(text, 'de')).toHaveLength(1);
  });

  it('differ by language', () => {
    expect(wordFaults('Die Trefferquote steigt.', 'de')).toHaveLength(1);
    expect(wordFaults('Der Recall (Trefferquote) steigt.', 'de')).toEqual([]);
    expect(wordFaults('Die Trefferquote steigt.', 'en')).toEqual([]);
  });
});
