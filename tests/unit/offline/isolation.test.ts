import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ISOLATION, isolated } from '@/lib/site/offline/isolation';
import { readHeaderRules } from '@/scripts/build/headers';

describe('isolation by the service worker', () => {
  it('adds the headers that the host is asked to send', () => {
    const rules = readHeaderRules(readFileSync('public/_headers', 'utf8'));
    const everywhere = rules.find(({ path }) => path.source === '^/.*$' || path.source === '^\\/.*$');
    for (const header of ISOLATION) expect(everywhere?.headers).toContainEqual(header);
  });

  it('adds missing headers and changes nothing else', async () => {
    const response = isolated(
      new Response('words', {
        status: 404,
        statusText: 'Not Found',
        headers: { 'Content-Type': 'text/plain' },
      }),
    );
    for (const [name, value] of ISOLATION) expect(response.headers.get(name)).toBe(value);
    expect(response.headers.get('Content-Type')).toBe('text/plain');
    expect([response.status, response.statusText]).toEqual([404, 'Not Found']);
    expect(await response.text()).toBe('words');
  });

  it('keeps headers that the host sent', () => {
    const [[opener]] = ISOLATION;
    const response = isolated(new Response('', { headers: { [opener]: 'same-origin-allow-popups' } }));
    expect(response.headers.get(opener)).toBe('same-origin-allow-popups');
    const whole = new Response('', { headers: Object.fromEntries(ISOLATION) });
    expect(isolated(whole)).toBe(whole);
  });

  it('adds no body to a response that may have none', () => {
    expect(isolated(new Response(null, { status: 304 })).body).toBeNull();
    const failed = Response.error();
    expect(isolated(failed)).toBe(failed);
  });
});
