import type { Page } from '@playwright/test';
import { REFERENCE } from '@/lib/course/reference';
import { formatCount, formatShape } from '@/lib/format/format';
import type { Architecture } from '@/lib/network/architecture';
import { buildPipeline } from '@/lib/network/build-pipeline';
import { must } from '@/lib/result';
import { expectNoViolations } from '../support/axe';
import { expect, onBothVisits, open, test } from '../support/site';

// Two engines come up on this page, and an interpreter.
test.describe.configure({ timeout: 240_000 });

const editor = (page: Page) => page.getByRole('textbox', { name: 'The network as lines of TensorFlow.js' });
const news = (page: Page) =>
  page
    .getByRole('status')
    .filter({ hasText: /It runs|Line|code|network is on/ })
    .first();
const row = (page: Page, layer: string) =>
  page
    .getByRole('region', { name: 'Layers of the network in the code' })
    .getByRole('row', { name: new RegExp(`^${layer} `) });

async function begin(page: Page, address = '/modes/try-it/'): Promise<void> {
  await open(page, address);
  await expect(news(page)).toContainText('It runs');
}

/** Replaces all of the code, as if it were pasted. */
async function write(page: Page, code: string): Promise<void> {
  await editor(page).focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(code);
}

/** The code in the editor, without what the page writes behind its lines. */
const codeOf = (page: Page) =>
  editor(page)
    .locator('.cm-line')
    .evaluateAll((lines) =>
      lines
        .map((line) =>
          [...line.childNodes]
            .filter((node) => !(node instanceof Element && node.classList.contains('cm-shape')))
            .map((node) => node.textContent)
            .join(''),
        )
        .join('\n'),
    );

test('a changed line changes shapes, parameters and the image’s trace, as lib/network computes them', async ({
  page,
}) => {
  await begin(page);
  const code = await codeOf(page);
  const changed: Architecture = {
    ...REFERENCE,
    layers: REFERENCE.layers.map((layer) => (layer.id === 'conv1' ? { ...layer, filters: 8 } : layer)),
  };
  await write(page, code.replace('filters: 32', 'filters: 8'));
  const { stages, parameters, multiplyAdds } = must(buildPipeline(changed));
  await expect(news(page)).toContainText(`${formatCount(parameters)} parameters`);
  for (const stage of stages) {
    const cells = row(page, stage.id).getByRole('cell');
    await expect(cells.nth(0)).toHaveText(formatShape(stage.output));
    await expect(cells.nth(1)).toHaveText(formatCount(stage.parameters));
    await expect(cells.nth(2)).toHaveText(formatCount(stage.multiplyAdds));
  }
  await expect(row(page, 'in all')).toContainText(formatCount(multiplyAdds));
  await expect(row(page, 'conv1')).toContainText('its output was 62 × 62 × 32');
  await expect(row(page, 'dense')).toContainText('as in your network');
  await expect(page.getByText(/^dense, output keep the weights of your network/)).toBeVisible();
  await expect(page.getByRole('radio', { name: /^map \d+/ })).toHaveCount(8);

  // The learner's own network is unchanged.
  const own = page.getByRole('list', { name: 'Probabilities of your network' });
  await expect(own.getByRole('listitem').filter({ hasText: 'cat' })).toContainText('%');
  await page.getByRole('radio', { name: 'pool2' }).press('Space');
  await expect(page.getByRole('radio', { name: /^map \d+/ })).toHaveCount(64);

  // Edited code is restored after a reload, and Reset can be undone.
  await page.reload();
  await expect(news(page)).toContainText(`${formatCount(parameters)} parameters`);
  await page.getByRole('button', { name: 'Reset to your network' }).press('Enter');
  await expect(news(page)).toContainText('as many as your network');
  expect(await codeOf(page)).toBe(code);
  await editor(page).press('ControlOrMeta+z');
  await expect(news(page)).toContainText(`${formatCount(parameters)} parameters`);
});

onBothVisits(() => {
  test('a mistake is reported with its line, by keyboard too, and the last network stays @phone', async ({
    page,
  }) => {
    await begin(page);
    const code = await codeOf(page);
    await write(page, code.replace('poolSize: 2', 'poolSize: 99'));
    await expect(news(page)).toContainText(/^Line 5: The layer “pool1” has a 99 × 99 window/);
    await expect(news(page)).toContainText('still the network of the last code that worked');
    await expect(row(page, 'conv1')).toContainText('62 × 62 × 32');
    await page.getByRole('button', { name: 'Go to line 5' }).press('Enter');
    await expect(editor(page)).toBeFocused();
    await write(page, code.replace('poolSize: 2', 'poolsize: 2'));
    await expect(news(page)).toContainText(/^Line 5: tf.layers.maxPooling2d takes no “poolsize” here/);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText(`${code}\nfetch('https://example.org')`);
    await expect(news(page)).toContainText(/^Line 12: There is no “fetch” here/);
    await page.keyboard.press('Tab');
    await expect(editor(page)).not.toBeFocused();
    await expectNoViolations(page);
  });
});

