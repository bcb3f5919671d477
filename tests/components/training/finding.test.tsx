/** The finding about a run that may be broken: it is given once, and only when something is chosen. */
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { Suspicions } from '@/components/training/faults/Suspicions';

const SURE = 'That is my finding';
const rate = page.getByRole('radio', { name: 'The learning rate is 100 times too large' });
const none = page.getByRole('radio', { name: 'Nothing is broken' });
const button = (name: string) => page.getByRole('button', { name });
/** A press that the browser doesn't wait with until the button looks ready. */
const press = (name: string) => (button(name).element() as HTMLElement).click();

async function show(locked = false, waiting = false) {
  const onAnswer = vi.fn();
  const { rerender } = await render(<Suspicions locked={locked} waiting={waiting} onAnswer={onAnswer} />);
  return {
    onAnswer,
    again: (isLocked: boolean, isWaiting: boolean) =>
      rerender(<Suspicions locked={isLocked} waiting={isWaiting} onAnswer={onAnswer} />),
  };
}

test('without a choice there is no finding', async () => {
  const { onAnswer } = await show();
  await expect
    .element(page.getByRole('group', { name: 'What is wrong with the run of this case?' }))
    .toBeVisible();
  expect(page.getByRole('radio').elements()).toHaveLength(9);
  expect(page.getByRole('radio', { checked: true }).elements()).toHaveLength(0);
  await expect.element(button(SURE)).toHaveAttribute('aria-disabled', 'true');
  press(SURE);
  expect(onAnswer).not.toHaveBeenCalled();
});

test('the keyboard chooses and answers; the last choice counts', async () => {
  const { onAnswer } = await show();
  await rate.click();
  // It is the third: the arrow keys go round.
  await userEvent.keyboard('{ArrowUp}{ArrowUp}{ArrowUp}');
  await expect.element(none).toBeChecked();
  await userEvent.tab();
  await expect.element(button(SURE)).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(onAnswer.mock.calls).toEqual([['none']]);
});

test('while the runs are being trained a suspicion can be chosen already, and given when they are', async () => {
  const { onAnswer, again } = await show(true, true);
  await rate.click();
  press('Both runs are being trained');
  expect(onAnswer).not.toHaveBeenCalled();
  await again(false, false);
  await expect.element(rate).toBeChecked();
  await button(SURE).click();
  expect(onAnswer.mock.calls).toEqual([['rate']]);
});

test('after the verdict nothing can be chosen or answered any more', async () => {
  const { onAnswer, again } = await show();
  await rate.click();
  await again(true, false);
  for (const radio of page.getByRole('radio').all()) await expect.element(radio).toBeDisabled();
  await expect.element(rate).toBeChecked();
  press(SURE);
  expect(onAnswer).not.toHaveBeenCalled();
});
