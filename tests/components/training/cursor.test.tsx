import { expect, test } from 'vitest';
import { renderHook } from 'vitest-browser-react';
import { useCursor } from '@/components/training/epochs/use-cursor';
import { learner } from '@/lib/store/learner/learner';

test('an epoch of the textbook alone stays chosen until another is selected in the bar', async () => {
  const { result, act } = await renderHook(() => useCursor());
  expect(result.current[0]).toBeNull();
  await act(() => result.current[1](5));
  expect(result.current[0]).toBe(5);
  await act(() => learner.getState().travelTo(1));
  expect(result.current[0]).toBe(1);
  await act(() => result.current[1](7));
  expect(result.current[0]).toBe(7);
  await act(() => learner.getState().travelTo(null));
  expect(result.current[0]).toBeNull();
});
