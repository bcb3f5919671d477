import { afterEach, expect, test } from 'vitest';
import { renderHook } from 'vitest-browser-react';
import { useFilmOf, useFilmSubject } from '@/components/trace/film/use-film-subject';
import type { NetworkState } from '@/lib/network/run';
import { parseChapter } from '@/lib/provenance/film/parse';
import { clearRuns, setOwnRun } from '@/lib/store/runs/runs';
import { setNetwork } from '@/lib/store/subject/subject';
import { clearRun, followRun, prepareRun } from '@/lib/store/training/training';
import { DEFAULT_SETTINGS } from '@/lib/store/training/training-view';
import { falling } from '../../../unit/provenance/film/support';

const beat = (attributes: string) => `<Beat figure="training" at="answer" ${attributes}>\nOne.\n</Beat>\n`;
const script = [
  parseChapter(
    ['epochs="0 1" when="run over"', 'epochs="0 1" when="run open"', 'when="run none"'].reduce(
      (text, attributes) => `${text}\n${beat(attributes)}`,
      '---\ntitle: Training\n---\n',
    ),
    'training.mdx',
  ),
];
const CASES = ['over', 'open', 'none'];

/** The network's origin, as the engine reports it. */
const report = (origin: NetworkState['origin']) => setNetwork({ origin, seed: 1, epoch: 0, step: 0 });
const labels = { training: [0, 1, 2], heldOut: [] };

afterEach(() => {
  clearRuns();
  clearRun();
  report('shipped');
});

/** Which of the script's beats are told now, and of how many epochs. */
async function told() {
  const { result, unmount } = await renderHook(() => ({
    film: useFilmOf(script),
    subject: useFilmSubject(),
  }));
  const { film, subject } = result.current;
  await unmount();
  const which = film.beats.map((timed) => CASES[script[0].beats.indexOf(timed.beat)]);
  return { which, epochs: subject.epochs.length, images: subject.images };
}

test('the film tells of the run of the network at hand, and of no other', async () => {
  report('shipped');
  expect((await told()).which).toEqual(['over']);
  setOwnRun({ run: 'shipped', epochs: falling(11), labels });
  expect(await told()).toMatchObject({ which: ['over'], epochs: 11 });
  // Reset: the run of the shipped weights is none of this network's.
  setOwnRun(null);
  report('initial');
  expect(await told()).toMatchObject({ which: ['none'], epochs: 0 });
  report('opened');
  expect(await told()).toMatchObject({ which: ['none'], epochs: 0 });
});

test('the film tells of a run that is under way once it has an epoch, and says when it is over', async () => {
  const network = { origin: 'trained', seed: 1, epoch: 2, step: 64 } as const;
  prepareRun(DEFAULT_SETTINGS);
  report('initial');
  setOwnRun({ run: 'own', epochs: falling(1), labels });
  expect((await told()).which).toEqual(['none']);
  report('trained');
  setOwnRun({ run: 'own', epochs: falling(3), labels });
  expect(await told()).toEqual({ which: ['open'], epochs: 3, images: labels.training.length });
  followRun({ type: 'finished', network });
  expect((await told()).which).toEqual(['over']);
});
