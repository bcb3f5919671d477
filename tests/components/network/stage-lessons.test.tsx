import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { StageBody } from '@/components/lesson/StageBody';
import { Supply } from '@/components/state/Supply';
import { COURSE } from '@/lib/course/subject';
import { rulesOf } from '@/lib/kinds/registry';
import { turnTo } from '@/lib/store/subject/subject';
import { SUBJECTS, tracedOf } from '../support/lesson-networks';
import '@/app/tokens.css';
import '@/app/globals.css';

// It is drawn at the size of the course's images.
vi.mock('@/components/images/ChosenImage', () => ({ ChosenImage: () => null }));

const main = () => document.querySelector('article');
const textOf = () => main()?.textContent ?? '';
/** All parts of a lesson that load when they are near: printing brings them all. */
const loadAll = () => window.dispatchEvent(new Event('beforeprint'));

/** Outside of a build, Next takes the slash off the end of a link's path. */
const hrefOf = (link: Element) => link.getAttribute('href')?.replace(/\/(?=\?|$)/, '');

afterEach(() => turnTo(COURSE));

describe.each(SUBJECTS)('the lessons on the network $id', (subject) => {
  const { pipeline, trace } = tracedOf(subject);
  beforeAll(() => turnTo(subject));

  test.each(pipeline.stages)('$id is explained with its own numbers', async ({ id, layer, number }) => {
    turnTo(subject);
    const thrown: unknown[] = [];
    const note = (event: ErrorEvent) => thrown.push(event.error);
    window.addEventListener('error', note);
    await render(
      <Supply pipeline={pipeline} trace={trace} image={null}>
        <StageBody id={id} search="stage=x&picture=cat-1&network=y" />
      </Supply>,
    );
    await expect
      .element(page.getByRole('heading', { level: 1 }))
      .toHaveTextContent(`${id}: ${rulesOf(layer).name}`);
    await expect.element(page.getByRole('heading', { name: 'In code' })).toBeVisible();
    loadAll();
    // The code, the worked example, and the question of each lesson are loaded by themselves.
    await expect.poll(() => main()?.querySelectorAll('pre code:not(:empty)').length).toBe(2);
    await expect.poll(() => main()?.querySelector('[id="trace-task"] ~ div')?.textContent).toBeTruthy();
    await expect
      .poll(() => main()?.querySelectorAll('figure canvas, figure table, figure svg').length)
      .toBeGreaterThan(0);
    await expect.poll(() => /loading …/i.exec(textOf())?.[0]).toBeUndefined();
    expect(textOf()).not.toMatch(/(?<!× )\b1 (channels|kernels|maps|places|weights|biases)\b/);
    // A layer without biases says so.
    if (!pipeline.stages[number - 1].weights?.bias) expect(textOf()).not.toMatch(/biases, one for each/);
    expect(textOf()).not.toMatch(/undefined|NaN|not a number|\[object|—(?=[\s.,])/);
    expect(
      page
        .getByRole('alert')
        .elements()
        .map((one) => one.textContent),
    ).toEqual([]);
    expect(thrown).toEqual([]);
    const turns = [...document.querySelectorAll<HTMLAnchorElement>('nav a')].map((a) =>
      a.getAttribute('href'),
    );
    const beside = [pipeline.stages[number - 2], pipeline.stages[number]].flatMap((stage) =>
      stage ? `/stage?stage=${stage.id}&picture=cat-1&network=y` : [],
    );
    expect(turns).toEqual(number < pipeline.stages.length ? beside : [...beside, '/trace']);
    window.removeEventListener('error', note);
  });
});

test('a stage that the network has not is named, with links to those it has', async () => {
  const [digits] = SUBJECTS;
  turnTo(digits);
  await render(<StageBody id="norm9" />);
  await expect.element(page.getByText(/has no stage “norm9”/)).toBeVisible();
  const links = page.getByRole('list', { name: 'All stages' }).getByRole('link').elements();
  expect(links.map(hrefOf)).toEqual(digits.architecture.layers.map(({ id }) => `/stage?stage=${id}`));
});
