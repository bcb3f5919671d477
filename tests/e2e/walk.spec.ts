import type { Locator, Page } from '@playwright/test';
import { REFERENCE_FACTS } from '@/lib/course/facts';
import { CLASSES, referencePipeline } from '@/lib/course/reference';
import { type Hand, keyboard, mouse } from './support/hands';
import { expect, open, test } from './support/site';

const { stages } = referencePipeline;
const layers = stages.filter(({ layer }) => layer.kind !== 'normalize');
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const spine = (page: Page) => page.getByRole('navigation', { name: 'The nine stages' });

/** To a step of the walk: by the header, or by the menu where the header has no room for it. */
async function goTo(page: Page, hand: Hand, step: string): Promise<void> {
  const header = page.getByRole('navigation', { name: 'The walk' }).getByRole('link', { name: step });
  if (await header.isVisible()) return hand.press(header);
  await hand.press(page.getByRole('button', { name: 'Menu' }));
  const map = page.getByRole('navigation', { name: 'All pages' });
  const walk = map.getByRole('region', { name: /^The walk/ });
  await hand.press(walk.getByRole('link', { name: new RegExp(`^${step}`) }));
}

async function chooseImage(page: Page, hand: Hand): Promise<void> {
  await open(page, '/');
  const group = page.getByRole('group', { name: 'Drawn by artists whose work the network has never seen' });
  await hand.choose(group.getByRole('radio', { name: /^ship/ }));
  const pipeline = page.getByRole('figure', { name: /^The pipeline with .*ship/ });
  await expect(pipeline).toContainText('Live');
  await expect(pipeline.getByText(/^[<>]?\d+(\.\d+)?%$/)).toHaveCount(CLASSES.length);
}

/** Answers the question in a part of the page with its first option. */
async function answer(part: Locator, hand: Hand): Promise<void> {
  await hand.choose(part.getByRole('radio').first());
  await hand.press(part.getByRole('button', { name: 'Check the answer' }));
  await expect(part.getByText(/^(Right|Not quite)\.$/)).toBeVisible();
}

async function readLessons(page: Page, hand: Hand): Promise<void> {
  await hand.press(page.getByRole('link', { name: 'Begin the first lesson' }));
  for (const [at, stage] of stages.entries()) {
    await expect(page).toHaveURL(new RegExp(`/stages/${stage.id}/`));
    await expect(heading(page)).toBeVisible();
    await expect(page.getByRole('main').getByRole('figure').first()).toBeVisible();
    await answer(page.getByRole('region', { name: 'A question on this lesson' }), hand);
    // A lesson counts as read when its end has been in sight.
    await page.getByRole('contentinfo').scrollIntoViewIfNeeded();
    await page.getByRole('navigation', { name: 'Lessons before and after' }).scrollIntoViewIfNeeded();
    await expect(spine(page).getByRole('link', { name: new RegExp(`^${stage.id}.*read`) })).toBeVisible();
    const next = stages[at + 1];
    if (next)
      await hand.press(
        page
          .getByRole('navigation', { name: 'Lessons before and after' })
          .getByRole('link', { name: /^Next/ }),
      );
  }
  await expect(page).toHaveURL(/picture=ship-\d+/);
}

async function stepThroughTrace(page: Page, hand: Hand): Promise<void> {
  await goTo(page, hand, 'Trace');
  expect(layers.map(({ id }) => id)).toEqual(REFERENCE_FACTS.predictionTrace);
  for (const [at, layer] of layers.entries()) {
    await expect(page.getByRole('heading', { level: 2, name: layer.title })).toBeVisible();
    await expect(page.getByText('The network is loading')).toHaveCount(0);
    const next = page.getByRole('button', { name: 'Next' });
    if (at < layers.length - 1) await hand.press(next);
    else await expect(next).toBeDisabled();
  }
  await expect(page).toHaveURL(/stage=output/);
}

async function train(page: Page, hand: Hand): Promise<void> {
  await goTo(page, hand, 'Train');
  await hand.type(page.getByRole('textbox', { name: 'Epochs' }), '1');
  await hand.type(page.getByLabel('Batch size'), '100');
  await hand.press(page.getByRole('button', { name: 'Start training' }));
  const phase = page.getByRole('region', { name: 'Run' });
  await expect(phase).toContainText('Finished', { timeout: 90_000 });
  await expect(phase).toContainText(/your network: seed 2, 10 steps trained/);
}

async function readEpochs(page: Page, hand: Hand): Promise<void> {
  await goTo(page, hand, 'Epochs');
  await expect(page.getByText('Your own run, measured')).toBeVisible();
  const first = page.getByRole('button', { name: /^(Epoch )?1$/ });
  await expect(page.getByRole('row').filter({ has: first })).toContainText('accuracy');
}

async function takeQuiz(page: Page, hand: Hand): Promise<void> {
  await goTo(page, hand, 'Quiz');
  const round = page.getByRole('list', { name: /^Round/ });
  const questions = round.getByRole('listitem');
  await expect(questions).toHaveCount(REFERENCE_FACTS.quizQuestions);
  const texts = await questions.getByRole('group').allTextContents();
  for (const question of await questions.all()) await answer(question, hand);
  const right = await round.getByText('Right.', { exact: true }).count();
  const score = page.getByRole('region', { name: 'Score' });
  await expect(score).toContainText(`${right} of ${REFERENCE_FACTS.quizQuestions}`);
  await hand.press(score.getByRole('button', { name: /other questions$/ }));
  await expect(score).toContainText(`${REFERENCE_FACTS.quizQuestions} questions are open`);
  for (const text of await questions.getByRole('group').allTextContents()) expect(texts).not.toContain(text);
}

async function readInsight(page: Page, hand: Hand): Promise<void> {
  await goTo(page, hand, 'Insight');
  await expect(heading(page)).toBeVisible();
  const run = page.getByRole('region', { name: 'Your run' });
  await expect(run).toContainText(/After epoch 1 it is [\d.]+%/);
}

// A phone has no keyboard, and other tests click on a desktop.
for (const hand of [mouse, keyboard]) {
  test(`the whole walk by ${hand.name}`, { tag: hand === mouse ? '@phone-only' : [] }, async ({ page }) => {
    test.setTimeout(300_000);
    await test.step('choose an image', () => chooseImage(page, hand));
    await test.step('read the nine lessons', () => readLessons(page, hand));
    await test.step('step through the eight layers', () => stepThroughTrace(page, hand));
    await test.step('train live', () => train(page, hand));
    await test.step('read the epochs', () => readEpochs(page, hand));
    await test.step('take the quiz', () => takeQuiz(page, hand));
    await test.step('read the insight', () => readInsight(page, hand));
  });
}
