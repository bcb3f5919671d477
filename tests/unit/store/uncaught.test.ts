import { beforeEach, expect, test } from 'vitest';
import { notices } from '@/lib/store/page/notices';
import { notifyUncaught } from '@/lib/store/page/uncaught';

const standing = () => notices.getState().notices;

beforeEach(() => {
  for (const { id } of standing()) notices.getState().dismiss(id);
});

test('an uncaught error is reported once, with all that a report needs', () => {
  const [first, second] = [new TypeError('first'), new RangeError('second')];
  notifyUncaught(first);
  notifyUncaught(first);
  notifyUncaught(new TypeError('first'));
  notifyUncaught(second);
  expect(standing()).toHaveLength(1);
  expect(standing()[0]).toMatchObject({ errors: [first, second] });
});

test('a dismissed error does not come back when it is thrown again', () => {
  const error = new TypeError('thrown in every frame');
  notifyUncaught(error);
  notices.getState().dismiss(standing()[0].id);
  notifyUncaught(error);
  expect(standing()).toHaveLength(0);
});

test('a part of the site that could not be loaded is reported as such', () => {
  const error = new Error('Failed to load chunk static/chunks/a.js');
  error.name = 'ChunkLoadError';
  notifyUncaught(error);
  expect(standing()[0].sentence).toMatch(/could not be loaded/);
});

test('an error that breaks nothing is not reported', () => {
  for (const harmless of [
    new DOMException('The user aborted a request.', 'AbortError'),
    'ResizeObserver loop completed with undelivered notifications.',
    new Error('Minified React error #418; visit https://react.dev/errors/418?args[]=text'),
    'Script error.',
    new DOMException(
      'Transition was aborted because of invalid state. Viewport size changed',
      'InvalidStateError',
    ),
  ])
    notifyUncaught(harmless);
  expect(standing()).toHaveLength(0);
});
