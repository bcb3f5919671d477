/** More than this many maps are counted rather than named. */
const NAMED = 7;

/** Which of so many maps are 0 everywhere on this picture, in a sentence; nothing where none is. */
export function deadWords(channels: readonly number[], all: number): string {
  if (channels.length === 0) return '';
  if (channels.length === all) return 'None of them fires on this picture.';
  if (channels.length === 1) return `Map ${channels[0]} never fires on this picture.`;
  const names = channels.length > NAMED ? `${channels.length} of them` : `Maps ${channels.join(', ')}`;
  return `${names} never fire on this picture.`;
}
