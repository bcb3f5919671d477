import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import createMDX from '@next/mdx';
import { KATEX } from './components/ways/formulas/katex.mjs';

// GitHub Pages serves a project below its name; every asset address is built from this one value.
const base = process.env.BASE_PATH ?? '';
// The site is built once for each language: English at the base, German below it, where `@/words` is other words.
const german = process.env.NEXT_PUBLIC_LOCALE === 'de';

/** Names the content of the worker's bundle, which `npm run engine` makes; in its address it keeps caches honest. */
function engineVersion() {
  const file = new URL('public/engine/version.json', import.meta.url);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : '';
}

/** Which site a report of an error is about: its release and, exactly, its engine. */
const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

/** @type {import('next').NextConfig} */
const config = {
  output: 'export',
  // An export goes to the folder that is named here; scripts/build/build.ts moves it to its place.
  ...(german && { distDir: 'out-de' }),
  basePath: german ? `${base}/de` : base,
  trailingSlash: true,
  reactStrictMode: true,
  pageExtensions: ['ts', 'tsx', 'mdx'],
  env: {
    NEXT_PUBLIC_BASE_PATH: base,
    NEXT_PUBLIC_ENGINE_VERSION: engineVersion(),
    NEXT_PUBLIC_VERSION: `${version}, engine ${engineVersion()}`,
  },
  images: { unoptimized: true },
  // What the browser doesn't need of Next is left out: see docs/decisions.md.
  turbopack: {
    resolveAlias: {
      '../build/polyfills/polyfill-module': './lib/site/next/no-polyfills.ts',
      './reducers/server-action-reducer': { browser: './lib/site/next/no-actions.ts' },
      'next/dist/compiled/process': { browser: './lib/site/next/process.ts' },
      '../../../lib/constants': { browser: './lib/site/next/constants.ts' },
    },
  },
  devIndicators: false,
  // `npm run check` type-checks with the native compiler, which has no API that Next could call.
  typescript: { ignoreBuildErrors: true, tsconfigPath: german ? 'tsconfig.de.json' : 'tsconfig.json' },
  // The dev server sends what scripts/serve.ts sends, so that WASM threads run while developing too.
  ...(process.env.NODE_ENV === 'development' && {
    headers: async () => [
      {
        source: '/:path*',
        headers: [
          { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
          { key: 'Cross-Origin-Embedder-Policy', value: 'require-corp' },
        ],
      },
    ],
  }),
};

const withMDX = createMDX({
  options: {
    remarkPlugins: [
      'remark-frontmatter',
      ['remark-mdx-frontmatter', { name: 'frontmatter' }],
      'remark-math',
      fileURLToPath(new URL('components/glossary/remark-terms.mjs', import.meta.url)),
    ],
    rehypePlugins: [['rehype-katex', KATEX]],
  },
});

export default withMDX(config);
