import type { Page } from '@playwright/test';

/** Unfolds the epochs where there is only room for a chip. */
export async function unfoldEpochs(page: Page): Promise<void> {
  const chip = page.getByRole('button', { name: /^Epoch: / });
  if (await chip.isVisible()) await chip.click();
}
