import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { deckAt, type Memories, NEW_A_DAY } from '@/lib/recall/deck';
import { afterAnswer, GRADES, type Grade, type Memory } from '@/lib/recall/schedule';
import { openRecall, recall, recallFile, wipeRecall } from '@/lib/state/recall';
import { sentenceOf } from '../support/result';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Noon of some day. */
const START = new Date(2026, 0, 5, 12).getTime();
const grade = fc.constantFrom<Grade>(...GRADES);

/** Answers when due, one after the other. */
const lived = (grades: readonly Grade[]): Memory | null =>
  grades.reduce<Memory | null>((memory, one) => afterAnswer(memory, one, memory?.due ?? START), null);

describe('when a card comes again', () => {
  it('is after a minute when it was not known, and after days when it was easy', () => {
    expect(afterAnswer(null, 'again', START).due - START).toBe(MINUTE);
    expect(afterAnswer(null, 'easy', START).due - START).toBeGreaterThan(2 * DAY);
  });

  it('is never earlier for a better answer, whatever came before', () => {
    fc.assert(
      fc.property(fc.array(grade, { maxLength: 8 }), (before) => {
        const memory = lived(before);
        const now = memory?.due ?? START;
        const due = GRADES.map((one) => afterAnswer(memory, one, now).due);
        expect(due).toEqual([...due].sort((a, b) => a - b));
        expect(due[0]).toBeGreaterThan(now);
      }),
    );
  });

  it('grows while it is known, and is short again when it was forgotten', () => {
    const known = ['good', 'good', 'good', 'good', 'good'] as const;
    const waits = known.map((_, n) => {
      const memory = lived(known.slice(0, n + 1));
      return memory ? memory.due - memory.last : 0;
    });
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(waits[4]).toBeGreaterThan(14 * DAY);
    const memory = lived(known);
    const forgotten = afterAnswer(memory, 'again', START + 365 * DAY);
    expect(forgotten.due - forgotten.last).toBeLessThan(DAY);
    expect(forgotten.lapses).toBe(1);
  });
});

describe('the deck', () => {
  const ids = Array.from({ length: 30 }, (_, n) => `card-${n}`);

  it('deals so many new cards a day, and more the next', () => {
    let memories: Memories = {};
    for (const id of deckAt(ids, memories, START).fresh)
      memories = { ...memories, [id]: afterAnswer(null, 'easy', START) };
    expect(Object.keys(memories)).toEqual(ids.slice(0, NEW_A_DAY));
    expect(deckAt(ids, memories, START + MINUTE)).toMatchObject({ fresh: [], due: [], learned: NEW_A_DAY });
    expect(deckAt(ids, memories, START + DAY).fresh).toEqual(ids.slice(NEW_A_DAY, 2 * NEW_A_DAY));
  });

  it('deals the longest due first, and says when the next one comes', () => {
    const memories = {
      'card-1': afterAnswer(null, 'hard', START),
      'card-2': afterAnswer(null, 'again', START),
      'card-3': afterAnswer(null, 'easy', START),
    };
    expect(deckAt(ids, memories, START)).toMatchObject({ due: [], next: memories['card-2'].due });
    expect(deckAt(ids, memories, START + 30 * MINUTE).due).toEqual(['card-2', 'card-1']);
  });

  it('tells of cards whose question is no more', () => {
    const memories = { 'card-99': afterAnswer(null, 'good', START) };
    expect(deckAt(ids, memories, START + DAY)).toMatchObject({ gone: ['card-99'], due: [], learning: 0 });
  });
});

describe('what is kept', () => {
  beforeEach(() => wipeRecall());

  it('is there again from a file, of each card the newest', () => {
    recall.getState().answer('conv1-shape', 'again', START);
    const old = recallFile();
    recall.getState().answer('conv1-shape', 'good', START + MINUTE);
    const { memories } = recall.getState();
    expect(openRecall(old).ok).toBe(true);
    expect(recall.getState().memories).toEqual(memories);
    wipeRecall();
    expect(openRecall(old).ok).toBe(true);
    expect(recall.getState().memories['conv1-shape'].last).toBe(START);
  });

  it.each([
    ['{"version":2,"cards":{}}', /newer version/],
    ['{"version":1,"cards":{"conv1-shape":{"first":1', /cut off/],
    ['{"version":1,"cards":{"conv1-shape":{"first":1}}}', /no cards of this site/],
    ['{"version":1,"cards":7}', /no cards of this site/],
  ])('%s is told, and nothing is lost', (text, sentence) => {
    recall.getState().answer('conv1-shape', 'good', START);
    expect(sentenceOf(openRecall(text))).toMatch(sentence);
    expect(Object.keys(recall.getState().memories)).toEqual(['conv1-shape']);
  });
});
