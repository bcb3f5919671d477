/** Classes that are filled from a camera: one that is refused, one that is there, and one that is pulled out. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import CameraSet from '@/components/explore/data/camera/CameraSet';
import { COURSE } from '@/lib/course/subject';
import { burstSplits } from '@/lib/data/sets/camera/burst-splits';
import { frameOf } from '@/lib/data/sets/camera/camera';
import type { LabelledSet } from '@/lib/data/sets/labelled-set';
import { asksBeforeLeaving } from '../support/asks-before-leaving';
import '@/app/tokens.css';
import '@/app/globals.css';

const made = vi.fn<(set: LabelledSet) => void>();
vi.mock('@/components/explore/data/ReadSetView', () => ({
  ReadSetView: ({ set, onClose, onKept }: { readonly set: LabelledSet; onClose(): void; onKept(): void }) => {
    made(set);
    return (
      <>
        <button type="button" onClick={onKept}>
          Store
        </button>
        <button type="button" onClick={onClose}>
          Discard
        </button>
      </>
    );
  },
}));

const [HEIGHT, WIDTH] = COURSE.architecture.input;
/** What a camera sees beside the square in the middle of its 4:3. */
const BESIDE = 60;
const drawing: ReturnType<typeof setInterval>[] = [];
const tracks: MediaStreamTrack[] = [];

/** What is before the camera: red at the sides, and between them blue on the left and a tone that changes on the right. */
function sight(deviceId = 'front'): MediaStream {
  const canvas = document.createElement('canvas');
  canvas.width = 640;
  canvas.height = 480;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  let tone = 0;
  const draw = () => {
    context.fillStyle = '#f00';
    context.fillRect(0, 0, 640, 480);
    context.fillStyle = '#00f';
    context.fillRect(BESIDE, 0, 320 - BESIDE, 480);
    tone = (tone + 30) % 180;
    context.fillStyle = `rgb(0 ${60 + tone} 0)`;
    context.fillRect(320, 0, 320 - BESIDE, 480);
  };
  draw();
  drawing.push(setInterval(draw, 40));
  const stream = canvas.captureStream(25);
  const [track] = stream.getVideoTracks();
  vi.spyOn(track, 'getSettings').mockReturnValue({ deviceId });
  tracks.push(track);
  return stream;
}

const getUserMedia = vi.spyOn(navigator.mediaDevices, 'getUserMedia');
const enumerateDevices = vi.spyOn(navigator.mediaDevices, 'enumerateDevices');
const cameras = (...names: readonly string[]) =>
  names.map((name) => ({ kind: 'videoinput', deviceId: name, label: `The ${name} one` }) as MediaDeviceInfo);

beforeEach(() => {
  getUserMedia.mockReset().mockImplementation(async () => sight());
  enumerateDevices.mockReset().mockResolvedValue(cameras('front'));
  made.mockClear();
});
afterEach(() => {
  for (const timer of drawing.splice(0)) clearInterval(timer);
  for (const track of tracks.splice(0)) track.stop();
});

const button = (name: string | RegExp) => page.getByRole('button', { name });
const start = button('Start the camera');
const hold = (name: string) =>
  page.getByRole('button', { name: `Hold to add frames to “${name}”`, exact: true });
const video = page.getByLabelText('What the camera sees, mirrored');
const alert = page.getByRole('alert');
const row = (nth: number) => page.getByRole('listitem').nth(nth);
/** The number of a class's frames, as its row says it. */
function framesOf(nth: number): number {
  const said =
    row(nth)
      .getByText(/^(\d+|one) frames?$/)
      .query()?.textContent ?? '0';
  return said === 'one frame' ? 1 : Number.parseInt(said, 10);
}
const refuse = (name: string) => getUserMedia.mockRejectedValueOnce(new DOMException('no', name));

/** The camera is on, and has a frame. */
async function turnOn() {
  await start.click();
  await expect.element(video).toBeVisible();
  await expect.poll(() => (video.element() as HTMLVideoElement).videoWidth).toBe(640);
}

/** Holds the button of a class with the keyboard until it has so many frames. */
async function take(name: string, nth: number, least: number) {
  (hold(name).element() as HTMLElement).focus();
  await userEvent.keyboard('{ >}');
  await expect.element(hold(name)).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(() => framesOf(nth)).toBeGreaterThanOrEqual(least);
  await userEvent.keyboard('{/ }');
  await expect.element(hold(name)).toHaveAttribute('aria-pressed', 'false');
  return framesOf(nth);
}

