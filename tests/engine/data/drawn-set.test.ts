/** Drawings (SVG) in a folder: the worker that reads the set has the page paint them. */
import { expect, test } from 'vitest';
import { openSetReader } from '@/lib/data/sets/reading/set-reader';

const svg = (colour: string, more = '') => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10">
  <rect width="20" height="10" fill="white"/><rect x="5" width="10" height="10" fill="${colour}"/>${more}</svg>`;
const named = (name: string, text: string) => ({ name, file: new Blob([text]) });

test('drawings are read at the size that was chosen; what is no drawing is passed over', async () => {
  const reader = openSetReader(
    () =>
      new Worker(new URL('../../../lib/data/sets/reading/worker.ts', import.meta.url), { type: 'module' }),
  );
  try {
    const found = await reader.recognise([
      named('blue/a.svg', svg('#0000ff')),
      named('blue/b.svg', '<svg xmlns="http://www.w3.org/2000/svg"><rect'),
      named('red/c.svg', svg('#ff0000')),
      named(
        'red/d.svg',
        svg('#ff0000', '<image href="https://example.org/x.png" x="-30" width="9" height="9"/>'),
      ),
    ]);
    expect(found).toMatchObject({ ok: true, value: { count: 4, classes: ['blue', 'red'] } });
    const { set, problem } = await reader.read({ shape: [8, 8, 3], fit: 'crop' }, () => {});
    expect(problem).toBeNull();
    expect([...(set?.labels ?? [])]).toEqual([0, 1, 1]);
    // The middle square is one colour, to the last pixel.
    const colours = [
      [0, 0, 255],
      [255, 0, 0],
      [255, 0, 0],
    ];
    const wanted = colours.flatMap((colour) => Array.from({ length: 64 }, () => colour).flat());
    expect([...(set?.pixels ?? [])]).toEqual(wanted);
    expect(set?.notes).toEqual([expect.stringContaining('“blue/b.svg”')]);
  } finally {
    reader.close();
  }
});
