import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { policyFor, withPolicy } from '@/scripts/build/policy';

const hash = (script: string) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
const PAGE = `<!DOCTYPE html><html><head><meta charSet="utf-8"/><script src="/a.js" async=""></script><script>one()</script></head><body><script id="x">two("$&")</script></body></html>`;

describe('the policy of a page', () => {
  it('allows its own scripts by their hashes, and no others', () => {
    const policy = policyFor(PAGE);
    expect(policy).toContain(`script-src 'self' 'wasm-unsafe-eval' ${hash('one()')} ${hash('two("$&")')}`);
    expect(policy.match(/sha256/g)).toHaveLength(2);
    expect(policy).toContain("default-src 'none'");
    expect(policy.replace(/style-src[^;]*/, '')).not.toMatch(
      /unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)|\*|http/,
    );
  });

  it('stands before every script, and leaves the rest of the page unchanged', () => {
    const page = withPolicy(PAGE);
    expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('<script'));
    expect(page.replace(/<meta http-equiv[^>]*>/, '')).toBe(PAGE);
  });

  it('is never left out silently', () => {
    expect(() => withPolicy('<html><head></head></html>')).toThrow(/charset/);
  });
});
