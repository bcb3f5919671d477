import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { movement, moveTo } from '@/components/site/movement/moved-page';
import { PageMovement } from '@/components/site/movement/PageMovement';

let path = '/stages/conv1/';
vi.mock('next/navigation', () => ({ usePathname: () => path }));

test('a movement ends with the page that it leads to, with any other, and at once on the same page', async () => {
  const { rerender } = await render(<PageMovement>conv1</PageMovement>);
  moveTo('/stages/conv1/?picture=cat-1#head');
  await expect.poll(() => movement.getState().to).toBeNull();
  for (const to of ['/stages/pool1/', '/quiz/']) {
    moveTo('/stages/pool1/?epoch=3');
    expect(movement.getState().to).toBe('/stages/pool1/');
    path = to;
    await rerender(<PageMovement>{to}</PageMovement>);
    await expect.poll(() => movement.getState().to).toBeNull();
    path = '/stages/conv1/';
    await rerender(<PageMovement>conv1</PageMovement>);
  }
});
