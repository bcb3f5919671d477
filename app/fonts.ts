import localFont from 'next/font/local';

// Paths must be literals: Next reads them at build time. Fallback metrics are adjusted, so that nothing
// jumps. Only the text face is preloaded before the style sheets; labels and numbers briefly use their
// fallback.
export const serif = localFont({
  src: './fonts/serif.woff2',
  weight: '400 700',
  variable: '--font-serif',
  display: 'swap',
  adjustFontFallback: 'Times New Roman',
});

export const sans = localFont({
  src: './fonts/sans.woff2',
  weight: '400 700',
  variable: '--font-sans',
  display: 'swap',
  preload: false,
  adjustFontFallback: 'Arial',
});

export const mono = localFont({
  src: './fonts/mono.woff2',
  weight: '400 700',
  variable: '--font-mono',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
});
