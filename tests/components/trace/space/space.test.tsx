import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { Space } from '@/components/trace/space/Space';
import { SpaceIntro } from '@/components/trace/space/SpaceIntro';
import { COURSE } from '@/lib/course/subject';
import { learner } from '@/lib/store/learner/learner';
import { turnTo } from '@/lib/store/subject/subject';
import { showPresent } from '@/lib/store/trace/trace';
import { pipeline, trace } from '../../support/small-network';
import '@/app/tokens.css';
import '@/app/globals.css';

beforeEach(() => {
  turnTo({ ...COURSE, id: 'small', architecture: pipeline.architecture });
  showPresent(trace);
});
afterEach(async () => {
  // The view of one network is not that of another: the page is left first.
  await cleanup();
  learner.getState().restore({ stage: null, channel: null, cell: null });
  showPresent(null);
  turnTo(COURSE);
  vi.restoreAllMocks();
});

/** What a screen reader is told, and the element that it stands in. */
function announced(): { text: string; element: Element | null } {
  const element = document.querySelector('[aria-live=polite] > span');
  return { text: element?.textContent ?? '', element };
}

describe('the view in space announces', () => {
  const press = async (key: string) => {
    (document.querySelector('[role=application]') as HTMLElement).focus();
    await userEvent.keyboard(key);
  };

  test('the overview, and what the camera flies to', async () => {
    await render(<Space />);
    await press('0');
    await expect.poll(() => announced().text).toBe('The whole network is in view.');
    await press('f');
    await expect.poll(() => announced().text).toMatch(/^The camera is at the followed value: conv1, row \d/);
    await page.getByRole('button', { name: 'Overview' }).click();
    await expect.poll(() => announced().text).toBe('The whole network is in view.');
  });

  test('the same once more, when it is done once more', async () => {
    await render(<Space />);
    await press('0');
    await expect.poll(() => announced().text).not.toBe('');
    const before = announced();
    await press('0');
    await expect.poll(() => announced().element).not.toBe(before.element);
    expect(announced().text).toBe(before.text);
  });

  test('the stage that a button flies to, and the value followed there', async () => {
    await render(<Space />);
    await page.getByRole('button', { name: 'dense', exact: true }).click();
    await expect
      .poll(() => announced().text)
      .toMatch(/^dense is in view\. Followed value: dense, unit \d+: [−\d]/);
  });
});

describe('without WebGL', () => {
  beforeEach(() => {
    const { getContext } = HTMLCanvasElement.prototype;
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(function (
      this: HTMLCanvasElement,
      kind: string,
      settings?: unknown,
    ) {
      return kind.startsWith('webgl') ? null : Reflect.apply(getContext, this, [kind, settings]);
    } as typeof getContext);
    learner.getState().restore({ stage: 'conv1', channel: 2, cell: [3, 4, 2] });
  });

  test('the pages that show the same value keep its stage, map and cell', async () => {
    await render(<Space />);
    await expect.element(page.getByRole('status')).toHaveTextContent('WebGL is not available');
    const hrefs = page.getByRole('link').elements();
    expect(hrefs.map((link) => link.getAttribute('href'))).toEqual([
      expect.stringMatching(/^\/trace\/?\?stage=conv1&channel=2&cell=3,4,2$/),
      expect.stringMatching(/stage.*conv1.*channel=2&cell=3,4,2$/),
      expect.stringMatching(/^\/backward/),
    ]);
  });

  test('nothing is described that is not drawn', async () => {
    await render(
      <>
        <Space />
        <SpaceIntro />
      </>,
    );
    await expect.element(page.getByRole('status')).toHaveTextContent('WebGL is not available');
    await expect.element(page.getByText(/stands here as one small square/)).not.toBeVisible();
    const text = () => document.querySelector('[data-drawing]')?.textContent;
    for (const missing of ['Fly to', 'Lines from', 'outlined', 'Mouse', 'square', 'What the squares show'])
      expect(text()).not.toContain(missing);
    await expect.element(page.getByRole('group', { name: 'Choose a stage' })).toBeVisible();
    expect(text()).toContain('Computed from 27 inputs. It depends on 3 × 3 pixels of the image.');
    await page.getByRole('button', { name: 'dense', exact: true }).click();
    await expect.poll(() => announced().text).toMatch(/^dense, unit \d+: [−\d]/);
  });
});

describe('where a stage is drawn in part', () => {
  const memory = (gigabytes: number) =>
    Object.defineProperty(navigator, 'deviceMemory', { value: gigabytes, configurable: true });
  afterEach(() => {
    Reflect.deleteProperty(navigator, 'deviceMemory');
  });

  /** A network with a long vector, whose largest value is its last one. */
  function turnToLong(units: number) {
    const dense = { id: 'long', kind: 'dense', units, activation: 'linear' } as const;
    const [input] = pipeline.architecture.layers;
    const last = pipeline.architecture.layers.at(-1);
    if (!last) throw new Error('there is no last layer');
    const architecture = {
      ...pipeline.architecture,
      layers: [input, { id: 'flatten', kind: 'flatten' } as const, dense, last],
    };
    turnTo({ ...COURSE, id: 'long', architecture });
    const values = Float32Array.from({ length: units }, (_, at) => at);
    showPresent({ ...trace, complete: false, stages: [{ stage: 'long', shape: [units], values }] });
    learner.getState().restore({ stage: 'long' });
  }

  test('one begins at a value that is drawn, and the page says how many are', async () => {
    turnToLong(100_000);
    await render(
      <>
        <Space />
        <SpaceIntro />
      </>,
    );
    await expect.element(page.getByText('long, unit 16383', { exact: true })).toBeVisible();
    await expect
      .element(page.getByText(/too many values for one view: long \(16,384 of 100,000 units\)/))
      .toBeVisible();
    await expect.element(page.getByText(/more than one view has room for/)).toBeVisible();
    expect(document.body.textContent).not.toContain('among those that are not drawn');
  });

  test('a value that was followed elsewhere stays, and the page says that it is not drawn', async () => {
    turnToLong(100_000);
    learner.getState().restore({ cell: [99_000] });
    await render(<Space />);
    await expect.element(page.getByText('long, unit 99000', { exact: true })).toBeVisible();
    await expect.element(page.getByText(/among those that are not drawn/)).toBeVisible();
  });

  test('little memory is named where that is why', async () => {
    memory(1);
    const input = [64, 64, 3] as const;
    const convolution = { kernel: 3, stride: 1, padding: 'same', activation: 'relu' } as const;
    const last = pipeline.architecture.layers.at(-1);
    if (!last) throw new Error('there is no last layer');
    const architecture = {
      ...pipeline.architecture,
      input,
      layers: [
        pipeline.architecture.layers[0],
        { id: 'wide', kind: 'conv2d', filters: 256, ...convolution } as const,
        { id: 'flatten', kind: 'flatten' } as const,
        last,
      ],
    };
    turnTo({ ...COURSE, id: 'wide', architecture });
    showPresent(null);
    await render(<Space />);
    await expect
      .element(page.getByText(/this device has little memory: wide \(\d+ of 256 maps\)/))
      .toBeVisible();
  });
});
