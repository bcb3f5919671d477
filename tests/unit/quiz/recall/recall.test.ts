import fc from 'fast-check';
import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { deckAt, type Memories, NEW_A_DAY } from '@/lib/quiz/recall/deck';
import { afterAnswer, GRADES, type Grade, type Memory, MemorySchema } from '@/lib/quiz/recall/schedule';
import { deleteCards, openRecall, recall, recallFile } from '@/lib/store/learner/recall';
import { sentenceOf } from '@/tests/unit/support/result';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Noon on an arbitrary day. */
const START = new Date(2026, 0, 5, 12).getTime();
const grade = fc.constantFrom<Grade>(...GRADES);

/** Answers the cards when they are due, one after the other. */
const lived = (grades: readonly Grade[]): Memory | null =>
  grades.reduce<Memory | null>((memory, one) => afterAnswer(memory, one, memory?.due ?? START), null);

describe('the next review of a card', () => {
  it('is after a minute when the card was not known, and after days when it was easy', () => {
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

  it('has a growing interval while the card is known, and a short one after it was forgotten', () => {
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

/** Any time that a clock may show: today, before 1970, in 2090, at the limit of what a date can hold. */
const clock = fc.oneof(
  fc.integer({ min: START - 30 * DAY, max: START + 30 * DAY }),
  fc.integer({ min: -8.64e15, max: 8.64e15 }),
  fc.constantFrom(0, new Date(2090, 0, 1).getTime(), 8.64e15),
);

describe('a clock that may be wrong', () => {
  const ids = ['card-0', 'card-1', 'card-2'];
  const answer = fc.record({ id: fc.constantFrom(...ids), grade, time: clock });
  function answered(answers: readonly { id: string; grade: Grade; time: number }[]): Memories {
    const cards: Record<string, Memory> = {};
    for (const one of answers) cards[one.id] = afterAnswer(cards[one.id] ?? null, one.grade, one.time);
    return cards;
  }

  it('accepts an answer after the clock was set back', () => {
    const memory = afterAnswer(null, 'again', START);
    const later = afterAnswer(memory, 'good', START - DAY);
    expect(later).toMatchObject({ last: START - DAY, answers: 2 });
    expect(later.due).toBeGreaterThan(START - DAY);
  });

  it('accepts every answer, and the result can be kept', () => {
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 30 }), (answers) => {
        const cards = answered(answers);
        for (const memory of Object.values(cards)) expect(v.is(MemorySchema, memory)).toBe(true);
        expect(Object.values(cards).reduce((sum, memory) => sum + memory.answers, 0)).toBe(answers.length);
        deleteCards();
        expect(openRecall(JSON.stringify({ version: 1, cards })).ok).toBe(true);
      }),
    );
  });

  it('loses no card: once the clock is right, each one is due within its interval', () => {
    fc.assert(
      fc.property(fc.array(answer, { minLength: 1, maxLength: 30 }), (answers) => {
        const cards = answered(answers);
        const now = START + 40 * DAY;
        const deck = deckAt(ids, cards, now);
        for (const [id, { interval }] of Object.entries(cards)) {
          const soon = now + (Math.max(1, interval) + 1) * DAY;
          expect(deckAt(ids, cards, soon).due).toContain(id);
        }
        const wait = (deck.next ?? now) - now;
        expect(wait).toBeLessThanOrEqual(
          Math.max(...Object.values(cards).map((one) => one.interval + 2)) * DAY,
        );
      }),
    );
  });

  it('lets cards answered in 2090 be asked once the clock is right, and continues from there', () => {
    const cards = { 'card-0': afterAnswer(null, 'easy', new Date(2090, 0, 1).getTime()) };
    expect(deckAt(ids, cards, START)).toMatchObject({ due: ['card-0'], next: null });
    const memory = afterAnswer(cards['card-0'], 'good', START);
    expect(memory.due).toBeGreaterThan(START);
    expect(memory.due).toBeLessThan(START + 100 * DAY);
    expect(deckAt(ids, { 'card-0': memory }, START + MINUTE).due).toEqual([]);
  });

  it('leaves cards that are not due yet alone when the clock is set back a little', () => {
    const cards = { 'card-0': afterAnswer(null, 'easy', START) };
    expect(deckAt(ids, cards, START - 60 * MINUTE)).toMatchObject({ due: [], next: cards['card-0'].due });
  });

  it('deals new cards on the day that it shows, whatever was reviewed on later days', () => {
    const many = Array.from({ length: 30 }, (_, at) => `card-${at}`);
    const cards = Object.fromEntries(
      many.slice(0, NEW_A_DAY).map((id) => [id, afterAnswer(null, 'easy', new Date(2090, 0, 1).getTime())]),
    );
    expect(deckAt(many, cards, START).fresh).toEqual(many.slice(NEW_A_DAY, 2 * NEW_A_DAY));
  });
});

describe('the deck', () => {
  const ids = Array.from({ length: 30 }, (_, n) => `card-${n}`);

  it('deals this many new cards a day, and more the next day', () => {
    let memories: Memories = {};
    for (const id of deckAt(ids, memories, START).fresh)
      memories = { ...memories, [id]: afterAnswer(null, 'easy', START) };
    expect(Object.keys(memories)).toEqual(ids.slice(0, NEW_A_DAY));
    expect(deckAt(ids, memories, START + MINUTE)).toMatchObject({ fresh: [], due: [], learned: NEW_A_DAY });
    expect(deckAt(ids, memories, START + DAY).fresh).toEqual(ids.slice(NEW_A_DAY, 2 * NEW_A_DAY));
  });

  it('deals the longest due first, and says when the next one is due', () => {
    const memories = {
      'card-1': afterAnswer(null, 'hard', START),
      'card-2': afterAnswer(null, 'again', START),
      'card-3': afterAnswer(null, 'easy', START),
    };
    expect(deckAt(ids, memories, START)).toMatchObject({ due: [], next: memories['card-2'].due });
    expect(deckAt(ids, memories, START + 30 * MINUTE).due).toEqual(['card-2', 'card-1']);
  });

  it('reports cards whose question no longer exists', () => {
    const memories = { 'card-99': afterAnswer(null, 'good', START) };
    expect(deckAt(ids, memories, START + DAY)).toMatchObject({ gone: ['card-99'], due: [], learning: 0 });
  });
});

describe('a file of cards', () => {
  beforeEach(() => deleteCards());

  it('restores the cards, the newest version of each', () => {
    recall.getState().answer('conv1-shape', 'again', START);
    const old = recallFile();
    recall.getState().answer('conv1-shape', 'good', START + MINUTE);
    const { cards } = recall.getState();
    expect(openRecall(old).ok).toBe(true);
    expect(recall.getState().cards).toEqual(cards);
    deleteCards();
    expect(openRecall(old).ok).toBe(true);
    expect(recall.getState().cards['conv1-shape'].last).toBe(START);
  });

  it.each([
    ['stability', 1e308],
    ['difficulty', 1000],
    ['interval', 1e7],
    ['answers', 9007199254740991],
    ['due', 8e15],
    ['last', 9e15],
  ])('with a card whose %s is %d is refused: it says where, and nothing is imported', (field, value) => {
    const card = { ...afterAnswer(null, 'good', START), [field]: value };
    const sentence = sentenceOf(openRecall(JSON.stringify({ version: 1, cards: { 'conv1-shape': card } })));
    expect(sentence).toContain('“cards.conv1-shape');
    expect(recall.getState().cards).toEqual({});
  });

  it.each([
    ['{"version":3,"subjects":{}}', /newer version/],
    ['{"version":2,"cards":{}}', /no cards of this site/],
    ['{"version":1,"cards":{"conv1-shape":{"first":1', /cut off/],
    ['{"version":1,"cards":{"conv1-shape":{"first":1}}}', /no cards of this site/],
    ['{"version":1,"cards":7}', /no cards of this site/],
  ])('that reads %s is refused, and nothing is lost', (text, sentence) => {
    recall.getState().answer('conv1-shape', 'good', START);
    expect(sentenceOf(openRecall(text))).toMatch(sentence);
    expect(Object.keys(recall.getState().cards)).toEqual(['conv1-shape']);
  });
});
