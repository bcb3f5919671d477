import { expect, type Page } from '@playwright/test';

/** The parts of the open inspector. */
export const inspectorOf = (page: Page) => {
  const inspector = page.getByRole('dialog');
  return {
    inspector,
    head: inspector.getByRole('heading', { level: 2 }),
    path: inspector.getByRole('navigation', { name: 'The way taken' }).getByRole('listitem'),
    list: inspector.getByRole('list', { name: 'What the value was made of' }),
    /** Terms, which lead on; groups of them do not. */
    term: inspector
      .getByRole('list', { name: 'What the value was made of' })
      .getByRole('button', { name: /^(index|row|unit)|padding|wins/ }),
  };
};

/** Opens a layer of the trace, and waits until it is shown: its figure's script is fetched before. */
export async function openLayer(page: Page, id: string): Promise<void> {
  const layer = page.getByRole('button', { name: new RegExp(`${id}$`) });
  await layer.click();
  await expect(layer).toHaveAttribute('aria-current', 'step');
}

/** The number after the last equals sign of a text. */
export const numberIn = (text: string | null) =>
  Number((text ?? '').replace(/.*=/, '').replaceAll('−', '-').replaceAll(',', '').trim());
