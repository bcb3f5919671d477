import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newestOnly } from '@/lib/engine/client/newest-only';

/** Questions that the test answers one by one. */
function slowly() {
  const asked: number[] = [];
  const answers: (() => void)[] = [];
  const ask = newestOnly(
    (question: number) =>
      new Promise<number>((resolve) => {
        asked.push(question);
        answers.push(() => resolve(question * 10));
      }),
  );
  return { ask, asked, answerNext: () => answers.shift()?.() };
}

describe('asking for the newest only', () => {
  it('asks the first at once, then the newest of those that arrived in the meantime', async () => {
    const { ask, asked, answerNext } = slowly();
    const answers = [1, 2, 3, 4].map((question) => ask(question));
    expect(asked).toEqual([1]);
    answerNext();
    expect(await answers[0]).toBe(10);
    expect(await answers[1]).toBe('superseded');
    expect(await answers[2]).toBe('superseded');
    expect(asked).toEqual([1, 4]);
    answerNext();
    expect(await answers[3]).toBe(40);
  });

  it('asks again after a failure', async () => {
    let turn = 0;
    const ask = newestOnly(async (question: string) => {
      turn++;
      if (turn === 1) throw new Error('no');
      return question;
    });
    await expect(ask('a')).rejects.toThrow('no');
    expect(await ask('b')).toBe('b');
  });

  it('answers every question once, and the last one always, in whatever order questions and answers come', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { minLength: 1, maxLength: 30 }), async (isAnswer) => {
        const { ask, asked, answerNext } = slowly();
        const answers: Promise<number | 'superseded'>[] = [ask(0)];
        for (const [at, answer] of isAnswer.entries()) {
          if (answer) answerNext();
          else answers.push(ask(at + 1));
          await Promise.resolve();
        }
        for (let rest = 0; rest <= answers.length; rest++) {
          answerNext();
          await new Promise((resolve) => setTimeout(resolve, 0));
        }
        const settled = await Promise.all(answers);
        expect(settled.at(-1)).not.toBe('superseded');
        expect(settled.filter((answer) => answer !== 'superseded')).toEqual(asked.map((one) => one * 10));
      }),
      { numRuns: 40 },
    );
  });
});