test('nothing is asked for before the button is pressed, and nothing can be added', async () => {
  await render(<CameraSet />);
  await expect.element(page.getByRole('status')).toHaveTextContent('The camera is off.');
  expect(getUserMedia).not.toHaveBeenCalled();
  await expect.element(hold('Class 1')).toHaveAttribute('aria-disabled', 'true');
  (hold('Class 1').element() as HTMLElement).focus();
  await userEvent.keyboard(' ');
  await expect.element(row(0)).toHaveTextContent('no frames yet');
  await expect.element(button('Make a data set of 0 frames')).toHaveAttribute('aria-disabled', 'true');
  (button('Make a data set of 0 frames').element() as HTMLElement).click();
  expect(made).not.toHaveBeenCalled();
});

test('a camera that is refused, missing or taken is one sentence, and another try may work', async () => {
  await render(<CameraSet />);
  for (const [name, sentence] of [
    ['NotAllowedError', /^The browser doesn’t let this page use the camera\. Allow it .*again\.$/],
    ['NotFoundError', /^There is no camera on this device, or it isn’t connected\.$/],
    ['NotReadableError', /^The camera can’t be used: another program may have it\.$/],
  ] as const) {
    refuse(name);
    await start.click();
    await expect.element(alert).toHaveTextContent(sentence);
    await expect.element(page.getByRole('status')).toHaveTextContent('The camera is off.');
  }
  await turnOn();
  await expect.element(alert).toBeEmptyDOMElement();
  await button('Stop the camera').click();
  await expect.element(start).toBeVisible();
  expect(tracks.map(({ readyState }) => readyState)).toEqual(['ended']);
});

test('while the browser asks the learner, a second press asks for nothing more', async () => {
  getUserMedia.mockReturnValue(new Promise(() => {}));
  await render(<CameraSet />);
  await start.click();
  await expect.element(page.getByRole('status')).toHaveTextContent('Waiting for the camera …');
  await expect.element(start).toHaveAttribute('aria-disabled', 'true');
  (start.element() as HTMLElement).click();
  expect(getUserMedia).toHaveBeenCalledTimes(1);
});

test('a camera is given back with the page, also one that comes only then', async () => {
  const first = await render(<CameraSet />);
  await turnOn();
  await first.unmount();
  expect(tracks[0].readyState).toBe('ended');
  let come: ((stream: MediaStream) => void) | undefined;
  getUserMedia.mockReturnValue(
    new Promise((resolve) => {
      come = resolve;
    }),
  );
  const second = await render(<CameraSet />);
  await start.click();
  await second.unmount();
  come?.(sight());
  await expect.poll(() => tracks[1].readyState).toBe('ended');
});

test('frames are the middle of what the camera sees, as it is and not mirrored', async () => {
  await render(<CameraSet />);
  await userEvent.fill(page.getByLabelText('Name of class 1'), ' cup ');
  await turnOn();
  const taken = await take('cup', 0, 4);
  await expect.element(page.getByRole('img', { name: 'The last frames of “cup”' })).toBeVisible();
  // Their size is that of all others from now on.
  await expect.element(page.getByLabelText('Size of the images')).toBeDisabled();
  await button(`Make a data set of ${taken} frames`).click();
  const set = made.mock.lastCall?.[0];
  if (!set) throw new Error('no set was made');
  expect(set).toMatchObject({ form: 'camera', classes: ['cup'], shape: [HEIGHT, WIDTH, 3], count: taken });
  expect([...set.splits]).toEqual([...burstSplits(Array(taken).fill(1))]);
  const greens = new Set<number>();
  for (let at = 0; at < taken; at++)
    for (let row = 0; row < HEIGHT; row++)
      for (let column = 0; column < WIDTH; column++) {
        // A pixel at an edge of colours may have something of both.
        if (Math.abs(column - WIDTH / 2) < 2) continue;
        const from = ((at * HEIGHT + row) * WIDTH + column) * 3;
        const [red, green, blue] = set.pixels.subarray(from, from + 3);
        expect(red).toBeLessThan(30);
        expect(blue > 200).toBe(column < WIDTH / 2);
        expect(green > 40).toBe(column > WIDTH / 2);
        if (column === WIDTH - 2) greens.add(green);
      }
  expect(greens.size).toBeGreaterThan(1);
  expect(tracks.map(({ readyState }) => readyState)).toEqual(['ended']);
});

test('a camera that does not play yet has no frame, not a black one', async () => {
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = sight();
  await expect.poll(() => video.readyState).toBeGreaterThanOrEqual(video.HAVE_CURRENT_DATA);
  const shape = [2, 2, 3] as const;
  expect(frameOf(video, shape)).toBeNull();
  await video.play();
  await expect.poll(() => frameOf(video, shape)?.[2]).toBeGreaterThan(200);
});

