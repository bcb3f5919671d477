import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAddress } from '@/lib/store/learner/address';
import type { Choice } from '@/lib/store/learner/learner';
import { writeAddress } from '@/lib/store/learner/write-address';

const id = fc.stringMatching(/^[\w-]{1,32}$/);
const stageId = fc.stringMatching(/^[\w-]{1,12}$/);
const index = fc.nat(99_999);
const cell = fc.oneof(fc.tuple(index), fc.tuple(index, index, index));
const choice: fc.Arbitrary<Choice> = fc.record({
  network: fc.option(id),
  image: fc.option(id),
  stage: fc.option(id),
  channel: fc.option(index),
  cell: fc.option(cell),
  epoch: fc.option(index),
  pinned: fc.option(index),
  compare: fc.option(fc.constant('difference')),
  path: fc.option(fc.array(fc.record({ stage: stageId, cell }), { minLength: 1, maxLength: 9 })),
  of: fc.option(fc.constant('pinned')),
  weight: fc.option(
    fc.oneof(
      fc.record({
        stage: stageId,
        part: fc.constant('kernel' as const),
        index: fc.oneof(fc.tuple(index, index), fc.tuple(index, index, index, index)),
      }),
      fc.record({ stage: stageId, part: fc.constant('bias' as const), index: fc.tuple(index) }),
    ),
  ),
});

const NOTHING: Choice = {
  network: null,
  image: null,
  stage: null,
  channel: null,
  cell: null,
  epoch: null,
  pinned: null,
  compare: null,
  path: null,
  of: null,
  weight: null,
};

const named = (all: Choice) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null));

describe('the address', () => {
  it('restores every choice that was written into it', () => {
    fc.assert(
      fc.property(choice, (written) => {
        const read = readAddress(writeAddress('', written));
        expect(read.sentences).toEqual([]);
        expect(read.choice).toEqual(named(written));
      }),
    );
  });

  it('keeps the parameters of others', () => {
    const query = writeAddress('?round=7&channel=3', { ...NOTHING, image: 'cat-1', cell: [1, 2, 3] });
    expect(query).toBe('?round=7&picture=cat-1&cell=1,2,3');
  });

  it('calls the path `way`, as links that were shared do', () => {
    const path = [
      { stage: 'output', cell: [3] },
      { stage: 'conv1', cell: [21, 27, 13] },
    ];
    const { choice, sentences } = readAddress('?way=output.3*conv1.21.27.13');
    expect({ choice, sentences }).toEqual({ choice: { path }, sentences: [] });
    expect(readAddress('?way=nonsense').sentences[0]).toContain('way');
  });

  it('calls the pinned epoch `held`, so that links shared before still open', () => {
    const { choice, sentences } = readAddress('?held=8&compare=difference&of=held');
    expect(choice).toEqual({ pinned: 8, compare: 'difference', of: 'pinned' });
    expect(sentences).toEqual([]);
    const written = writeAddress('?held=8&of=held', { ...NOTHING, pinned: 2, of: 'pinned' });
    expect(written).toBe('?held=2&of=held');
    expect(writeAddress(written, NOTHING)).toBe('');
    expect(readAddress('?held=x').sentences.join()).toContain('held');
  });

  it('gives one sentence for each parameter that makes no sense, and keeps the others', () => {
    const read = readAddress('?picture=<script>&channel=-4&cell=1,2&stage=conv1');
    expect(read.choice).toEqual({ stage: 'conv1' });
    expect(read.sentences).toHaveLength(3);
    for (const name of ['picture', 'channel', 'cell'])
      expect(read.sentences.filter((sentence) => sentence.includes(name))).toHaveLength(1);
  });

  it('accepts any text without throwing', () => {
    fc.assert(fc.property(fc.string(), (text) => readAddress(text).sentences.length >= 0));
  });
});
