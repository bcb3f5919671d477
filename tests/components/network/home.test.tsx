import { afterEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { Answer } from '@/components/home/Answer';
import { Begin } from '@/components/home/Begin';
import { EpochsWords, FirstLesson, LessonsOfWalk, TrainLink, TrainWords } from '@/components/home/OfNetwork';
import { When } from '@/components/mdx/facts/When';
import { Supply } from '@/components/state/Supply';
import { EpochTable } from '@/components/training/epochs/EpochTable';
import { readingsOf } from '@/components/training/epochs/readings';
import { RunChooser } from '@/components/training/epochs/runs/RunChooser';
import { ProgressMap } from '@/components/ways/modes/ProgressMap';
import { COURSE } from '@/lib/course/subject';
import type { InputImage } from '@/lib/data/input-image';
import { pipelineOf } from '@/lib/network/pipeline';
import type { Subject } from '@/lib/network/subject';
import { runFactsOf } from '@/lib/run/curve';
import { DIGITS } from '@/lib/shelf/digits';
import { PHOTOGRAPHS } from '@/lib/shelf/photographs';
import { deleteProgress, progress } from '@/lib/store/learner/progress';
import { turnTo } from '@/lib/store/subject/subject';
import { tracedOf } from '../support/lesson-networks';

/** Outside of a build, Next takes the slash off the end of a link's path. */
const hrefs = () =>
  page
    .getByRole('link')
    .elements()
    .map((one) => one.getAttribute('href')?.replace(/\/(?=\?|$)/, ''));
const text = () => document.body.textContent ?? '';

const opened: Subject = { ...PHOTOGRAPHS, id: 'net-1', run: null };
const STAGES = ['input', 'conv1', 'pool1', 'output'];

afterEach(() => turnTo(COURSE));

/** The walk's steps that depend on the network. */
const steps = (subject: Subject) => {
  turnTo(subject);
  return render(
    <Supply pipeline={pipelineOf(subject.architecture)}>
      <FirstLesson href="/stages/input/">Lessons</FirstLesson>
      <LessonsOfWalk stages={STAGES}>Four of the nine</LessonsOfWalk>
      <TrainLink>Train it live</TrainLink>
      <TrainWords />
      <EpochsWords />
    </Supply>,
  );
};

describe('the lessons', () => {
  const begins = (subject: Subject) => {
    turnTo(subject);
    return render(
      <Supply pipeline={pipelineOf(subject.architecture)}>
        <Begin walk={STAGES} />
      </Supply>,
    );
  };
  afterEach(deleteProgress);

  test.each([
    [COURSE, 'Continue: lesson 4, pool1', '/stages/pool1'],
    [PHOTOGRAPHS, 'Continue: lesson 6, pool1', '/stage?stage=pool1'],
  ])('go on with the stage of the walk that follows in $id', async (subject, words, href) => {
    await begins(subject);
    await expect.element(page.getByRole('link')).toHaveTextContent('Begin');
    progress.getState().markRead('conv1');
    await expect.element(page.getByRole('link')).toHaveTextContent(words);
    expect(hrefs()).toEqual([href]);
    progress.getState().markRead('output');
    await expect.element(page.getByRole('link')).toHaveTextContent('Continue: the whole prediction');
  });

  test.each(['input', 'normalize'])('go on along the walk after the one on %s', async (read) => {
    await begins(COURSE);
    progress.getState().markRead(read);
    await expect.element(page.getByRole('link')).toHaveTextContent('Continue: lesson 3, conv1');
    expect(hrefs()).toEqual(['/stages/conv1']);
  });

  test('that were read are those of the network at hand', async () => {
    turnTo(DIGITS);
    await render(
      <Supply pipeline={pipelineOf(DIGITS.architecture)}>
        <ProgressMap modes={[]} problems={[]} />
      </Supply>,
    );
    const ids = DIGITS.architecture.layers.map(({ id }) => `/stage?stage=${id}`);
    expect(hrefs()).toEqual(ids);
  });
});

describe('the walk', () => {
  test('offers the course’s network its textbook, its lessons and its training', async () => {
    await steps(COURSE);
    expect(text()).toMatch(/Four of the nine.*Train it live.*random weights.*What the textbook claims/s);
    expect(hrefs()).toEqual(['/stages/input', '/train']);
  });

  test.each([PHOTOGRAPHS, DIGITS])('promises nothing that $id lacks', async (subject) => {
    await steps(subject);
    expect(text()).not.toMatch(/of the nine|textbook|Train it live/);
    expect(text()).toContain(`Each of the ${subject.architecture.layers.length} stages`);
    expect(text()).toContain('What was measured while this network was trained');
    expect(hrefs()).toEqual([
      '/stage?stage=input',
      ...STAGES.map((stage) => `/stage?stage=${stage}`),
      '/data',
    ]);
  });

  test('says of an opened network that it has no run', async () => {
    await steps(opened);
    expect(text()).toContain('came without a recorded run');
  });
});

describe('the epochs', () => {
  const point = { epoch: 1, loss: 1, accuracy: 0.5, heldOutLoss: 1, heldOutAccuracy: 0.5 };
  const table = (textbook: boolean) => {
    const readings = readingsOf(
      textbook ? [point] : [],
      [point],
      runFactsOf(10, { training: 0, heldOut: 5000 }),
    );
    return <EpochTable readings={readings} chosen={1} onEpoch={() => {}} />;
  };

  test('are those of both runs beside a textbook only', async () => {
    const { rerender } = await render(table(true));
    await expect.element(page.getByRole('table', { name: /^Every epoch of both runs/ })).toBeVisible();
    await rerender(table(false));
    await expect.element(page.getByRole('table', { name: /^Every epoch of the run/ })).toBeVisible();
  });

  test('invite to train only where there are images for it', async () => {
    const chooser = () => (
      <RunChooser
        runs={{ all: [], waiting: false, sentence: null }}
        shown={null}
        besideTextbook={false}
        onChoose={() => {}}
      />
    );
    turnTo(PHOTOGRAPHS);
    const { rerender } = await render(chooser());
    expect(text()).not.toContain('your own run');
    turnTo(COURSE);
    await rerender(chooser());
    expect(text()).toContain('Train the network and your own run stands here.');
  });
});

test('a sample without one of the network’s classes is no image of the learner’s own', async () => {
  turnTo(DIGITS);
  const { pipeline, trace } = tracedOf(DIGITS);
  const image = (kind: InputImage['kind']): InputImage => ({
    id: 'one',
    kind,
    name: 'one',
    pixels: new Uint8Array(28 * 28),
  });
  const answer = (kind: InputImage['kind']) => (
    <Supply pipeline={pipeline} trace={{ ...trace, complete: true }} image={image(kind)}>
      <Answer />
    </Supply>
  );
  const { rerender, unmount } = await render(answer('sample'));
  expect(text()).toContain('For this sample ');
  await rerender(answer('own'));
  expect(text()).toContain('For your image ');
  // Its pixels are of no other network's shape.
  await unmount();
});

test('a text says what is true of some networks only where it is', async () => {
  const words = (subject: Subject) => (
    <Supply pipeline={pipelineOf(subject.architecture)}>
      <When of="conv1" is="biased">
        It has biases.
      </When>
      <When of="conv1" unless="biased">
        It has none.
      </When>
    </Supply>
  );
  const { container, rerender } = await render(words(COURSE));
  expect(container.textContent).toBe('It has biases.');
  await rerender(words(PHOTOGRAPHS));
  expect(container.textContent).toBe('It has none.');
});
