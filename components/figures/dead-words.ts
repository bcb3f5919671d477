import words from '@/words/dead';

/** More than this many maps are counted rather than named. */
const NAMED = 7;

/** Which of so many maps are 0 everywhere on this image, in a sentence; nothing where none is. */
export function deadWords(channels: readonly number[], all: number): string {
  if (channels.length === 0) return '';
  if (channels.length === all) return words.none();
  if (channels.length === 1) return words.one({ map: channels[0] });
  if (channels.length > NAMED) return words.many({ count: channels.length });
  return words.named({ maps: channels.join(', ') });
}
