import { expect, test } from 'vitest';
import { firstScripts } from '@/scripts/build/compile-hints';

test('the first scripts of a page are those it loads at once, not those for old browsers, inline ones or deferred ones', () => {
  const page = `<head><link rel="preload" as="script" href="/_next/later.js"/>
    <script src="/_next/one.js" async=""></script><script src="/base/_next/two.js?v=3" async=""></script>
    <script src="/_next/old.js" noModule=""></script><script>load("/_next/inline.js", "async")</script></head>`;
  expect(firstScripts(page)).toEqual(['/_next/one.js', '/base/_next/two.js']);
});
