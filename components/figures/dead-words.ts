import words from '@/words/dead';

/** More maps than this are counted instead of listed. */
const NAMED = 7;

/** A sentence listing which of `all` maps are 0 everywhere on this image; empty where none is. */
export function deadWords(channels: readonly number[], all: number): string {
  if (channels.length === 0) return '';
  if (channels.length === all) return words.none();
  if (channels.length === 1) return words.one({ map: channels[0] });
  if (channels.length > NAMED) return words.many({ count: channels.length });
  return words.named({ maps: channels.join(', ') });
}
