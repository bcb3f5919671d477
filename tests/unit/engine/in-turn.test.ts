import { expect, it } from 'vitest';
import { inTurn } from '@/lib/engine/in-turn';

it('begins a question when the one before was answered or rejected, in order', async () => {
  const seen: string[] = [];
  const queue = inTurn();
  const ask = (name: string) =>
    queue(async () => {
      seen.push(`${name} begins`);
      await Promise.resolve();
      seen.push(`${name} ends`);
      if (name === 'b') throw new Error('no answer to b');
      return name.toUpperCase();
    });
  const answers = await Promise.allSettled([ask('a'), ask('b'), ask('c')]);
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
});
