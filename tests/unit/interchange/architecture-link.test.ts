import fc from 'fast-check';
import { expect, test } from 'vitest';
import { architectureHash, draftInHash } from '@/lib/interchange/architecture-link';
import { draftOf } from '@/lib/network/edit/draft';
import { must } from '@/lib/result';
import { PRESETS } from '@/lib/shelf/presets';
import words from '@/words/build';
import { anyArchitecture } from '../support/networks';

test('a link brings back the network that it was made of', async () => {
  await fc.assert(
    fc.asyncProperty(anyArchitecture, fc.string({ maxLength: 80 }), async (architecture, name) => {
      const hash = await architectureHash({ ...architecture, name });
      expect(hash).toMatch(/^#network=[\w-]+$/);
      const draft = await draftInHash(hash);
      expect(draft && must(draft)).toEqual(must(draftOf({ ...architecture, name })));
    }),
    { numRuns: 40 },
  );
});

test('a link is short enough to send', async () => {
  for (const preset of Object.values(PRESETS))
    expect((await architectureHash(preset)).length).toBeLessThan(1000);
});

test('other addresses contain none', async () => {
  for (const hash of ['', '#layers', '#code=abc']) expect(await draftInHash(hash)).toBeNull();
});

test('a damaged link is refused in a sentence', async () => {
  const hash = await architectureHash(PRESETS.lenet);
  const damaged = [
    ...Array.from({ length: 30 }, (_, at) => hash.slice(0, 9 + at * 10)),
    `${hash}A`,
    hash.replace('a', 'b'),
    '#network=%20',
    `#network=${'A'.repeat(20_000)}`,
    await architectureHash({ ...PRESETS.lenet, input: [0, 1, 1] }),
    await architectureHash({ ...PRESETS.lenet, classes: [] }),
  ];
  for (const one of damaged) {
    const read = await draftInHash(one);
    // A change may fall on a letter of a name.
    if (read?.ok) expect(read.value.architecture.layers).toHaveLength(PRESETS.lenet.layers.length);
    else expect(read?.problem.sentence).toBe(words.brokenLink());
  }
  expect((await draftInHash('#network='))?.ok).toBe(false);
});
