import { useState } from 'react';
import { beforeAll, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { surviveTranslators } from '@/lib/site/translated-text';

beforeAll(surviveTranslators);

/** Texts beside texts and elements, which appear, disappear, change and swap places. */
function Changing() {
  const [count, setCount] = useState(0);
  const order = count % 2 === 0 ? ['one', 'two'] : ['two', 'one'];
  return (
    <div>
      <button type="button" onClick={() => setCount(count + 1)}>
        <i /> more
      </button>
      <p data-testid="text">
        Counted {count} {count === 1 ? 'time' : 'times'}
        {count > 1 && ' and more'}
        {count % 2 === 1 && <b>!</b>} in all
      </p>
      <p data-testid="list">{order.map((word) => [word, ' '])}</p>
    </div>
  );
}

const textOf = (id: string) => page.getByTestId(id).element().textContent;
const textsBelow = (root: Node): Text[] => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) if (walker.currentNode instanceof Text) texts.push(walker.currentNode);
  return texts.filter(({ parentElement }) => !parentElement?.closest('font'));
};

const fonts = () => {
  const [outer, inner] = [document.createElement('font'), document.createElement('font')];
  outer.append(inner);
  return { outer, inner };
};

const translators = {
  'puts others in the place of texts': (text: Text) => {
    const { outer, inner } = fonts();
    inner.textContent = text.data;
    text.replaceWith(outer);
  },
  'puts others before texts, then takes these away': (text: Text) => {
    const { outer, inner } = fonts();
    inner.textContent = text.data;
    text.before(outer);
    text.remove();
  },
  'moves texts into others': (text: Text) => {
    const { outer, inner } = fonts();
    text.before(outer);
    inner.append(text);
  },
};

for (const [name, translate] of Object.entries(translators)) {
  test(`a page stays alive under a translator that ${name}, and its text is never stale or doubled`, async () => {
    const screen = await render(<Changing />);
    for (const wanted of [
      'Counted 1 time! in all',
      'Counted 2 times and more in all',
      'Counted 3 times and more! in all',
      'Counted 4 times and more in all',
    ]) {
      for (const text of textsBelow(screen.container)) translate(text);
      // The page notices it once the translator's own turn is over.
      await Promise.resolve();
      await page.getByRole('button').click();
      await expect.poll(() => textOf('text')).toBe(wanted);
      const list = wanted.includes('!') ? 'two one ' : 'one two ';
      expect(textOf('list')).toBe(list);
    }
    await screen.unmount();
    expect(screen.container.textContent).toBe('');
  });
}