test('the last press is removed, and no more; then a class', async () => {
  await render(<CameraSet />);
  await turnOn();
  const first = await take('Class 2', 1, 2);
  expect(await take('Class 2', 1, first + 2)).toBeGreaterThan(first);
  await button('Remove the last burst of “Class 2”').click();
  expect(framesOf(1)).toBe(first);
  await expect.poll(asksBeforeLeaving).toBe(true);
  await button('Remove the last burst of “Class 2”').click();
  await expect.element(row(1)).toHaveTextContent('no frames yet');
  await expect.element(button('Remove the last burst of “Class 2”')).toHaveAttribute('aria-disabled', 'true');
  await expect.poll(asksBeforeLeaving).toBe(false);
  await button('Add a class').click();
  expect(page.getByRole('listitem').elements()).toHaveLength(3);
  await button('Remove the class “Class 3”').click();
  await button('Remove the class “Class 2”').click();
  // The last one stays.
  expect(page.getByRole('listitem').elements()).toHaveLength(1);
  await expect.element(button(/^Remove the class/)).not.toBeInTheDocument();
});

test('a camera that is pulled out stops a press, and its frames are still there', async () => {
  await render(<CameraSet />);
  await turnOn();
  (hold('Class 1').element() as HTMLElement).focus();
  await userEvent.keyboard('{ >}');
  await expect.poll(() => framesOf(0)).toBeGreaterThan(1);
  tracks[0].stop();
  // Stopping by script doesn’t tell; the browser does where the device goes away.
  tracks[0].dispatchEvent(new Event('ended'));
  await expect
    .element(alert)
    .toHaveTextContent(/^The camera was disconnected or switched off\. The frames are/);
  await expect.element(hold('Class 1')).toHaveAttribute('aria-disabled', 'true');
  await expect.element(hold('Class 1')).toHaveAttribute('aria-pressed', 'false');
  const left = framesOf(0);
  await new Promise((later) => setTimeout(later, 250));
  expect(framesOf(0)).toBe(left);
  await userEvent.keyboard('{/ }');
  await button(`Make a data set of ${left} frames`).click();
  expect(made.mock.lastCall?.[0].count).toBe(left);
  await button('Discard').click();
  await expect.element(page.getByRole('status')).toHaveTextContent('The camera is off.');
  expect(framesOf(0)).toBe(left);
});

test('two classes of one name make no set, and it is said, also after the camera has gone', async () => {
  await render(<CameraSet />);
  await userEvent.fill(page.getByLabelText('Name of class 1'), 'Cup');
  await userEvent.fill(page.getByLabelText('Name of class 2'), 'cup ');
  await turnOn();
  await take('Cup', 0, 1);
  await take('cup', 1, 1);
  tracks[0].dispatchEvent(new Event('ended'));
  await expect.element(alert).toHaveTextContent(/^The camera was disconnected/);
  await button(/^Make a data set/).click();
  await expect
    .element(alert)
    .toHaveTextContent(
      /^Two classes are called “cup”\. Give one a different name\. The camera was disconnected/,
    );
  expect(made).not.toHaveBeenCalled();
  await userEvent.fill(page.getByLabelText('Name of class 2'), 'pen');
  await button(/^Make a data set/).click();
  expect(made.mock.lastCall?.[0].classes).toEqual(['Cup', 'pen']);
});

test('of several cameras one is chosen, and the other is given back', async () => {
  enumerateDevices.mockResolvedValue(cameras('front', 'back'));
  await render(<CameraSet />);
  await turnOn();
  const choice = page.getByLabelText('Camera', { exact: true });
  await expect.element(choice).toHaveValue('front');
  getUserMedia.mockImplementation(async () => sight('back'));
  await userEvent.selectOptions(choice, 'The back one');
  await expect.element(choice).toHaveValue('back');
  expect(getUserMedia.mock.lastCall?.[0]?.video).toMatchObject({ deviceId: { exact: 'back' } });
  await expect.element(video).toBeVisible();
  expect(tracks.map(({ readyState }) => readyState)).toEqual(['ended', 'live']);
});

test('a browser that doesn’t list its cameras has one all the same', async () => {
  enumerateDevices.mockRejectedValue(new DOMException('no', 'NotAllowedError'));
  await render(<CameraSet />);
  await turnOn();
  await expect.element(alert).toBeEmptyDOMElement();
  expect(await take('Class 1', 0, 1)).toBeGreaterThan(0);
  await expect.element(page.getByLabelText('Camera', { exact: true })).not.toBeInTheDocument();
});
