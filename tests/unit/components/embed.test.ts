import { expect, it } from 'vitest';
import { embedCode } from '@/lib/site/embed';

const sourceIn = (code: string): string =>
  (/ src="([^"]*)"/.exec(code)?.[1] ?? '').replaceAll('&amp;', '&').replaceAll('&quot;', '"');

it('the code of a frame has the page as it stands, without the site around it', () => {
  const code = embedCode(
    'https://site.example/base/film/?t=130&picture=cat-1&network=digits#script',
    'The film',
  );
  expect(sourceIn(code)).toBe('https://site.example/base/film/?t=130&picture=cat-1&network=digits&embed=1');
  expect(code).toMatch(/^<iframe [^<>]* title="The film" [^<>]*><\/iframe>$/);
  expect(code).not.toMatch(/&(?!amp;)/);
  const cell = embedCode('https://site.example/space/?stage=conv1&cell=3,4,5', 'x');
  expect(sourceIn(cell)).toBe('https://site.example/space/?stage=conv1&cell=3,4,5&embed=1');
});

it('neither an address nor a name ends an attribute of the frame', () => {
  const code = embedCode('https://site.example/film/?picture=%22%3E%3Cscript%3E', 'a "b" <c> & d');
  expect(code).toContain('title="a &quot;b&quot; &lt;c> &amp; d"');
  expect(code.match(/</g)).toHaveLength(2);
});
