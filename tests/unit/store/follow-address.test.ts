import { afterEach, describe, expect, it, vi } from 'vitest';
import { COURSE } from '@/lib/course/subject';
import type { InputImage } from '@/lib/data/input-image';
import { ok, type Result } from '@/lib/result';
import { DIGITS } from '@/lib/shelf/digits';
import { PHOTOGRAPHS } from '@/lib/shelf/photographs';
import { presentEngine } from '@/lib/store/engine/engine';
import { findImage } from '@/lib/store/learner/find-image';
import { learner } from '@/lib/store/learner/learner';
import { followAddress } from '@/lib/store/session/follow';
import { session } from '@/lib/store/session/session';
import { turnTo } from '@/lib/store/subject/subject';
import { clearTraces, traceStore } from '@/lib/store/trace/trace';

vi.mock('@/lib/store/learner/find-image', () => ({ findImage: vi.fn() }));
vi.mock('@/lib/engine/client/client', () => ({
  createEngine: () => new Proxy({}, { get: () => () => new Promise(() => {}) }),
}));

const image = (id: string): InputImage => ({ id, kind: 'sample', name: id, pixels: new Uint8Array(3) });

/** Lets the next image be found when the returned function is called. */
function nextImage(id: string): () => void {
  let arrive = () => {};
  vi.mocked(findImage).mockImplementationOnce(
    () =>
      new Promise<Result<InputImage>>((resolve) => {
        arrive = () => resolve(ok(image(id)));
      }),
  );
  return () => arrive();
}

const shown = () => traceStore.getState().image?.id;

afterEach(() => {
  vi.unstubAllGlobals();
  turnTo(COURSE);
  clearTraces();
  vi.mocked(findImage).mockReset();
});

describe('the image of the address', () => {
  it('is not that of a network which the page has left while it was on its way', async () => {
    const arrivals = [nextImage('of the digits'), nextImage('of the photographs')];
    turnTo(DIGITS);
    const first = followAddress();
    turnTo(PHOTOGRAPHS);
    const second = followAddress();
    arrivals[1]?.();
    await second;
    arrivals[0]?.();
    await first;
    expect(shown()).toBe('of the photographs');
  });
});

describe('an image that is chosen', () => {
  const sized = (id: string, [height, width, channels]: readonly number[]): InputImage => ({
    ...image(id),
    pixels: new Uint8Array(height * width * channels),
  });

  it('is dropped where it comes after the page has turned to a network with others', () => {
    turnTo(DIGITS);
    session.chooseImage(sized('a digit', DIGITS.architecture.input));
    expect(shown()).toBe('a digit');
    session.chooseImage(sized('a late photograph', PHOTOGRAPHS.architecture.input));
    expect(shown()).toBe('a digit');
    expect(learner.getState().image).toBe('a digit');
    learner.getState().restore({ image: null });
  });
});

describe('a learner who turns back before the other network was there', () => {
  it('sees the first image of the network that was shown all along, as the address says', async () => {
    // What hides the page until the session has found its network.
    vi.stubGlobal('document', { documentElement: { dataset: {} } });
    // The session asks for the page's origin and the machine's cores, which Node doesn't have.
    vi.stubGlobal('window', { origin: 'http://localhost' });
    vi.stubGlobal('navigator', {});
    vi.mocked(findImage).mockResolvedValue(ok(image('chosen')));
    learner.getState().restore({ image: 'chosen' });
    session.start();
    await vi.waitFor(() => expect([shown(), presentEngine() !== null]).toEqual(['chosen', true]));
    vi.mocked(findImage).mockResolvedValue(ok(image('first')));
    learner.getState().chooseNetwork(DIGITS.id);
    learner.getState().chooseNetwork(null);
    await vi.waitFor(() => expect(shown()).toBe('first'));
  });
});
