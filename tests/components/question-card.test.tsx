import { useState } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { PuzzleCard } from '@/components/mdx/ask/PuzzleCard';
import { QuestionCard } from '@/components/quiz/QuestionCard';
import { Supply } from '@/components/state/Supply';
import type { Asked } from '@/lib/quiz/round';
import { pipeline, trace } from './support/small-network';

const QUESTION: Asked = {
  id: 'pool-weights',
  topic: 'pool1',
  text: 'How many weights?',
  options: [
    { text: '4', because: 'It compares, it does not multiply.' },
    { text: '0', because: 'There is nothing to learn.' },
    { text: '128', because: 'That would be one for each cell.' },
    { text: '32', because: 'It has no bias.' },
  ],
  right: 1,
};

function Page({ onAnswer }: { onAnswer: (option: number) => void }) {
  const [answered, setAnswered] = useState<number | null>(null);
  return (
    <QuestionCard
      question={QUESTION}
      label="Question 1 of 3"
      answered={answered}
      onAnswer={(option) => {
        setAnswered(option);
        onAnswer(option);
      }}
    />
  );
}

test('a wrong answer gets its mistake explained, and then the right answer', async () => {
  const onAnswer = vi.fn();
  await render(<Page onAnswer={onAnswer} />);
  await expect.element(page.getByRole('button', { name: 'Check the answer' })).toBeDisabled();
  await userEvent.click(page.getByRole('radio', { name: '128' }));
  await userEvent.click(page.getByRole('button', { name: 'Check the answer' }));
  expect(onAnswer).toHaveBeenCalledExactlyOnceWith(2);
  await expect.element(page.getByText('That would be one for each cell.')).toBeVisible();
  await expect.element(page.getByText(/There is nothing to learn\./)).toBeVisible();
  await expect.element(page.getByText('It has no bias.')).not.toBeInTheDocument();
});

test('is answered with the keyboard alone, and an answer can’t be taken back', async () => {
  const onAnswer = vi.fn();
  await render(<Page onAnswer={onAnswer} />);
  await userEvent.tab();
  await userEvent.keyboard('{ArrowDown}{Enter}');
  expect(onAnswer).toHaveBeenCalledExactlyOnceWith(1);
  await expect.element(page.getByText('Right.')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Check the answer' })).not.toBeInTheDocument();
  for (const { text } of QUESTION.options)
    await expect.element(page.getByRole('radio', { name: new RegExp(`^${text}`) })).toBeDisabled();
});

test('labels the group with the question', async () => {
  await render(<Page onAnswer={() => undefined} />);
  await expect.element(page.getByRole('group', { name: /How many weights\?/ })).toBeVisible();
});

test('a lesson’s puzzle stays answered when its image is traced again', async () => {
  const traced = () => (
    <Supply pipeline={pipeline} trace={{ ...trace }}>
      <PuzzleCard of="conv1" asks="silentMaps" />
    </Supply>
  );
  const { rerender } = await render(traced());
  await userEvent.click(page.getByRole('radio').first());
  await userEvent.click(page.getByRole('button', { name: 'Check the answer' }));
  await expect.element(page.getByRole('radio').first()).toBeDisabled();
  await rerender(traced());
  await expect.element(page.getByRole('radio').first()).toBeDisabled();
});

test('an option that is chosen before the page’s script is there stays chosen, and can be checked', async () => {
  const onAnswer = vi.fn();
  const place = document.createElement('div');
  place.innerHTML = renderToString(<Page onAnswer={onAnswer} />);
  document.body.append(place);
  place.querySelectorAll('label')[1].click();
  const root = hydrateRoot(place, <Page onAnswer={onAnswer} />);
  const check = page.getByRole('button', { name: 'Check the answer' });
  await expect.element(check).toBeEnabled();
  await check.click();
  expect(onAnswer).toHaveBeenCalledWith(1);
  root.unmount();
  place.remove();
});