/** Milliseconds on the page from the moment that the editor shows some code to the moment its result is announced. */
const answeredAfter = (page: Page, code: string, words: RegExp): Promise<number> =>
  page.evaluate(
    ([code, pattern]) =>
      new Promise<number>((resolve) => {
        let shown = 0;
        const look = () => {
          if (!shown && document.querySelector('.cm-content')?.textContent?.includes(code))
            shown = performance.now();
          const statuses = [...document.querySelectorAll('[role=status]')];
          if (shown && statuses.some(({ textContent }) => new RegExp(pattern).test(textContent ?? ''))) {
            changes.disconnect();
            resolve(performance.now() - shown);
          }
        };
        const changes = new MutationObserver(look);
        changes.observe(document.body, { subtree: true, childList: true, characterData: true });
      }),
    [code, words.source] as const,
  );

test('code without an end is stopped within two seconds, and nothing is lost', async ({ page }) => {
  await begin(page);
  // Not while the engines start, which takes all cores.
  await expect(page.getByText('All weights are those of your network.')).toBeVisible();
  const code = await codeOf(page);
  for (const [more, words] of [
    ['while (true);', /^Line 12: The code did not come to an end/],
    ['const all = [];\nfor (;;) all.push(new ArrayBuffer(1e6));', /^Line 13: The code took more memory/],
    ["import { x } from 'https://example.org/x.js';", /^Line 12: Nothing can be imported/],
  ] as const) {
    const answered = answeredAfter(page, more.split('\n')[0], words);
    await write(page, `${code}\n${more}`);
    expect(await answered).toBeLessThan(2000);
    expect(await codeOf(page)).toBe(`${code}\n${more}`);
    await write(page, code);
    await expect(news(page)).toContainText('It runs');
  }
});

test('a link opens the same code, and sets the learner’s own aside', async ({ page }) => {
  await begin(page);
  const code = await codeOf(page);
  const own = code.replace('units: 128', 'units: 64');
  const other = code.replace('filters: 64', 'filters: 16');
  await write(page, other);
  await page.getByRole('button', { name: 'Share by link' }).click();
  const link = await page.getByRole('textbox', { name: /link/ }).inputValue();
  await write(page, own);
  await expect(row(page, 'dense')).toContainText('its output was 128');

  await page.goto('about:blank');
  await open(page, link);
  await expect(news(page)).toContainText('came with a link and has not run');
  expect(await codeOf(page)).toBe(other);
  await expectNoViolations(page);
  // Code that waits still waits after a reload.
  await page.reload();
  await page.getByRole('button', { name: 'Run', exact: true }).press('Enter');
  await expect(row(page, 'conv2')).toContainText('29 × 29 × 16');
  await expect(news(page)).toBeFocused();
  expect(await codeOf(page)).toBe(other);
  expect(new URL(page.url()).hash).toBe('');
  await page.getByRole('button', { name: 'Back to my code' }).click();
  await expect(row(page, 'dense')).toContainText('its output was 128');
  expect(await codeOf(page)).toBe(own);

  // A link that was cut off changes nothing, and says so.
  await page.evaluate(() => {
    window.location.hash = '#code=pZLP';
  });
  await expect(page.getByText(/The code in this link is cut off/)).toBeVisible();
  expect(await codeOf(page)).toBe(own);
});

test('the network in the code is trained beside the learner’s own', async ({ page }) => {
  await begin(page);
  const code = await codeOf(page);
  await write(page, code.replace('filters: 32', 'filters: 4').replace('filters: 64', 'filters: 4'));
  await expect(row(page, 'conv2')).toContainText('29 × 29 × 4');
  const own = page.getByRole('list', { name: 'Probabilities of your network' });
  await expect(own.getByRole('listitem').filter({ hasText: 'cat' })).toContainText('%');
  const before = await own.allInnerTexts();
  const button = page.getByRole('button', { name: 'Train it for one epoch' });
  await expect(button).toHaveAttribute('aria-disabled', 'false');
  await button.press('Enter');
  await expect(page.getByText(/^After one epoch: loss \d/)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('All weights were trained just now')).toBeVisible();
  expect(await own.allInnerTexts()).toEqual(before);
  // No run was started on the learner's own network.
  await page.getByRole('link', { name: 'Epochs', exact: true }).click();
  await expect(page.getByText('The run that comes with this site, measured')).toBeVisible();
});
