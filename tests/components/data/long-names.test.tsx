/** Classes are called as somebody's folders: a long name takes more lines, and no room of what stands beside it. */
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { ProbabilityBars } from '@/components/charts/ProbabilityBars';
import '@/app/tokens.css';
import '@/app/globals.css';

const LONG = 'a name of a class that goes on until hardly anybody reads it'.slice(0, 60);

test.each([310, 600])('the bars stay within %i pixels', async (width) => {
  await render(
    <div style={{ width }}>
      <ProbabilityBars
        classes={[LONG, 'automobile', LONG.replaceAll(' ', '_')]}
        probabilities={[0.2, 0.5, 0.3]}
      />
    </div>,
  );
  const list = page.getByRole('list').element();
  expect(list.scrollWidth).toBeLessThanOrEqual(list.clientWidth);
  const [share] = page.getByText('50.0%').elements();
  expect(share.getBoundingClientRect().right).toBeLessThanOrEqual(list.getBoundingClientRect().right + 1);
  // An ordinary name is not broken.
  const name = page.getByText('automobile').element().getBoundingClientRect();
  expect(name.height).toBeLessThan(30);
});
