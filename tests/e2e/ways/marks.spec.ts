import type { Page } from '@playwright/test';
import { expect, test } from '../support/site';

/** The words of the walk's marks, and what its pages are called there. */
const LANGUAGES = [
  {
    path: '/',
    tag: '@phone',
    first: 'Read the lessons',
    minutes: /^About (\d+) minutes/,
    step: (at: number) => `The walk, step ${at} of 9`,
    puzzle: 'A puzzle on your image',
    guess: 'Take a guess',
    check: 'Check the answer',
    goOn: /^Continue the walk/,
    next: /^Next: /,
    onward: 'Continue: the whole prediction',
  },
  {
    path: '/de/',
    // A browser keeps the language that it visited.
    tag: '@phone-check @first-visit',
    first: 'Die Lektionen lesen',
    minutes: /^Etwa (\d+) Minuten/,
    step: (at: number) => `Rundgang, ${at} von 9`,
    puzzle: 'Ein Rätsel zu deinem Bild',
    guess: 'Einen Tipp abgeben',
    check: 'Antwort prüfen',
    goOn: /^Weiter im Rundgang/,
    next: /^Weiter: /,
    onward: 'Weiter: die ganze Vorhersage',
  },
] as const;
const PAGES = [
  'stages/input',
  'stages/conv1',
  'stages/pool1',
  'stages/output',
  'trace',
  'train',
  'epochs',
  'quiz',
  'insight',
];

/** Guesses at a lesson's puzzle; the right option is marked, and why. */
async function guess(page: Page, words: (typeof LANGUAGES)[number]): Promise<void> {
  const puzzle = page.getByRole('region', { name: words.puzzle });
  await puzzle.getByRole('button', { name: words.guess }).click();
  await puzzle
    .locator('label')
    .filter({ has: page.getByRole('radio') })
    .first()
    .click();
  await expect(puzzle.getByRole('radio').first()).toBeChecked();
  await puzzle.getByRole('button', { name: words.check }).click();
  await expect(puzzle.locator('[data-state="right"]')).toHaveCount(1);
}

for (const words of LANGUAGES)
  test(`the twelve minutes are walked by their marks alone, from ${words.path} ${words.tag}`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    await page.goto(words.path);
    const walk = page
      .getByRole('main')
      .getByRole('region')
      .filter({ has: page.locator('#walk') });
    const promised = await walk.getByText(words.minutes).textContent();
    const minutes = Number(words.minutes.exec(promised ?? '')?.[1]);
    expect(minutes).toBeGreaterThanOrEqual(10);
    expect(minutes).toBeLessThanOrEqual(14);
    await walk.getByRole('link', { name: words.first }).click();
    for (const [at, path] of PAGES.entries())
      await test.step(path, async () => {
        await expect(page).toHaveURL(new RegExp(`/${path}/`));
        const mark = page.getByRole('main').getByText(words.step(at + 1));
        await expect(mark).toBeVisible();
        const lesson = path.startsWith('stages/');
        if (lesson) await guess(page, words);
        const next = lesson
          ? page.getByRole('main').getByRole('link', { name: words.goOn })
          : page
              .getByRole('main')
              .locator('p')
              .filter({ hasText: words.step(at + 1) })
              .getByRole('link', { name: words.next });
        if (lesson) {
          // Who looks at the walk's way on has read what the walk has of a lesson.
          await next.scrollIntoViewIfNeeded();
          await expect(page.locator('[data-stages] li[data-open=true][data-read=true]')).toHaveCount(1);
        }
        if (at < PAGES.length - 1) await next.click();
        else await expect(next).toHaveCount(0);
      });
    await page.goto(words.path);
    await expect(page.getByRole('main').getByRole('link', { name: words.onward })).toBeVisible();
  });
