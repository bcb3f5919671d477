import { expect, test, vi } from 'vitest';
import { keepOwnPicture, keptOwnPictures } from '@/lib/data/own-store';
import { PICTURE_BYTES, type Picture } from '@/lib/data/picture';

const picture: Picture = {
  id: 'own-0000abcd',
  kind: 'own',
  name: 'mine.png',
  pixels: new Uint8Array(PICTURE_BYTES),
};

test('forbidden storage gives a sentence, and storage that works again works', async () => {
  const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('The user denied it.', 'SecurityError');
  });
  const kept = await keepOwnPicture(picture);
  expect(kept.ok ? '' : kept.problem.sentence).toBe(
    'Your image can be used now, but this browser does not let it be kept for the next visit.',
  );
  expect((await keptOwnPictures()).ok).toBe(false);
  open.mockRestore();
  expect((await keepOwnPicture(picture)).ok).toBe(true);
});

test('full storage says that it is full', async () => {
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
    throw new DOMException('No room.', 'QuotaExceededError');
  });
  const kept = await keepOwnPicture(picture);
  expect(kept.ok ? '' : kept.problem.sentence).toContain('storage is full');
});
