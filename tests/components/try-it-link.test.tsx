import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { TryIt } from '@/components/ways/try-it/TryIt';
import { tryIt } from '@/lib/store/explore/try-it';
import { restoreCode } from '@/lib/store/learner/try-it-code';
import { hashOf } from '@/lib/try-it/link';
import '@/app/tokens.css';
import '@/app/globals.css';

const LINKED = "console.log('the link ran');";
const OWN = "console.log('mine ran');";

const status = page.getByRole('status').filter({ hasText: /link|network|code/ });
const run = page.getByRole('button', { name: 'Run', exact: true });
/** What all code that has run printed. */
let printed: string[] = [];
let stop = () => {};

/** Every test is a visit of its own, so what the one before it kept has settled by then. */
const LATER_MS = 10_000;
let visits = 0;

beforeEach(() => {
  const now = performance.now.bind(performance);
  const later = LATER_MS * visits++;
  vi.spyOn(performance, 'now').mockImplementation(() => now() + later);
  localStorage.clear();
  restoreCode();
  printed = [];
  stop = tryIt.subscribe((state) => printed.push(...state.printed));
});
afterEach(() => {
  vi.restoreAllMocks();
  stop();
  window.location.hash = '';
  localStorage.clear();
});

async function openLink(code: string): Promise<void> {
  window.location.hash = await hashOf(code);
  await render(<TryIt />);
}

test('code from a link is shown, and waits until Run is pressed by keyboard', async () => {
  await openLink(LINKED);
  await expect.element(status).toHaveTextContent(/came with a link and has not run/);
  await expect.element(page.getByRole('textbox').first()).toHaveTextContent(LINKED);
  expect(printed).toEqual([]);
  run.element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(status).toHaveTextContent(/makes no network/);
  expect(printed).toContain('the link ran');
  // The button is replaced by the result.
  expect(document.activeElement).toBe(status.element());
  await expect.element(run).not.toBeInTheDocument();
});

test('it waits after a reload and after a change too, and a second link leaves the learner’s own code untouched', async () => {
  localStorage.setItem('try-it', JSON.stringify({ version: 1, code: OWN, aside: null }));
  await openLink(LINKED);
  await expect.element(run).toBeVisible();
  await page.getByRole('textbox').first().click();
  await userEvent.keyboard('// changed ');
  window.location.hash = await hashOf(`${LINKED}\n// the second`);
  await expect.element(page.getByRole('textbox').first()).toHaveTextContent(/the second/);
  expect(JSON.parse(localStorage.getItem('try-it') ?? '')).toMatchObject({ aside: OWN, waits: true });
  expect(printed).toEqual([]);
  await page.getByRole('button', { name: 'Back to my code' }).click();
  await expect.element(status).toHaveTextContent(/makes no network/);
  expect(new Set(printed)).toEqual(new Set(['mine ran']));
});

test('the learner’s own code runs by itself, and so does identical code from a link', async () => {
  localStorage.setItem('try-it', JSON.stringify({ version: 1, code: OWN, aside: null }));
  await openLink(OWN);
  await expect.element(status).toHaveTextContent(/makes no network/);
  expect(new Set(printed)).toEqual(new Set(['mine ran']));
});
