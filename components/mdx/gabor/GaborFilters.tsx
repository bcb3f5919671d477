import { encode } from 'fast-png';
import words from '@/words/gabor';
import { gabor, sideBySide, type Wave } from './gabor';

/** The size of AlexNet’s first filters. */
const SIDE = 11;
const DIRECTIONS = 4;
/** Few wide stripes, and more that are narrow. */
const WAVES: readonly Omit<Wave, 'angle'>[] = [
  { length: 7.5, spread: 2.8 },
  { length: 4, spread: 2.6 },
];

/** Stripes such as the first filters of large networks have. Drawn while the site is built, so it costs a visitor no script. */
export function GaborFilters() {
  const waves = WAVES.flatMap((wave) =>
    Array.from({ length: DIRECTIONS }, (_, at) => ({ ...wave, angle: (at * Math.PI) / DIRECTIONS })),
  );
  const image = sideBySide(
    waves.map((wave) => gabor(SIDE, wave)),
    SIDE,
  );
  const file = Buffer.from(encode({ ...image, channels: 2, depth: 8 })).toString('base64');
  return (
    // biome-ignore lint/performance/noImgElement: a few hundred bytes in the page itself, which no loader makes smaller
    <img
      src={`data:image/png;base64,${file}`}
      alt={words.alt({ count: waves.length, side: SIDE, directions: DIRECTIONS })}
      width={4 * image.width}
      height={4 * image.height}
      style={{
        display: 'block',
        maxWidth: '100%',
        height: 'auto',
        marginBlockEnd: 'var(--space-4)',
        imageRendering: 'pixelated',
      }}
    />
  );
}
