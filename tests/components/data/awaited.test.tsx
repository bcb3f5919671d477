/** What takes a while to compute: it may fail, and the page may be about something else by then. */
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { AskedMethod } from '@/components/explore/see/AskedMethod';
import type { Asked, Found } from '@/components/explore/see/methods';
import { useSurvey } from '@/components/explore/see/use-survey';
import { Supply } from '@/components/state/Supply';
import { fail, ok, type Result } from '@/lib/result';
import { pipeline, trace } from '../support/small-network';

const loaded = vi.fn<() => Promise<Result<object>>>();
vi.mock('@/components/training/epochs/load-images', () => ({ loadSeenImages: () => loaded() }));
vi.mock('@/lib/store/explore/copy', () => ({
  withCopyOf: (_architecture: object, _trace: object, use: (copied: object) => Promise<object>) =>
    use({ engine: { examine: async () => ({ ok: true, value: {} }) } }),
}));

const button = (name: string) => page.getByRole('button', { name });

function Surveyed() {
  const { found, busy, sentence, ask } = useSurvey('heldOut', 'dense');
  return (
    <>
      <p role="status">{busy ? 'busy' : (sentence ?? (found ? 'found' : 'nothing yet'))}</p>
      <button type="button" onClick={ask}>
        Ask
      </button>
    </>
  );
}

test('a survey whose images can’t be loaded says so, and can be asked for again', async () => {
  loaded.mockResolvedValueOnce(fail('The images are not there.')).mockResolvedValueOnce(ok({ heldOut: {} }));
  await render(
    <Supply pipeline={pipeline} trace={trace}>
      <Surveyed />
    </Supply>,
  );
  await userEvent.click(button('Ask'));
  await expect.element(page.getByRole('status')).toHaveTextContent('The images are not there.');
  await userEvent.click(button('Ask'));
  await expect.element(page.getByRole('status')).toHaveTextContent('found');
});

test('what was computed for another class meanwhile is not shown', async () => {
  let answer: (found: Result<Found>) => void = () => {};
  const method: Asked = {
    name: 'A method',
    meaning: () => 'What it means.',
    caveat: 'What it does not.',
    kind: 'diverging',
    button: 'Compute',
    ask: () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  };
  const found = ok({ values: Float32Array.of(-1, 2), height: 1, width: 2 });
  const of = (unit: number) => (
    <Supply pipeline={pipeline} trace={trace}>
      <ul>
        <AskedMethod method={method} unit={unit} trace={trace} />
      </ul>
    </Supply>
  );
  const { rerender } = await render(of(0));
  await userEvent.click(button('Compute'));
  await rerender(of(1));
  answer(found);
  await expect.element(button('Compute')).toHaveAttribute('aria-disabled', 'false');
  await userEvent.click(button('Compute'));
  answer(found);
  await expect.element(button('Compute')).not.toBeInTheDocument();
});
