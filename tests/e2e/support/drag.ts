import type { Page } from '@playwright/test';

interface Dragged {
  /** Files and folders of this machine, by their paths. */
  readonly files?: readonly string[];
  /** Content dragged from another page. */
  readonly link?: string;
}

/** Drags from outside of the browser, as its own window would report it, onto the middle of the visible page. */
export async function drop(page: Page, { files = [], link }: Dragged): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const items = link ? [{ mimeType: 'text/uri-list', data: link }] : [];
  const client = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    const data = { items, files: [...files], dragOperationsMask: 1 };
    await client.send('Input.dispatchDragEvent', { type, x: width / 2, y: height / 2, data });
  }
  await client.detach();
}
