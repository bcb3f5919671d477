import localFont from 'next/font/local';

// Paths must be literals: Next reads them at build time. Only the text face is preloaded before the style
// sheets; labels and numbers briefly use their fallback. Those of text and labels are in fallbacks.css:
// Next's own name one font, in one weight. The constants name the families, and on Linux "sans" is one of its own.
export const textFont = localFont({
  src: './fonts/serif.woff2',
  weight: '400 700',
  variable: '--font-of-text',
  display: 'swap',
  adjustFontFallback: false,
});

export const labelFont = localFont({
  src: './fonts/sans.woff2',
  weight: '400 700',
  variable: '--font-of-labels',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
});

export const numberFont = localFont({
  src: './fonts/mono.woff2',
  weight: '400 700',
  variable: '--font-of-numbers',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
});
