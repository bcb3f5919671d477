/** Compiles the site's texts as the build does (`next.config.mjs`), for tests that render them. */
import { compile } from '@mdx-js/mdx';
import rehypeKatex from 'rehype-katex';
import remarkFrontmatter from 'remark-frontmatter';
import remarkMath from 'remark-math';
import remarkMdxFrontmatter from 'remark-mdx-frontmatter';
import type { Plugin } from 'vitest/config';
// @ts-expect-error plain JavaScript, because the bundler loads it by its path
import remarkTerms from '../../../components/glossary/remark-terms.mjs';
import { KATEX } from '../../../components/ways/formulas/katex.mjs';

export const mdxTexts = (): Plugin => ({
  name: 'mdx-texts',
  enforce: 'pre',
  async transform(text, id) {
    const [path] = id.split('?');
    if (!path.endsWith('.mdx')) return null;
    const compiled = await compile(
      { value: text, path },
      {
        remarkPlugins: [
          remarkFrontmatter,
          [remarkMdxFrontmatter, { name: 'frontmatter' }],
          remarkMath,
          remarkTerms,
        ],
        rehypePlugins: [[rehypeKatex, KATEX]],
        providerImportSource: '@/mdx-components',
      },
    );
    return { code: String(compiled), map: null };
  },
});
