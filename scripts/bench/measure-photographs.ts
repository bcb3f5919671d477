import type { Page } from 'playwright';

const LIMIT_MS = 180_000;

/** Reads an archive of images on the page of data sets; milliseconds from the press of the button to the wall of images. */
export async function measurePhotographs(page: Page, address: string, archive: string): Promise<number> {
  await page.goto(`${address}/data/`);
  await page.getByLabel('Files of a data set').setInputFiles(archive);
  const read = page.getByRole('button', { name: 'Read the images' });
  await read.waitFor({ timeout: LIMIT_MS });
  const start = performance.now();
  await read.click();
  await page.getByRole('listbox', { name: /images side by side$/ }).waitFor({ timeout: LIMIT_MS });
  return performance.now() - start;
}
