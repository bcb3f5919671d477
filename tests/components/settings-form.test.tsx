import { createRef, useState } from 'react';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { SettingsForm } from '@/components/training/train/settings/SettingsForm';
import { readSettings, settingsText } from '@/lib/run/settings';
import { DEFAULT_SETTINGS } from '@/lib/store/training/training-view';
import '@/app/tokens.css';
import '@/app/globals.css';

const ON = { images: 1000, classes: 10, shape: [64, 64, 3] } as const;

function Form({ locked = false, onSettings }: { locked?: boolean; onSettings(read: unknown): void }) {
  const [text, setText] = useState(settingsText(DEFAULT_SETTINGS));
  const { settings, problems } = readSettings(text, ON);
  return (
    <SettingsForm
      form={createRef()}
      text={text}
      problems={problems}
      locked={locked}
      onChange={setText}
      onSubmit={() => onSettings(settings)}
    />
  );
}

test('five settings are visible, the others are behind “More settings”, and all are read', async () => {
  const onSettings = vi.fn();
  await render(<Form onSettings={onSettings} />);
  await expect.element(page.getByRole('textbox')).toHaveLength(4);
  await page.getByText('More settings').click();
  await page.getByRole('combobox', { name: 'Schedule' }).selectOptions('cosine');
  await page.getByRole('checkbox', { name: 'Mirror' }).click();
  await page.getByRole('textbox', { name: 'Shift' }).fill('3');
  await page.getByRole('textbox', { name: 'Dropout' }).fill('.25');
  await userEvent.keyboard('{Enter}');
  expect(onSettings).toHaveBeenLastCalledWith({
    ...DEFAULT_SETTINGS,
    schedule: 'cosine',
    mirror: true,
    shift: 3,
    dropout: 0.25,
  });
});

test('an invalid value is reported at its field, and what is open stays open when it is corrected', async () => {
  await render(<Form onSettings={() => {}} />);
  await page.getByText('More settings').click();
  const images = page.getByRole('textbox', { name: 'Training images' });
  await images.fill('5');
  await expect.element(images).toHaveAttribute('aria-invalid', 'true');
  await expect.element(images).toHaveAccessibleDescription(/some of the 10 classes are never met/);
  await images.fill('50');
  await expect.element(images).toHaveAttribute('aria-invalid', 'false');
  await expect.element(images).toBeVisible();
});

test('nothing can be changed while a run is training', async () => {
  await render(<Form locked onSettings={() => {}} />);
  await page.getByText('More settings').click();
  await expect.element(page.getByRole('textbox', { name: 'Seed' })).toBeDisabled();
  await expect.element(page.getByRole('checkbox', { name: 'Shuffle' })).toBeDisabled();
});
