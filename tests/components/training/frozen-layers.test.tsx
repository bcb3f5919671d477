/** Which layers stay still, as they are chosen. */
import { createRef, useState } from 'react';
import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { SettingsForm } from '@/components/training/train/settings/SettingsForm';
import { readSettings, settingsText } from '@/lib/run/settings';
import { DEFAULT_SETTINGS } from '@/lib/store/training/training-view';

const ON = { images: 1000, classes: 10, shape: [64, 64, 3] } as const;

function Form({ frozen, onFrozen }: { frozen: readonly string[]; onFrozen(ids: unknown): void }) {
  const [text, setText] = useState({ ...settingsText(DEFAULT_SETTINGS), frozen });
  return (
    <SettingsForm
      form={createRef()}
      text={text}
      problems={{}}
      locked={false}
      onChange={(next) => {
        setText(next);
        onFrozen(readSettings(next, ON).settings?.frozen ?? null);
      }}
      onSubmit={() => {}}
    />
  );
}

const boxes = () => page.getByRole('group', { name: 'Frozen layers' }).getByRole('checkbox');

test('each layer with weights can be frozen, in the order of the network, and freed again', async () => {
  const onFrozen = vi.fn();
  await render(<Form frozen={[]} onFrozen={onFrozen} />);
  await page.getByText('More settings').click();
  // Two convolutions and two dense layers: normalization, poolings and flatten have none.
  await expect.element(boxes()).toHaveLength(4);
  await boxes().nth(1).click();
  expect(onFrozen).toHaveBeenLastCalledWith(['conv2']);
  await boxes().nth(0).click();
  expect(onFrozen).toHaveBeenLastCalledWith(['conv1', 'conv2']);
  await boxes().nth(1).click();
  expect(onFrozen).toHaveBeenLastCalledWith(['conv1']);
  await expect.element(boxes().nth(0)).toBeChecked();
  await expect.element(boxes().nth(1)).not.toBeChecked();
});

test('layers of another network are forgotten with the first change', async () => {
  const onFrozen = vi.fn();
  await render(<Form frozen={['norm7', 'conv1']} onFrozen={onFrozen} />);
  await page.getByText('More settings').click();
  await expect.element(boxes().nth(0)).toBeChecked();
  await boxes().nth(2).click();
  expect(onFrozen).toHaveBeenLastCalledWith(['conv1', 'dense']);
});
